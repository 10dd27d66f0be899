"""The title of a statement: its own clause, with what it points to put in; failing that, its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve, frozen

from timeline.article import Article
from timeline.event import Kind
from timeline.extract.clauses import Statement
from timeline.extract.relatives import is_participle
from timeline.extract.shorten import LONGEST, capital, shorten
from timeline.extract.subjects import (
    antecedent,
    is_of_object,
    is_passive,
    is_relative,
    object_of,
    plain_subject,
    subject_beside,
    subject_of,
    verb_group,
    with_object,
    with_verb,
)
from timeline.extract.telling import Telling, find_telling
from timeline.extract.titles import (
    headline,
    is_sound,
    points_back,
    title_of,
    told_title,
    undated,
)
from timeline.recognise import recognise
from timeline.sentences import Sentence
from timeline.statements import Statements
from timeline.timex import Timex

_TOKEN: Final = re.compile(r"[^\W_]{3,}")
_SHARED: Final = 2.5  # at least one in this many of a headline's words must stand in the sentence
_POSSESSIVE: Final = re.compile(r"['’]")
_NEAR: Final = 5_000  # characters of a text among which a word is looked for
_QUOTE: Final = re.compile(r"[“\"‘]|(?<!\w)'")
_FULL_NAME: Final = re.compile(r"(?<=[a-z,] )[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)+")
_AGED: Final = re.compile(r"\b\d{1,3}-year-old$")
_ANTECEDENT: Final = 6  # words of a noun phrase before a relative pronoun


@frozen
class Setting:
    """Where a statement stands: its article's text and headline, its sentence and some before it."""

    text: str
    headline: str
    sentence: Sentence
    before: Sequence[Sentence]
    timexes: Sequence[Timex]


def headlined(mention_quote: str, title: str, kind: Kind, words: Statements) -> str:
    """Return an article's headline if it tells what a sentence of it tells, else nothing."""
    if not is_sound(title, words) or words.follow_up.search(title) or (kind == "happened" and _hedged(title, words)):
        return ""
    told, said = _told(mention_quote, words), _told(title, words)
    return title if len(said) >= 3 and _SHARED * len(said & told) >= len(said) else ""


def headline_of(article: Article, words: Statements) -> str:
    """Return an article's headline without its site and its dates."""
    clean = headline(article.title, words)
    return title_of(clean, 0, len(clean), recognise(evolve(article, text=clean)), words)


def _hedged(title: str, words: Statements) -> bool:
    return words.possible.search(title) is not None or words.negated.search(title) is not None


def title_for(setting: Setting, statement: Statement, words: Statements) -> str:
    """Return the first sound one of the titles that a statement could have; the first of all if none is."""
    titles = [shorten(title, words) for title in _titles(setting, statement, words)]
    noun = statement.role == "noun" or not words.verbs.search(setting.text, statement.start, statement.end)
    sound = (title for title in titles if is_sound(title, words, noun))
    whole = (title for title in titles if title and not words.verbs.match(title))
    return next(sound, next(whole, next(filter(None, titles), "")))


def _titles(setting: Setting, statement: Statement, words: Statements) -> Iterator[str]:
    text, sentence, timexes = setting.text, setting.sentence, setting.timexes
    clause = text[statement.start : statement.end]
    if words.occurred.search(clause) and _is_of(setting.headline, clause, words):
        yield setting.headline
    own = _of_clause(setting, statement, words)
    if statement.role == "noun":
        own = _bare(own, words)
        yield own if " " in own else _bare(" ".join(clause.split()), words)  # "Monday's shooting"
    yield own
    telling = find_telling(text, (sentence.start, sentence.end), words)
    if telling:
        pronoun = points_back(text[slice(*telling.content)], words)
        teller = _teller(setting, telling, words)
        yield title_of(text, *telling.content, timexes, words, teller if _fits(text, teller, pronoun, words) else "")
    pronoun = points_back(text[sentence.start : sentence.end], words)
    before = _subject_before(setting, pronoun, words) if pronoun else ""
    before = _undergoing(setting, before, text[sentence.start : sentence.end], words)
    yield title_of(
        text, sentence.start, sentence.end, timexes, words, before if _fits(text, before, pronoun, words) else ""
    )


def _is_of(title: str, clause: str, words: Statements) -> bool:
    """Tell whether a clause that says that something happened says so of what the headline tells."""
    if words.follow_up.search(title) or _QUOTE.search(title):
        return False
    return points_back(clause, words) in words.things or bool(_told(title, words) & _told(clause, words))


def _told(text: str, words: Statements) -> set[str]:
    """Return the words of a text that tell something, in lower case."""
    return {token.casefold() for token in _TOKEN.findall(text)} - words.common


def _of_clause(setting: Setting, statement: Statement, words: Statements) -> str:
    text, timexes = setting.text, setting.timexes
    subject = _subject(setting, statement, words)
    title = title_of(text, statement.start, statement.end, timexes, words, subject, None)
    clause = text[statement.start : statement.end]
    if statement.subject and not points_back(clause, words):
        bare = title_of(text, statement.start, statement.end, timexes, words, longest=None)
        title = capital(with_verb(bare, subject, verb_group(text, statement.subject[1], words), words))
    elif is_of_object(clause, words):
        title = with_object(title, antecedent(undated(text, setting.sentence.start, statement.start, timexes, words), words), words)
    if len(title) <= LONGEST or not statement.content:
        return title
    teller = subject_of(title_of(text, statement.start, statement.content, timexes, words, longest=None), words)
    told = title_of(text, statement.content, statement.end, timexes, words, longest=None)
    return told_title(teller, told, words)


