"""What is no claim: headings, questions, opinions, predictions, transitions, instructions and boilerplate.

When in doubt it is a claim.
"""

import re

from db.vocabulary import SetAsideReason
from factcheck.split.pieces import Piece

_OPEN_QUESTION = re.compile(
    r"^(?:(?:but|and|so|however|still|yet),? )?(?:(?:one|the|a|another|an) (?:\w+ ){0,2}question (?:is"
    r"|remains|was|now is)"
    r"|(?:the )?question is|(?:what|whether|how|who|when|why|where)\b.*\b(?:is|are|remains?|was) (?:still "
    r"|yet |largely |also )?(?:unclear|unknown|uncertain|an open question|anyone's guess|to be seen"
    r"|not clear|not known)"
    r"|it (?:is|remains|was) (?:still |as yet |also )?(?:unclear|unknown|uncertain|to be seen|not clear"
    r"|not known)\b)",
    re.IGNORECASE | re.DOTALL,
)
_PREDICTION = re.compile(
    r"\b(?:(?:will|might|could|may|would|should|shall)(?: (?:\w+ly|also|soon|then|now|still|even|well|not"
    r"|be|have|need|likely|continue|end))*\b|won't|is going to|are going to"
    r"|(?:is|are) (?:un)?likely to|(?:is|are) expected to|(?:is|are) (?:set|poised|bound|due|slated) to)",
    re.IGNORECASE,
)
_PAST_FACT = re.compile(r"\b(?:was|were|had|did|been)\b|\b\w{2,}ed\b", re.IGNORECASE)
_OPINION = re.compile(
    r"^(?:i (?:think|believe|feel|doubt|hope|guess|suppose|wish|love|hate|like|prefer|agree|disagree"
    r"|find it)\b|in my (?:view|opinion)|(?:it|this|that) (?:is|was|seems) (?:clear|obvious|time|right"
    r"|wrong|sad|good|bad|great|wonderful|terrible|important|hard|difficult|easy|worth)\b"
    r"|(?:we|they|you|one|he|she|government|everyone) (?:must|should|ought to|need to|have to)\b|perhaps\b"
    r"|maybe\b|arguably\b|sadly\b|unfortunately\b|thankfully\b)",
    re.IGNORECASE,
)
_TRANSITION = re.compile(
    r"^(?:but )?(?:so|now|then|that is (?:not )?all|not so fast|here is why|here's why|here's how"
    r"|that's not all|more on that later|in short|to be clear|first things first|first|second|third|finally"
    r"|meanwhile|and yet|but first|as follows|for example|for instance|of course|indeed|yes|no|well|still"
    r"|and so on|needless to say|let me explain)[.:!,…]*$",
    re.IGNORECASE,
)
_INSTRUCTION = re.compile(
    r"^(?:please |to (?:read|subscribe|learn|find|register|watch|listen|contact|donate)\b.*(?:click|visit"
    r"|go to|call|email|sign)|(?:click|tap|scroll|subscribe|sign up|read (?:more|also|next)|see also|see"
    r"|watch|listen|follow (?:us|me|him|her)|share|download|register|visit|find out|learn more|check out"
    r"|note that|let us|let's|don't|do not|call|email|contact|send|try|stay tuned|join us|get in touch)\b)",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    r"^(?:©|\(c\)|copyright\b|all rights reserved|(?:this (?:article|story|piece|report|post) (?:was"
    r"|has been|is|originally|first|appeared)\b)|photo(?:graph)?(?:s)?(?: by|:| credit)|image(?:s)?(?: by|:"
    r"| credit| courtesy)|credit:|source:|by [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,2}$|reporting by\b"
    r"|additional reporting\b|editing by\b|advertisement$|the views expressed\b|the (?:author|writer) is\b"
    r"|related(?: stories| articles| coverage)?:|tags?:|share this\b|published\b.*\d{4}$|updated\b.*\d{4}$"
    r"|sign up for|end$|###$|\* \* \*$|[-–—*_=#~\s]+$)",
    re.IGNORECASE,
)


def judge(piece: Piece, text: str) -> None:
    """Set piece aside with a reason and the rule, where it is clearly no claim."""
    said = " ".join(text[part.start : part.end] for part in piece.parts).strip()
    plain = said.lstrip("“”\"'‘’«»([–—- ")
    body = plain.rstrip("”\"'’»)] ")
    if not any(letter.isalnum() for letter in said):
        piece.aside, piece.aside_rule = SetAsideReason.BOILERPLATE, "no words"
    elif _BOILERPLATE.match(body):
        piece.aside, piece.aside_rule = SetAsideReason.BOILERPLATE, "boilerplate wording"
    elif piece.attribution is not None:
        return
    elif body.endswith("?"):
        piece.aside, piece.aside_rule = SetAsideReason.QUESTION, "question mark"
    elif _OPEN_QUESTION.match(body):
        piece.aside, piece.aside_rule = SetAsideReason.QUESTION, "open question"
    elif _TRANSITION.match(body):
        piece.aside, piece.aside_rule = SetAsideReason.TRANSITION, "transition"
    elif _INSTRUCTION.match(body):
        piece.aside, piece.aside_rule = SetAsideReason.INSTRUCTION, "instruction to the reader"
    elif _OPINION.match(body):
        piece.aside, piece.aside_rule = SetAsideReason.OPINION, "opinion wording"
    elif _PREDICTION.search(body) and not _PAST_FACT.search(body):
        piece.aside, piece.aside_rule = SetAsideReason.PREDICTION, "future or possibility, nothing past"
