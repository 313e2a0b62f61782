"""Who says what: every statement that a draft gives as somebody's, from cues, quotations and their neighbours."""

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.model import HouseLists, Span
from factcheck.split.contents import content
from factcheck.split.cues import Cue, cues
from factcheck.split.lines import Line, line
from factcheck.split.referents import Referents
from factcheck.split.speech import verbs
from factcheck.split.tokens import Tokens, tokens
from factcheck.split.types import Attribution, Cast, Form, Quotation, Sentence


def attributions(
    text: str,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    cast: Cast,
    house: HouseLists | None = None,
    words: Sequence[Tokens] | None = None,
) -> list[Attribution]:
    """Every statement that the text gives as somebody's, in the order of their first words.

    `words` are the tokens of each sentence where the caller has them already.
    """
    table = verbs((house or HouseLists()).speech_verbs)
    referents = Referents(text, cast)
    outer = [index for index, quotation in enumerate(quotations) if quotation.depth == 0]
    starts = [quotations[index].start for index in outer]
    found: list[Attribution] = []
    owned: dict[int, int] = {}
    last: tuple[str, bool] | None = None
    floating: list[tuple[int, int]] = []
    for number, sentence in enumerate(sentences):
        first = bisect_left(starts, sentence.start)
        while first > 0 and quotations[outer[first - 1]].end > sentence.start:
            first -= 1
        inside = []
        for index in outer[first:]:
            if quotations[index].start >= sentence.end:
                break
            inside.append(index)
        own = words[number] if words is not None else tokens(text, sentence.start, sentence.end)
        row = line(number, sentence, own, quotations, inside)
        source: tuple[int, int] | None = None
        here = cues(row, table)
        for place, cue in enumerate(here):
            source = cue.source or source
            limit = _limit(row, here, place)
            parts = content(row, cue, limit)
            if not parts or source is None:
                continue
            found.append(_attribution(text, row, cue, source, parts, quotations, referents, last))
            for index in inside:
                if any(part.start <= quotations[index].start < part.end for part in found[-1].content):
                    owned.setdefault(index, len(found) - 1)
        for index in inside:
            if index not in owned and quotations[index].words > 2:
                floating.append((index, number))
    _carry(text, quotations, sentences, floating, owned, found)
    found.sort(key=lambda attribution: (attribution.content[0].start, -attribution.content[-1].end))
    return found


def _limit(row: Line, here: list[Cue], place: int) -> int:
    """Index past the last word that the cue at place can reach: the next statement starts there."""
    tags = row.tags
    for other in here[place + 1 :]:
        start = (
            other.first if other.source is None or other.rule != "said" else min(other.first, other.source[0])
        )
        back = start
        while back > 0 and tags[back - 1] in "aux":
            back -= 1
        if other.rule == "participle" and back and tags[back - 1] == ",":
            return back
        if other.rule == "according" and start and tags[start - 1] == ",":
            return start
        if back < start and back and tags[back - 1] == ",":
            return back
        if other.shared and back < start:
            return back
    return len(tags)


def _attribution(
    text: str,
    row: Line,
    cue: Cue,
    source: tuple[int, int],
    parts: list[tuple[int, int]],
    quotations: Sequence[Quotation],
    referents: Referents,
    last: tuple[str, bool] | None,
) -> Attribution:
    """The attribution of one cue with exact spans; a quotation in its content is taken whole."""
    spans = []
    quoted = 0
    total = 0
    for first, end in parts:
        start, stop = row.starts[first], row.ends[end - 1]
        turn = row.tags[:first].count("Q")
        for place in range(first, end):
            if row.tags[place] == "Q":
                quotation = quotations[row.quoted[turn]]
                turn += 1
                if place == first:
                    start = quotation.start
                if place == end - 1:
                    stop = quotation.end
                quoted += quotation.end - quotation.start
        spans.append(Span(start, stop))
        total += stop - start
    share = quoted / total if total else 0
    form = Form.DIRECT if share >= 0.8 else Form.MIXED if quoted else Form.INDIRECT
    whole = Span(row.starts[source[0]], row.ends[source[1] - 1])
    mention, name, sure = referents.resolve(whole, last)
    return Attribution(
        tuple(spans),
        whole,
        Span(row.starts[cue.first], row.ends[cue.end - 1]),
        mention,
        form,
        row.number,
        name,
        sure,
        False,
        cue.rule,
    )


def _carry(
    text: str,
    quotations: Sequence[Quotation],
    sentences: Sequence[Sentence],
    floating: list[tuple[int, int]],
    owned: dict[int, int],
    found: list[Attribution],
) -> None:
    """Give quotations without a cue to the speaker before them, where one goes on."""
    for index, number in floating:
        if index in owned:
            continue
        quotation = quotations[index]
        before = [a for a in found if a.content[0].start < quotation.start and a.form is not Form.INDIRECT]
        if not before:
            continue
        last = max(before, key=lambda a: max(a.content[-1].end, a.cue.end if a.cue else 0))
        if sentences[last.sentence].block < quotation.block - 1:
            continue
        whole = text[sentences[number].start : sentences[number].end].strip()
        if (
            quotation.start - sentences[number].start > 2
            or quotation.end < sentences[number].end - 2
            or not whole
        ):
            continue
        owned[index] = len(found)
        found.append(
            last._replace(
                content=(Span(quotation.start, quotation.end),),
                cue=None,
                form=Form.DIRECT,
                sentence=number,
                carried=True,
                rule="carried",
            )
        )
