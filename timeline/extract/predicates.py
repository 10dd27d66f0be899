"""What a clause says of its subject: its verbs and its object, found in it or put into a title that lacks them."""

from __future__ import annotations

import re
from typing import Final

from timeline.extract.relatives import is_adverb, is_passive_form
from timeline.extract.shorten import EDGES, LONGEST
from timeline.extract.titles import opened
from timeline.statements import Statements

_WORD: Final = re.compile(r"[^\W_][\w’'-]*")
_LONGEST_GROUP: Final = 60  # characters
_LONGEST_OBJECT: Final = 5  # words


def verb_group(text: str, at: int, words: Statements) -> tuple[str, str]:
    """Return the auxiliary verbs at a place, and the verb after them ("had been", "scrubbed")."""
    helpers: list[str] = []
    for word in _WORD.finditer(text, at, at + _LONGEST_GROUP):
        if word[0] in words.auxiliaries or (helpers and is_adverb(word[0], words)):
            helpers.append(word[0])
        elif not helpers and not words.verbs.fullmatch(word[0]):
            return "", ""
        elif words.weak_cuts.fullmatch(word[0]) or word[0] in words.dangling:
            break
        else:
            return " ".join(helpers), word[0]
    return " ".join(helpers), ""


def object_of(clause: str, words: Statements) -> str:
    """Return the noun phrase right after the verb of a clause, where a determiner or a number opens it.

    >>> from timeline.statements import statements
    >>> object_of("Police chased two men through the harbour.", statements("en"))
    'two men'
    """
    verb = words.verbs.search(clause)
    phrase = words.phrase.match(clause, verb.end()) if verb else None
    if not phrase:
        return ""
    joined = (each for each in words.coordinators.finditer(phrase[1]) if words.verbs.match(phrase[1], each.end() + 1))
    cut = words.weak_cuts.search(phrase[1]) or words.cuts.search(phrase[1]) or next(joined, None)
    found = (phrase[1][: cut.start()] if cut else phrase[1]).strip()
    return found if " " in found and len(found.split()) <= _LONGEST_OBJECT else ""


def is_passive(clause: str, words: Statements) -> bool:
    """Tell whether a clause that a pronoun opens is in the passive: "They were arrested"."""
    clause = clause.lstrip()
    pronoun = _WORD.match(clause)
    if not pronoun:
        return False
    helpers, verb = verb_group(clause, pronoun.end() + 1, words)
    return is_passive_form(verb, words) and not words.being.isdisjoint(helpers.split())


def is_acting(clause: str, words: Statements) -> bool:
    """Tell whether the "it" at the head of a clause does or undergoes something ("it plans to", "it was published").

    It does not in "it was Bo who", "it happened", "it is believed that".
    """
    clause, at = _behind_pronoun(clause, words)
    helpers, verb = verb_group(clause, at, words)
    last = (helpers or verb).split(" ")[-1]
    dummy = words.dummies.fullmatch(verb or last) and not words.enacting.search(clause)
    if not last or dummy or words.occurred.fullmatch(verb or last):
        return False
    undergoes = is_passive_form(verb, words) or words.verbs.fullmatch(verb) is not None
    if verb and last in words.infinitives:
        return True  # "it is to report"
    if not words.being.isdisjoint(helpers.split()) or last in words.being:
        begins = clause.find(verb) + len(verb) if verb else 0
        said = words.telling.fullmatch(verb) or words.that.match(clause, begins + 1)
        acting = verb.endswith(words.participles) or verb in words.open_ended
        return (undergoes or acting) and not said
    return True


def is_befalling(clause: str, words: Statements) -> bool:
    """Tell whether a happening can do what a clause says of its pronoun ("it killed two", "it was found", "it may")."""
    clause, at = _behind_pronoun(clause, words)
    helpers, verb = verb_group(clause, at, words)
    return not words.being.isdisjoint(helpers.split()) or not verb or words.befalling.fullmatch(verb) is not None


def is_occurring(clause: str, words: Statements) -> bool:
    """Tell whether a clause says that its pronoun took place ("it broke out at noon", but not "it struck a deal")."""
    clause, at = _behind_pronoun(clause, words)
    occurred = words.occurred.match(clause, at)
    if not occurred or words.phrase.match(clause, occurred.end()):
        return False
    return words.infinitives.isdisjoint(clause[occurred.end() :].split()[:1])


def _behind_pronoun(clause: str, words: Statements) -> tuple[str, int]:
    """Return a clause from its pronoun on, and where what it says of that begins."""
    clause = opened(clause.strip(EDGES), words)
    pronoun = _WORD.match(clause)
    return clause, pronoun.end() + 1 if pronoun else len(clause)


