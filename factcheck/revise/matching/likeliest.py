"""Places in the current draft that a lost claim may stand at: a suggestion for a person, never a decision."""

from collections.abc import Sequence

from factcheck.model import ClaimRow
from factcheck.text import folded

_OFFERED = 8


def likeliest(words: str, rows: Sequence[ClaimRow]) -> tuple[ClaimRow, ...]:
    """The claims whose words are most like some other words, most alike first.

    Args:
        words: the words of the lost claim.
        rows: claims that stand in the current draft.
    """
    from rapidfuzz import fuzz, process  # 40 ms that only this and the alignment pay

    found = process.extract(
        folded(words), [folded(row.text) for row in rows], scorer=fuzz.token_sort_ratio, limit=_OFFERED
    )
    return tuple(rows[place] for _, _, place in found)
