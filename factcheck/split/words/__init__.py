"""Words: a stretch of text as tagged words, the verbs of speech, and the word lists behind them."""
