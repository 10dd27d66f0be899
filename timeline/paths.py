"""Phrases as paths over the characters of a shape; all phrases of a language are followed at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple, TypeAlias

Step: TypeAlias = "tuple[int, Place]"  # the number of a token, and the place that takes it
Match: TypeAlias = "tuple[int, int, Phrase]"  # where a phrase begins and ends
_STOP: Final = "\0"  # a character that no token has


class Segment(NamedTuple):
    """The tokens `[start, end)` of a phrase between two semicolons, and the steps in which they are taken.

    Those of the contexts beside it are among the steps.
    """

    start: int
    end: int
    steps: list[Step]


class Place:
    """Where one token of a phrase stands: its characters, its arguments as (type, name), and the places after it.

    The places after it stand in the order in which they are tried: what may be left out before what follows it.
    """

    __slots__ = ("arguments", "chars", "segment", "then")

    def __init__(self, chars: str = "", arguments: tuple[tuple[str, str], ...] = (), segment: int = 0) -> None:
        self.chars, self.arguments, self.segment = chars, arguments, segment
        self.then: list[Place] = []


class Path(Place):
    """Places that lead from it back to it; it takes no token itself."""

    __slots__ = ()

    def pairs(self) -> list[tuple[Place, Place]]:
        """Return each place with each that can follow it; the path itself is before the first and behind the last."""
        places: list[Place] = [self]
        for place in places:  # which grow
            places += [then for then in place.then if then not in places]
        return [(place, then) for place in places for then in place.then]

    def steps(self, shape: str, start: int, end: int | None = None) -> list[Step] | None:
        """Return the steps from `start` to `end`, or to where the path first ends; None if it does not lead there."""
        places = self._from(self, shape, start, end)
        return None if places is None else list(enumerate(places, start))

    def _from(self, place: Place, shape: str, at: int, end: int | None) -> list[Place] | None:
        for then in place.then:
            if then is self:
                if end is None or at == end:
                    return []
            elif at < len(shape) and at != end and shape[at] in then.chars:
                rest = self._from(then, shape, at + 1, end)
                if rest is not None:
                    return [then, *rest]
        return None


class Context(Path):
    """What has to stand, or must not, before or after a phrase; `near` are the characters of its token next to that."""

    __slots__ = ("is_before", "is_wanted", "near")

    def __init__(self, *, is_before: bool, is_wanted: bool) -> None:
        super().__init__()
        self.is_before, self.is_wanted, self.near = is_before, is_wanted, ""

    def beside(self, shape: str, start: int, end: int) -> list[Step] | None:
        """Return the steps of the context beside tokens `[start, end)`; None where it does not stand there."""
        if not self.is_before:
            return self.steps(shape, end) if end < len(shape) and shape[end] in self.near else None
        if not start or shape[start - 1] not in self.near:
            return None
        tried = (self.steps(shape, at, start) for at in range(start - 1, -1, -1))
        return next((steps for steps in tried if steps is not None), None)


class Phrase(Path):
    """A phrase and its contexts."""

    __slots__ = ("contexts",)

    def __init__(self) -> None:
        super().__init__()
        self.contexts: list[Context] = []

    def stands(self, shape: str, start: int, end: int) -> bool:
        """Tell whether what stands beside `[start, end)` lets it stand there."""
        if not self.contexts:  # as for most
            return True
        return all((context.beside(shape, start, end) is not None) is context.is_wanted for context in self.contexts)

    def segments(self, shape: str, start: int, end: int) -> list[Segment]:
        """Return its segments where it stands at `[start, end)`."""
        steps = self.steps(shape, start, end) or []
        parts = [list(part) for _, part in groupby(steps, _segment)] if steps[-1][1].segment else [steps]
        segments = [Segment(part[0][0], part[-1][0] + 1, part) for part in parts]
        for context in self.contexts:
            if context.is_wanted:
                beside = context.beside(shape, start, end) or []
                if context.is_before:
                    segments[0].steps[:0] = beside
                else:
                    segments[-1].steps.extend(beside)
        return segments


def _segment(step: Step) -> int:
    return step[1].segment


class State(dict[str, "State | None"]):
    """How far all phrases can have come at a place of a shape: the next state by the next character, none after none.

    A state is made when a shape first comes to it, and there are few; `phrases` are those that can end in it, in order.
    """

    __slots__ = ("_known", "_places", "phrases")

    def __init__(self, places: Sequence[Place], known: dict[tuple[Place, ...], State]) -> None:
        super().__init__()
        self.phrases = [place for place in places if isinstance(place, Phrase)]
        self._places = [place for place in places if place.chars]
        self._known = known

    def __missing__(self, char: str) -> State | None:
        places = tuple(dict.fromkeys([then for place in self._places if char in place.chars for then in place.then]))
        state = self._known.get(places)
        if state is None and places:
            state = self._known[places] = State(places, self._known)
        self[char] = state
        return state


def standing(begin: State, shape: str) -> Iterator[Match]:
    """Yield where in a shape the phrases can stand that lead on from a state, whatever is beside them."""
    shape += _STOP
    for start in range(len(shape)):
        state, end = begin[shape[start]], start + 1
        while state is not None:
            for phrase in state.phrases:
                yield start, end, phrase
            state = state[shape[end]]
            end += 1
