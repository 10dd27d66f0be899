"""The noun that a subject leaves out because the sentence before has it ("A first plane landed. A second | is due")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from timeline.extract.relatives import is_adverb, is_several
from timeline.extract.setting import Setting
from timeline.extract.subjects import singular, subject_of
from timeline.extract.undated import undated
from timeline.statements import Statements

_LONGEST: Final = 3  # words of a noun phrase
_MARKS: Final = ",.;:"
_LAST: Final = 2  # sentences in which the noun may stand


def completed(title: str, setting: Setting, words: Statements) -> str:
    """Return a title with the noun that its subject leaves out."""
    one, several = words.another.match(title), words.some.match(title)
    found = one or several
    head = title[: found.end()].rstrip(" ,") if found else ""
    aside = one and title.startswith(", ", len(head))
    if not found or not (aside or words.verbs.match(title, len(head) + 1)):
        return title
    if several and (words.happening.search(title) or words.follow_up.search(title)):
        return title  # "Two coaches fell into the gorge. Two were hurt"
    own = setting.text[setting.sentence.start : setting.sentence.end]
    if words.verbs.search(own, 0, max(own.casefold().find(head.casefold()), 0)):
        return title  # "One launch was scrubbed, and | another was called off"
    for sentence in reversed(setting.before[-_LAST:]):
        said = undated(setting.text, sentence.start, sentence.end, setting.earlier, words)
        nouns = set(_counted_nouns(said, words) if one else _nouns_of_several(said, words))
        if nouns:
            return f"{head} {nouns.pop()}{title[len(head) :]}" if len(nouns) == 1 else title
    return title


def _counted_nouns(said: str, words: Statements) -> Iterator[str]:
    """Yield the nouns that a sentence counts, each for one thing, or that of its subject if it tells of but one."""
    subject = subject_of(said, words)
    article = words.article.match(f"{subject} ".casefold())
    counted = [_noun(said, number.end(), words) for number in words.numbered.finditer(said)]
    several = [_noun(said, number.end(), words) for number in words.number_of_several.finditer(said)]
    plain = [noun for noun in several if is_several(noun, words) and not noun.endswith(words.bent_plurals)]
    own = _noun(subject[:1].lower() + subject[1:], 0, words)
    if plain and not words.number_of_several.match(subject) and is_several(own, words):
        return  # "Schools in Elm, which lost two cooks, reopened"
    counted += [singular(noun, words) for noun in plain]
    one = sum(words.article.fullmatch(f"{word} ") is not None for word in said.casefold().split()) == 1
    yield from filter(None, counted or [_noun(subject, article.end(), words) if article and one else ""])


def _nouns_of_several(said: str, words: Statements) -> Iterator[str]:
    """Yield the noun of the several things that a sentence is about ("All schools between Elm and Oak were shut")."""
    first, _, rest = subject_of(said, words).partition(" ")
    noun = _noun(rest, 0, words)
    if first and noun and is_several(noun, words):
        yield noun


def _noun(text: str, at: int, words: Statements) -> str:
    """Return the noun phrase at a place, up to a mark, a verb, a name or a preposition."""
    taken: list[str] = []
    for word in text[at:].split()[:_LONGEST]:
        bare = word.rstrip(_MARKS)
        ties = words.weak_cuts.fullmatch(bare) or words.cuts.fullmatch(bare) or words.verbs.fullmatch(bare)
        if (
            not bare.islower()
            or ties
            or bare in words.dangling | words.pronouns | words.large
            or is_adverb(bare, words)
        ):
            break
        taken.append(bare)
        if bare != word:
            break
    return " ".join(taken)
