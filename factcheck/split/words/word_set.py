"""Lists of words written as plain text, read into sets."""


def word_set(text: str) -> frozenset[str]:
    """The words of text, which white space separates."""
    return frozenset(text.split())
