"""Whether two titles name one act: the same verb, or a noun of its family, and the same actor or figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from timeline.event import Mention
from timeline.extract.names import name_key
from timeline.extract.subjects import subject_of
from timeline.merge.similarity import STEM, stems
from timeline.merge.words import tokenizer
from timeline.statements import Statements, statements

_BESIDE: Final = 12  # characters after a verb: "struck again", "held a second debate"
_SEVERAL: Final = 2  # words that two titles of one matter have in common
_ROOT: Final = 4  # letters that words of one family share
_WORD: Final = re.compile(r"[^\W\d_]+")
_Act: TypeAlias = tuple[str, str]  # what stands before the word of an act, and that and the next
_FIGURE: Final = re.compile(r"\d{2,}(?:[.,]\d+)*")


def is_one_act(one: Mention, other: Mention, language: str) -> bool:
    """Tell whether two mentions name the same act and the same actor or figure, and neither tells of one more."""
    once = _shared_once(one, other, statements(language))
    if not once or _marks(one) & _marks(other):
        return bool(once)
    by_one = any(before[0] == same[0] for before, same in once)
    return by_one and not (one.names and other.names)


def have_an_act(ones: Iterable[Mention], others: Iterable[Mention], language: str) -> bool:
    """Tell whether two mentions, one of each, name an act of one family, whoever acts."""
    words = statements(language)
    mine, theirs = (" / ".join(words.in_one_word(each.title) for each in mentions) for mentions in (ones, others))
    return _has_any(mine, theirs, words) or _has_any(theirs, mine, words)


def _has_any(one: str, other: str, words: Statements) -> bool:
    """Tell whether some titles have a word akin to a verb of others, or to one behind a modal there."""
    said = {word.casefold() for word in _WORD.findall(other)}
    return any(_is_akin(act, word, words) for act in _acts(one, words) for word in said)


def _acts(title: str, words: Statements) -> set[str]:
    """Return the verbs of a title but for auxiliaries, and those behind a modal ("will | provide")."""
    verbs = [verb[0] for verb in words.verbs.finditer(title)] + [each[1] for each in words.infinitive.finditer(title)]
    return {verb.casefold() for verb in verbs} - words.auxiliaries


def is_one_matter(one: Mention, other: Mention, language: str) -> bool:
    """Tell whether two titles have most words of the shorter in common, one that is no name among them, and an act.

    It is the first act of both. None is asked where one has none: "the jury's verdict".
    """
    words, tokens = statements(language), tokenizer(language)
    titles = [words.in_one_word(each.title) for each in (one, other)]
    mine, theirs = ({*stems(tokens(title.lower()))} for title in titles)
    both, shorter = mine & theirs, min(len(mine), len(theirs))
    if len(both) < max(_SEVERAL, shorter / 2) or both <= {*stems(_marks(one) | _marks(other))}:
        return False
    if not all(_acts(title, words) for title in titles):
        return True
    shared = _shared_once(one, other, words)
    return any(not any(_acts(before, words) for before, _ in acts) for acts in shared)


def told_once(mention: Mention, language: str) -> frozenset[tuple[str, str]]:
    """Return what a title tells of that happens but once: ("first", "case"), or ("kill", "vale") where Vale died."""
    words = statements(language)
    only = {
        (found[1].casefold(), words.same.get(word, word)[:STEM])
        for found in words.unique.finditer(mention.title)
        for word in (found[2].casefold(), (found[3] or "").casefold())
        if word and word not in words.common and not words.occurred.fullmatch(word)
    }
    return frozenset(only | _once_in_a_life(mention, words))


def _once_in_a_life(mention: Mention, words: Statements) -> set[tuple[str, str]]:
    """Return what a title tells of somebody by name that does not happen to one person twice within days."""
    act = words.once.search(mention.title)
    subject = subject_of(mention.title, words) if act else ""
    if not act or words.weak_cuts.search(subject):  # "Police in Elm arrested ...": no Elm was arrested
        return set()
    name = subject.casefold().rpartition(" ")[2]
    return {(words.same.get(act[0].casefold(), act[0].casefold()), name)} if name in name_words(mention) else set()


def _shared_once(one: Mention, other: Mention, words: Statements) -> list[tuple[_Act, _Act]]:
    """Return the acts that two titles share, but for those that happened once more: "struck again"."""
    mine, theirs = words.in_one_word(one.title), words.in_one_word(other.title)
    shared = [*_shared_acts(mine, theirs, words), *_shared_acts(theirs, mine, words)]
    return [acts for acts in shared if not any(words.more.search(beside) for _, beside in acts)]


def _shared_acts(one: str, other: str, words: Statements) -> Iterator[tuple[_Act, _Act]]:
    """Yield, for each verb of a title of which the other has a word, what stands before each, and that and the next."""
    for verb in words.verbs.finditer(one):
        if verb[0].casefold() not in words.auxiliaries:
            for word in _WORD.finditer(other):
                if _is_akin(verb[0].casefold(), word[0].casefold(), words):
                    yield _beside(one, verb), _beside(other, word)


def _is_akin(verb: str, word: str, words: Statements) -> bool:
    """Tell whether a verb and a word are of one family ("offered", "offer") or mean the same ("resigned", "quit")."""
    one, other = stems(words.same.get(each, each) for each in (verb, word))
    if one == other:
        return True
    return min(len(one), len(other)) >= _ROOT and (one.startswith(other) or other.startswith(one))


def _beside(title: str, word: re.Match[str]) -> tuple[str, str]:
    """Return what stands before a word of a title, and the same with what comes right after it."""
    return title[: word.start()].casefold(), title[: word.end() + _BESIDE]


def _marks(mention: Mention) -> set[str]:
    """Return the words of the names of a mention and the figures of its title."""
    return name_words(mention) | set(_FIGURE.findall(mention.title))


def name_words(mention: Mention) -> set[str]:
    """Return the words of the names of a mention."""
    return {word for name in mention.names for word in name_key(name).split()}
