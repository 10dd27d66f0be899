"""A date expression found in a text, with its value: the TIMEX3 of TimeML."""

from __future__ import annotations

from timeline.moments import Mod, TimexType
from timeline.values import frozen
from timeline.when import Repeat, When


@frozen
class Timex:
    """An expression at `[start, end)` of a text (in characters) and what it means.

    `rule` names the rule that read it; `said` are the fields that were written: the rest was implied by the anchor.
    `note` says what contradicts the value, "" for nothing ("says Monday, but 2025-06-17 is a Tuesday").
    """

    start: int
    end: int
    text: str
    when: When
    rule: str
    said: frozenset[str] = frozenset()
    note: str = ""

    @property
    def type(self) -> TimexType:
        """DATE, TIME, DURATION or SET."""
        return self.when.type

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        return self.when.value

    @property
    def mod(self) -> Mod | None:
        """The TIMEX3 modifier, if any."""
        return self.when.mod

    @property
    def quant(self) -> str | None:
        """The quantifier of a SET ("EVERY")."""
        return self.when.quant if isinstance(self.when, Repeat) else None

    @property
    def freq(self) -> str | None:
        """The frequency of a SET ("2X")."""
        return self.when.freq if isinstance(self.when, Repeat) else None