def with_verb(title: str, subject: str, group: tuple[str, str], words: Statements) -> str:
    """Return a clause with the subject and as much of the verb as it left out.

    "Ann flew to Rome and Bo | to Oslo", "Ann was arrested and | charged", "Ann flew to Rome and | to Oslo".
    """
    helpers, verb = group
    whole = f"{helpers} {verb}".strip()
    rest = f"{title[:1].lower()}{title[1:]}" if _is_lower(title, words) else title
    first = rest.split(" ", maxsplit=1)[0]
    if is_adverb(first, words) and words.verbs.match(rest, len(first) + 1):
        rest = rest[len(first) + 1 :]  # "was blocked in May and | formally | dropped"
        first = rest.split(" ", maxsplit=1)[0]
    if words.pasts.get(first) in words.passive_be:
        first, rest = words.pasts[first], words.pasts[first] + rest[len(first) :]  # "before | being freed in 2013"
    if not first or not subject or not (whole or words.verbs.match(rest)):
        return title
    if first in words.pasts and first.endswith(words.participles):
        return _with_past(rest, subject, title, words)
    alone = first in words.auxiliaries or first in words.intransitive
    if (
        helpers
        and not alone
        and helpers.split(" ")[-1] in words.modals
        and first.islower()
        and not (words.weak_cuts.match(rest) or words.starts.match(rest))  # "would open the dam and | the tunnel"
    ):
        return f"{subject} {helpers} {rest}"
    if words.verbs.match(rest):
        acts = words.phrase.match(rest, len(first))  # "was elected and won | a third term"
        passive = is_passive_form(first, words) and not acts
        return " ".join(f"{subject} {'' if alone or not passive else helpers} {rest}".split())
    stated = words.verbs.search(rest)
    if stated and first not in words.pasts:
        return f"{subject} {rest}" if words.weak_cuts.match(rest) and ", " not in rest else title
    doing = first.endswith(words.participles)
    return _with_past(rest, subject, title, words) if doing else _without_verb(rest, subject, group, words)


def _with_past(rest: str, subject: str, title: str, words: Statements) -> str:
    """Return a participle as the verb of its subject (", | becoming its head in 1966"); the title if that is long."""
    first, _, behind = rest.partition(" ")
    joined = f"{subject} {words.pasts.get(first, first)} {behind}".rstrip()
    return joined if len(joined) <= LONGEST else title


def _is_lower(title: str, words: Statements) -> bool:
    """Tell whether the first word of a title is no name."""
    first = title.split(" ", maxsplit=1)[0].casefold()
    return bool(
        words.weak_cuts.match(title)
        or words.verbs.match(title)
        or first.endswith(words.participles)
        or first in words.dangling | words.auxiliaries
    )


def _without_verb(rest: str, subject: str, group: tuple[str, str], words: Statements) -> str:
    helpers, verb = group
    if verb and helpers.rpartition(" ")[2] in words.being and _says_what(verb, words):
        return f"{subject} {helpers} {rest}"  # "was mayor in 1986 and | its deputy in 1995"
    one, _ = words.passive_be
    helpers = one if words.article.match(rest.casefold()) and helpers in words.passive_be else helpers  # "and a third"
    phrase = words.weak_cuts.search(rest)
    active = words.being.isdisjoint(helpers.split())  # "Elm had offered 5 percent in May and | 1 percent | in June"
    apart = phrase and "," in rest[: phrase.start()]  # "earned a degree in May and | a doctorate in June, both in law"
    if phrase and phrase.start() and not apart and not (helpers and active):
        return f"{rest[: phrase.start()]}{helpers} {verb} {rest[phrase.start() :]}".replace("  ", " ")
    if phrase or active:
        return " ".join(f"{subject} {helpers} {verb} {rest}".split())
    return f"{rest} {helpers} {verb}"  # "Three boats were found and two more"


def _says_what(word: str, words: Statements) -> bool:
    """Tell whether a word behind a form of "be" says what somebody is, not what is done ("was | mayor")."""
    return not is_passive_form(word, words) and not word.endswith(words.participles)


def with_object(title: str, thing: str, words: Statements, is_next: bool = False) -> str:
    """Return a clause with its object after its verb ("The cabinet adopted | the decree | at a session").

    That is the last infinitive behind it ("agreed to sell"), unless the object belongs right next to the first.
    """
    verb = words.verbs.search(title)
    if not verb or not thing:
        return title
    _, at = _group_at(title, verb.start(), words)
    while not is_next and (further := words.further.match(title, at)):
        at = further.end()
    if _is_lower(thing, words):
        thing = f"{thing[:1].lower()}{thing[1:]}"
    return f"{title[:at]} {thing}{title[at:]}"


def _group_at(title: str, start: int, words: Statements) -> tuple[str, int]:
    """Return the last of the verbs of a title that stand together from a place on, and where they end."""
    helpers, main = verb_group(title, start, words)
    return main, start + len(f"{helpers} {main}".strip())


def pronoun_behind(title: str, words: Statements) -> re.Match[str] | None:
    """Return the pronoun that is the object of the first verb of a title, and ends there ("Police held | him | in")."""
    verb = words.verbs.search(title)
    if not verb:
        return None
    main, at = _group_at(title, verb.start(), words)
    word = _WORD.match(title, at + 1)
    if not word or word[0] not in words.object_pronouns or main in words.idle or words.telling.fullmatch(main):
        return None
    ends = word.end() == len(title) or words.weak_cuts.match(title, word.end() + 1)
    return word if ends and words.of.isdisjoint(title[: verb.start()].split()) else None
