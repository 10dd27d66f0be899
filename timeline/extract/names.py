"""People, organisations and places as an article writes them: capitalised runs, without any model.

A short form stands for the long one of the same article: "Vale" for "Marta Vale", "KCNA" for what it abbreviates.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from attrs import frozen

from timeline.letters import CAPITAL
from timeline.sentences import Sentence
from timeline.statements import Statements

_UPPER: Final = f"[{CAPITAL}]"
_CAPITAL: Final = (
    rf"(?:{_UPPER}(?:\.{_UPPER})+\.?|{_UPPER}\.(?=[ \u00a0]{_UPPER})|{_UPPER}[^\W_]*(?:[-&’'](?!s\b)[^\W_]+)*)"
)
_RUN: Final = re.compile(rf"(?<![\w@#.’'-]){_CAPITAL}(?:[ \u00a0](?:[a-z]{{2,3}}[ \u00a0]){{0,2}}{_CAPITAL}){{0,7}}")
NAME_AT_END: Final = re.compile(rf"[{CAPITAL}]\S*(?:\s(?:[{CAPITAL}]\S*|\d+))*$")
_PARTS: Final = re.compile(r"[ \u00a0]")
_LOWER: Final = re.compile(r"\b[a-zß-ÿ]+")
_INITIAL: Final = re.compile(r"\b[A-Z]\.?\s")


@frozen
class Names:
    """The names of an article in order, each at `[start, end)`, with the long form that it stands for."""

    found: tuple[tuple[int, int, str], ...]

    def within(self, start: int, end: int) -> tuple[str, ...]:
        """Return the names in a stretch, each once, in order."""
        return tuple(dict.fromkeys(name for begin, finish, name in self.found if start <= begin and finish <= end))


def name_key(name: str) -> str:
    """Return what names are compared by: capitals, hyphens and initials do not matter.

    >>> name_key("Kim Jong-un") == name_key("Kim Jong Un"), name_key("Ann B. Cole") == name_key("Ann Cole")
    (True, True)
    """
    return " ".join(_INITIAL.sub("", name.replace("-", " ")).casefold().replace(".", "").split())


def names_in(text: str, sentences: Iterable[Sentence], words: Statements) -> Names:
    """Return the names of an article's sentences; headlines, where every word is capitalised, are passed over."""
    lower = frozenset(_LOWER.findall(text))
    found: list[tuple[int, int]] = []
    for sentence in sentences:
        if sentence.heading:
            continue
        for run in _RUN.finditer(text, sentence.start, sentence.end):
            found.extend(_trimmed(text, run.span(), sentence.start, lower, words))
    persons = {text[start:end] for start, end in found if _is_person(text, start, words)}
    long = _long_forms([text[start:end] for start, end in found], persons)
    return Names(tuple((start, end, long.get(text[start:end], text[start:end])) for start, end in found))


def _trimmed(
    text: str, run: tuple[int, int], sentence: int, lower: frozenset[str], words: Statements
) -> list[tuple[int, int]]:
    """Cut a capitalised run at titles ("Security Council Secretary Ann Cole" holds two names) and no-names."""
    spans: list[tuple[int, int]] = []
    at = run[0]
    current: list[tuple[int, int, str]] = []
    for part in [*_PARTS.split(text[run[0] : run[1]]), ""]:
        word = part.casefold().rstrip(".")
        first = at == run[0] and not text[sentence:at].strip(" \"“‘'([")
        ends = not part or word in words.name_titles or word in words.no_names or (first and word in lower)
        if ends:
            spans.extend(_span(current))
            current = []
        else:
            current.append((at, at + len(part), part))
        at += len(part) + 1
    return spans


def _span(parts: Sequence[tuple[int, int, str]]) -> list[tuple[int, int]]:
    """Return the span of a name's parts without small words at its ends, if anything remains."""
    named = [part for part in parts if part[2][:1].isupper()]
    if not named or len(named[-1][2]) < 2:
        return []
    return [(named[0][0], named[-1][1])]


def _is_person(text: str, start: int, words: Statements) -> bool:
    """Tell whether a title or a role stands before a name."""
    before = text[max(0, start - 24) : start].replace(",", " ").split()
    last = before[-1].casefold().rstrip(".") if before else ""
    return last in words.name_titles or last in words.name_roles


def _long_forms(names: Sequence[str], persons: Collection[str]) -> dict[str, str]:
    """Return the long form of each short name: the fullest spelling, a person's last or first name, an acronym."""
    counts = Counter(names)
    keys = {name: name_key(name) for name in counts}
    fullest: dict[str, str] = {}
    for name, key in keys.items():
        fullest[key] = max(fullest.get(key, name), name, key=lambda spelt: (counts[spelt], len(spelt), spelt))
    by_part: dict[str, list[str]] = {}
    for name in sorted(set(fullest.values())):
        parts = _PARTS.split(name)
        if 2 <= len(parts) <= 4:
            by_part.setdefault(name_key(parts[-1]), []).append(name)
            if name in persons:
                by_part.setdefault(name_key(parts[0]), []).append(name)
            if len(parts) > 2:
                by_part.setdefault("".join(part[0] for part in parts).casefold(), []).append(name)
    long = {name: fullest[key] for name, key in keys.items()}
    for name, key in keys.items():
        owners = by_part.get(key, [])
        if " " not in name and len({keys[owner] for owner in owners}) == 1 and len(name) > 1:
            long[name] = owners[0]
    return long


def place_at_end(phrase: str, words: Statements) -> int:
    """Return where the preposition and the name begin that a phrase ends with ("the raid | in New Elm"), or -1."""
    name = NAME_AT_END.search(phrase)
    before = phrase[: name.start()].rstrip() if name else ""
    tie = before.rpartition(" ")[2]
    return len(before) - len(tie) if words.weak_cuts.fullmatch(tie) else -1
