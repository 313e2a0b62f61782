"""The queue of an article written out for people to read, and held against a golden file."""

from factcheck.model import Article, Split

WIDE = 100


def queue(article: Article, split: Split) -> str:
    """The claims and the passages set aside in reading order, a few lines each."""
    items = [(claim.start, -claim.end, index) for index, claim in enumerate(split.claims)]
    lines: list[str] = []
    passages = sorted(split.set_aside, key=lambda one: one.start)
    for start, _, index in sorted(items):
        while passages and passages[0].start < start:
            lines += _passage(passages.pop(0))
        lines += _claim(article, split, index)
    for passage in passages:
        lines += _passage(passage)
    lines.append(f"{len(split.claims)} claims, {split.covered} of {split.words} words covered")
    lines += [f"remark: {remark}" for remark in split.remarks]
    return "\n".join(lines) + "\n"


def _passage(passage) -> list[str]:
    return [f"--- {passage.reason} ({passage.rule}): {_line(passage.text)}", ""]


def _claim(article: Article, split: Split, index: int) -> list[str]:
    claim = split.claims[index]
    words = " […] ".join(_line(article.text[part.start : part.end]) for part in claim.parts)
    lines = [f"• {words}"]
    if claim.restatement:
        lines.append(f"    plainly: {claim.restatement}")
    if claim.speaker:
        doubt = "" if claim.speaker.sure else " (look again)"
        lines.append(f"    says: {claim.speaker.label}{doubt}, “{_line(claim.speaker.cue)}”")
    if claim.parent is not None:
        lines.append(f"    inside: {_line(split.claims[claim.parent].text)[:40]}…")
    for point in claim.check_points:
        remark = f" ({point.remark})" if point.remark and point.kind == "date" else ""
        lines.append(f"    {point.kind}: {_line(point.text)}{remark}")
    lines.append(f"    priority {claim.priority}: {'; '.join(claim.reasons) or 'nothing stands out'}")
    lines.append("")
    return lines


def _line(text: str) -> str:
    return " ".join(text.split())
