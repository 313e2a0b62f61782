"""The house's own rules: what a finding needs before sign-off, and what a new draft withdraws."""

from typing import Annotated

from db.vocabulary import Strictness
from factcheck.model.base import Between, Value, value


@value
class HouseRules(Value):
    """What a desk insists on: needs warn when a claim is decided and block at sign-off."""

    verified_needs_support: bool = True
    """A verified claim needs a citation that supports it; a lead never counts."""
    support_needs_place: bool = True
    """That citation needs a locator or a quotation."""
    independent_origins: Annotated[int, Between(1, 9)] = 1
    """Origins that a verified claim needs; sources that repeat one origin count once."""
    ticks: Strictness = Strictness.WARN
    """What becomes of a verified claim with check points that nobody ticked: `required`, `warn` or `off`."""
    tiers: Strictness = Strictness.WARN
    """What becomes of a verified or wrong claim that rests on citations of which nobody said the tier."""
    imprecise_needs_wording: bool = True
    """An imprecise claim needs proposed wording."""
    misleading_needs_wording_or_note: bool = True
    """A misleading claim needs proposed wording or a note."""
    wrong_needs_contradiction: bool = True
    """A wrong claim needs a citation that contradicts it; a lead never counts."""
    unverifiable_needs_note: bool = True
    """An unverifiable claim needs a note on what was tried."""
    waiting_needs_whom: bool = True
    """A waiting claim needs the name of whom it waits for."""
    legal_needs_review: bool = False
    """A claim with the legal flag needs a second person's agreement."""
    all_need_review: bool = False
    """Every claim needs a second person's agreement."""
    wording_keeps_mark: bool = False
    """A claim keeps its mark in the next draft when nothing but “the”, “that”, “which” and commas changed."""