def _subject(setting: Setting, statement: Statement, words: Statements) -> str:
    """Return what a clause's subject is, where the clause itself only points to it."""
    text = setting.text
    clause = text[statement.start : statement.end]
    pronoun = points_back(clause, words)
    if statement.subject:
        before = text[slice(*statement.subject)]
        subject = plain_subject(before, words)
        if not points_back(before, words) and (not pronoun or _fits(text, subject, pronoun, words)):
            return subject
        pronoun = pronoun or points_back(before, words)
    elif _is_participle(text, statement, words):
        thing = antecedent(text[setting.sentence.start : statement.start], words)
        return f"{thing} {_be(text, thing, statement.end, words)}" if thing else ""
    elif is_relative(clause, words):
        pronoun, verb = (clause.split(maxsplit=2) + [""])[:2]
        before = undated(text, setting.sentence.start, statement.start, setting.timexes, words)
        thing = antecedent(before, words, pronoun in words.persons, verb in words.plural)
        tied = before.rstrip(" ")[-1:] != "," and thing.islower() and " " not in thing  # "residents who cannot come"
        return "" if tied or thing.rpartition(" ")[2].casefold() in words.indefinite else thing
    if not pronoun:
        return ""
    subject = _undergoing(setting, _pointed_at(setting, statement, pronoun, words), clause, words)
    return subject if _fits(text, subject, pronoun, words) else ""


def _is_participle(text: str, statement: Statement, words: Statements) -> bool:
    """Tell whether a statement is what commas set between a subject and its verb ("The road, built in 1931, ...")."""
    start = len(text[: statement.start + 1].rstrip())
    return text[start - 1 : start] == "," and is_participle(text, start + 1, words)


def _be(text: str, thing: str, end: int, words: Statements) -> str:
    """Return the verb that a participle lacks: of one thing or several, as the verb behind it or the noun tells."""
    verb = words.verbs.match(text, end + 1)
    ends = thing.split(" of ")[0].endswith("s")
    one, several = words.passive_be
    return several if (verb[0] in words.plural if verb and verb[0] in words.being else ends) else one


def _undergoing(setting: Setting, subject: str, clause: str, words: Statements) -> str:
    """Return the subject, but of a passive clause after those that arrest and charge whom they do it to.

    "Police chased two men. They were arrested" tells of the two men.
    """
    acts = subject.rpartition(" ")[2].casefold() in words.agents
    return _object_before(setting, words) if acts and is_passive(clause, words) else subject


def _fits(text: str, subject: str, pronoun: str, words: Statements) -> bool:
    """Tell whether a pronoun may stand for a subject: "he" is a person; "it" is too often nothing at all."""
    if pronoun in words.things - words.relatives:
        return False
    if not subject or pronoun not in words.singular:
        return bool(subject)
    parts = subject.split()
    if len(parts) == 1 and parts[0].lower() in _TOKEN.findall(text, 0, _NEAR):
        return False  # no name, but the first word of a sentence
    return all(part[:1].isupper() or part in words.inside_names for part in parts) or bool(
        words.name_roles & {part.casefold() for part in parts} or _AGED.search(subject)
    )


def _pointed_at(setting: Setting, statement: Statement, pronoun: str, words: Statements) -> str:
    """Return the words that a pronoun at the head of a clause most likely stands for."""
    text, sentence = setting.text, setting.sentence
    telling = find_telling(text, (sentence.start, sentence.end), words)
    if telling and telling.head and statement.start >= telling.content[0] and pronoun in words.persons:
        return _teller(setting, telling, words)
    if beside := subject_beside(text[statement.start : statement.end], words):
        return beside
    if statement.start > sentence.start:
        return subject_of(text[sentence.start : statement.start], words)
    return _subject_before(setting, pronoun, words)


def _subject_before(setting: Setting, pronoun: str, words: Statements) -> str:
    """Return who or what the sentence before is about: the subject of what it tells, rather than who tells it.

    A sentence that only points back itself is passed over, but where it points to another ("He married Ann Vale. She").
    """
    for sentence in reversed(setting.before):
        span = (sentence.start, sentence.end)
        telling = find_telling(setting.text, span, words)
        about = setting.text[slice(*(telling.content if telling else span))]
        back = points_back(about, words)
        if words.alike.get(back, back) == words.alike.get(pronoun, pronoun):
            continue
        if subject := subject_of(about, words) or (_named(about) if back in words.alike else ""):
            return subject
        if not back:
            break
    return ""


def _named(sentence: str) -> str:
    """Return the one full name of a sentence, if there is only one."""
    names = {name[0] for name in _FULL_NAME.finditer(sentence)}
    return names.pop() if len(names) == 1 else ""


def _object_before(setting: Setting, words: Statements) -> str:
    """Return whom the sentence before tells something to have been done to."""
    if not setting.before:
        return ""
    last = setting.before[-1]
    return object_of(setting.text[last.start : last.end], words)


def _teller(setting: Setting, telling: Telling, words: Statements) -> str:
    """Return who tells, for "they" in what they tell means themselves."""
    return subject_of(setting.text[telling.start : telling.end], words) if telling.head else ""


def _bare(noun: str, words: Statements) -> str:
    """Return a noun phrase without its article."""
    first, _, rest = noun.partition(" ")
    return (
        rest[:1].upper() + rest[1:]
        if words.determiner.fullmatch(f"{first} ") and not _POSSESSIVE.search(first)
        else noun
    )
