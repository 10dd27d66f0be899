"""Where a statement stands in its article."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from timeline.sentences import Sentence
from timeline.timex import Timex


@frozen
class Setting:
    """Where a statement stands: its article's text and headline, its sentence, some before it, and their dates."""

    text: str
    headline: str
    sentence: Sentence
    before: Sequence[Sentence]
    timexes: Sequence[Timex]
    earlier: Sequence[Timex] = ()
    history: bool = False  # its date is so long ago that no headline tells of it

    @property
    def lent(self) -> str:
        """The headline, where that can be the title of the statement."""
        return "" if self.history else self.headline
