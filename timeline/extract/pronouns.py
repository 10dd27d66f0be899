"""Whom or what a pronoun at the head of a clause stands for."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Final

from timeline.extract.antecedents import antecedent
from timeline.extract.clauses import Statement
from timeline.extract.predicates import is_befalling, is_occurring, is_passive, object_of
from timeline.extract.referents import (
    NEAR,
    TOKEN,
    fits,
    is_one,
    is_other_sex,
    is_other_thing,
    is_person,
    is_thing,
    parted,
)
from timeline.extract.relatives import behind_participle, is_several, resumed, verb_at
from timeline.extract.setting import Setting
from timeline.extract.subjects import named, owned, plain_subject, subject_beside, subject_of
from timeline.extract.telling import Telling, find_telling
from timeline.extract.titles import points_back
from timeline.extract.topics import (
    NAME,
    is_beside_several,
    is_done_to,
    is_of_other,
    names_told,
    only_name,
    owned_name,
    speaks_of,
    thing_in,
    told_of,
)
from timeline.extract.undated import undated
from timeline.sentences import Sentence
from timeline.statements import Statements

_AGED_NAME: Final = re.compile(rf"{NAME}(?: {NAME})*(?=, \d{{1,3}}\b(?!,\d))")
_TWO_NAMES: Final = re.compile(rf"\b(?=({NAME} {NAME}))")
_AROUND: Final = " ,“”\"'’"
_QUOTES: Final = '“”"'
_MARKS: Final = ",.;:"
_BEHIND_OFFICE: Final = re.compile(rf"\s(?!the\b|of\b)[a-z-]+ ((?:{NAME} ){{1,2}}{NAME})$")
_LONGEST_SPEAKER: Final = 5  # words
_OFTEN: Final = 3  # pronouns of one person, and of no other sex, in a text that speaks of somebody
_MOSTLY: Final = 4  # times as many as of the other sex, in a text about one person's life
_HEAD: Final = re.compile(rf"(?:^|[.”\"]\s|\n)(?:{NAME}\.? )*({NAME}),? ")
_LONGEST_VERB: Final = 24  # characters of a verb and the "who" before it
_LAST: Final = 3  # sentences among which the one person of whom they speak is looked for


def pointed_at(setting: Setting, statement: Statement, pronoun: str, words: Statements) -> str:
    """Return the words that a pronoun at the head of a clause most likely stands for."""
    text, sentence = setting.text, setting.sentence
    telling = find_telling(text, (sentence.start, sentence.end), words)
    told = telling is not None and telling.head and statement.start >= telling.content[0]
    own = _meant_in(setting, text[telling.content[0] : statement.start], pronoun, words) if telling and told else ""
    clause = text[statement.start : statement.end]
    bare = undated(text, statement.start, statement.end, setting.timexes, words)
    if pronoun in words.things and is_occurring(bare, words) and (happening := _happening_before(setting, words)):
        return happening
    that = words.that.match(clause) or words.that.fullmatch(text[: statement.start].rstrip().rpartition(" ")[2])
    teller = teller_of(setting, telling, words) if telling and told else ""
    if own and that and fits(setting, teller, pronoun, clause, words):
        return teller  # "said that the deal stands and that it hopes"
    if own and fits(setting, own, pronoun, clause, words):
        return own
    if told and pronoun in words.persons:
        return teller
    if beside := subject_beside(clause, words) or _related(setting, statement, pronoun, words):
        return beside
    start = behind_participle(text, sentence.start, sentence.end, words) or sentence.start
    if telling and telling.head and statement.start > telling.content[0]:
        start = telling.content[0]
    part = undated(text, start, statement.start, setting.timexes, words).strip()
    found = _pointed_at_within(setting, part, telling if told else None, pronoun, words)
    return found if not teller or fits(setting, found, pronoun, clause, words) else teller


def _related(setting: Setting, statement: Statement, pronoun: str, words: Statements) -> str:
    """Return what a relative clause is about of which the statement gives the time ("a boat that sailed when | it")."""
    if not words.subordinate.match(setting.text, statement.start):
        return ""
    before = undated(setting.text, setting.sentence.start, statement.start, setting.timexes, words)
    *_, relative = [None, *words.restrictive.finditer(before)]
    own = relative and verb_at(before, before.find(" ", relative.end()) + 1, words)  # but "where a mill stood until it"
    if not relative or not own or "," in before[relative.end() :]:
        return ""
    if resumed(before, relative.end(), len(before), words) >= 0:
        return ""  # "A man who fell was dancing when he"
    thing = antecedent(before[: relative.start()], words, pronoun in words.persons)
    return thing if fits(setting, thing, pronoun, setting.text[statement.start : statement.end], words) else ""


def object_before(setting: Setting, pronoun: str, words: Statements) -> str:
    """Return whom or what the sentence before is about, where a pronoun behind a verb can stand for that."""
    mine = words.alike[pronoun]
    found = subject_before(setting, mine, words)
    if not found or mine not in words.singular | words.things:
        return ""
    if mine in words.things:
        return found if is_thing(setting, found.split(), words) else ""
    return found if is_person(setting.text, found, words) and not is_other_sex(found.split(), mine, words) else ""


def _happening_before(setting: Setting, words: Statements) -> str:
    """Return the happening that the sentence before names ("Two were hurt in a crash. It happened": "the crash")."""
    known = words.happenings | words.occasioned
    for sentence in reversed(setting.before):
        told = (word for word in TOKEN.findall(setting.text, sentence.start, sentence.end) if word in known)
        if words.definite and (happening := next(told, "")):
            return f"{words.definite[0]} {happening}"
    return ""


def _pointed_at_within(setting: Setting, part: str, telling: Telling | None, pronoun: str, words: Statements) -> str:
    """Return what a pronoun stands for behind a part of its own sentence."""
    if not part:
        return subject_before(setting, pronoun, words)
    back = points_back(part, words)
    if name := owned_name(part, back, pronoun, words):
        return name
    if back and words.alike.get(back, back) == words.alike.get(pronoun, pronoun):
        teller = teller_of(setting, telling, words) if telling else ""
        return teller or subject_before(setting, pronoun, words)
    name = only_name(part) if back in words.singular else ""
    if name or not words.verbs.search(part):
        return name or (plain_subject(part, words) if ";" not in part else "")
    return _meant_in(setting, part, pronoun, words)


def _meant_in(setting: Setting, part: str, pronoun: str, words: Statements) -> str:
    """Return the subject of a part of a sentence, or what else it names that a pronoun behind it can mean."""
    return subject_of(part, words) if points_back(part, words) else _told_of(setting, part, pronoun, words)


def _told_of(setting: Setting, about: str, pronoun: str, words: Statements) -> str:
    """Return whom or what a stretch is about for a pronoun: its subject, or the one thing to which that does it."""
    subject = told_of(setting, about, pronoun, words)
    other = subject and is_other_thing(setting, subject, pronoun, words)
    return (thing_in(about, subject, words) if other else "") or subject


def subject_before(setting: Setting, pronoun: str, words: Statements) -> str:
    """Return who or what the sentence before is about: the subject of what it tells, rather than who tells it.

    A sentence that only points back itself is passed over, but where it points to another ("He married Ann Vale. She").
    """
    found = (_subject_in(setting, sentence, pronoun, words) for sentence in reversed(setting.before))
    subject = next((each for each in found if each is not None), "")
    return subject or (_one_person(setting, pronoun, words) if pronoun in words.singular else "")


def _one_person(setting: Setting, pronoun: str, words: Statements) -> str:
    """Return the one person of the last sentence that has any ("Guards spoke to a boy", "was found by Bo Lund")."""
    mine = words.alike.get(pronoun, pronoun)
    for sentence in reversed(setting.before[-_LAST:]):
        said = setting.text[sentence.start : sentence.end]
        unnamed = (each[0] for each in words.person.finditer(said) if words.sexed.get(each[1].casefold(), mine) == mine)
        named = [*_AGED_NAME.findall(said), *words.by_name.findall(said)]
        if found := [*unnamed, *named]:
            return found[0] if len(found) == 1 and all(name in named[:1] for name in names_told(said, words)) else ""
    return ""


def protagonist(setting: Setting, pronoun: str, clause: str, words: Statements) -> str:
    """Return whose life the article tells, or whom alone its headline names and its text speaks of by the pronoun.

    What the law does to somebody may be done to another ("He was charged", beside the headline of a victim).
    """
    if pronoun not in words.singular & words.persons or words.follow_up.search(clause):
        return ""
    near = setting.text[:NEAR]
    name, own = subject_of_life(near, words)
    if own == words.alike.get(pronoun) and not _is_beside_other(setting, name, words):
        return name
    names = {name for name in _TWO_NAMES.findall(setting.headline) if re.search(rf"\b{name}\b", near)}
    name = names.pop() if len(names) == 1 else ""
    told = _pronouns_of(name, near, words) if name else set()
    return name if told == {words.alike.get(pronoun)} else ""


@lru_cache(1)
def subject_of_life(text: str, words: Statements) -> tuple[str, str]:
    """Return the one person whose life a text tells, by a name with which sentences begin, and that one's pronoun.

    >>> from timeline.statements import statements
    >>> subject_of_life("Ann Vale, who sang, died. Vale won. She ran and she lost her way.", statements("en"))
    ('Vale', 'she')
    """
    tokens = TOKEN.findall(text)
    pronouns = (word.casefold() for word in tokens if word.casefold() in words.singular)
    said = Counter(words.alike[word] for word in pronouns if word in words.alike)
    heads = {found[1] for found in _HEAD.finditer(text) if _acts_at(text, found.end(), words)}
    names = Counter(word for word in tokens if word in heads and word.casefold() not in words.common)
    (pronoun, often), (_, other) = [*said.most_common(2), ("", 0), ("", 0)][:2]
    (name, first), (_, second) = [*names.most_common(2), ("", 0), ("", 0)][:2]
    full = re.search(rf"{NAME}(?: {NAME}| [A-Z]\.)* {name}\b|\b{name} {NAME}", text)
    known = often >= max(_OFTEN, _MOSTLY * other) and first >= 2 * max(1, second) and full
    return (name, pronoun) if known else ("", "")


def _is_beside_other(setting: Setting, name: str, words: Statements) -> bool:
    """Tell whether a sentence is told by another, or another name begins one right before it."""
    telling = find_telling(setting.text, (setting.sentence.start, setting.sentence.end), words)
    teller = teller_of(setting, telling, words) if telling else ""
    if teller and name not in teller and not (is_several(teller, words) or words.agents & {teller.casefold()}):
        return True
    start = next((each.start for each in setting.before[-_LAST:]), setting.sentence.start)
    heads = _HEAD.finditer(setting.text, start, setting.sentence.end)
    beside = (each for each in heads if "," in each[0] or words.verbs.match(setting.text, each.end()))
    names = {each[1] for each in beside if not words.weak_cuts.match(each[0].lstrip('”. "\n'))}
    return any(other.casefold() not in words.common for other in names - {name})


def _acts_at(text: str, at: int, words: Statements) -> bool:
    """Tell whether a verb, or a "who" with one, follows at a place, and tells nothing."""
    first, second, *_ = [*text[at : at + _LONGEST_VERB].split(), "", ""]
    verb = (second if first in words.singular else first).rstrip(_MARKS)
    return words.verbs.fullmatch(verb) is not None and words.telling.fullmatch(verb) is None


def _pronouns_of(name: str, text: str, words: Statements) -> set[str]:
    """Return the pronouns with which sentences that somebody is the subject of go on ("Ann Vale knew that | she")."""
    last = name.rpartition(" ")[2]
    found = set()
    for told in re.finditer(rf"(?:^|[.,”\"]\s|\n)(?:{name}|{last}) (?P<rest>[^.“\"\n]*)", text):
        after = (word for word in TOKEN.findall(told["rest"]) if word in words.singular & words.alike.keys())
        if words.verbs.match(told["rest"]) and (first := next(after, "")):
            found.add(words.alike[first])
    return found


def _subject_in(setting: Setting, sentence: Sentence, pronoun: str, words: Statements) -> str | None:
    """Return who or what a sentence is about; None where that is to be looked for before it."""
    span = (sentence.start, sentence.end)
    telling = find_telling(setting.text, span, words)
    if telling and pronoun in words.singular and (speaker := _main_speaker(setting, sentence, telling, pronoun, words)):
        return speaker
    about = undated(setting.text, *(telling.content if telling else span), setting.earlier, words)
    back = points_back(about, words)
    same = words.alike.get(back, back) == words.alike.get(pronoun, pronoun)
    if same or (pronoun in words.singular and _is_their_own(setting.text[slice(*span)], words)):
        near = sentence.paragraph == setting.sentence.paragraph  # else its own is passed over ("His father Al rowed")
        own = owned_name(about, back, pronoun, words) if near else ""
        teller = _named_teller(setting, telling, words) if telling else own
        return teller or None  # "Ann Vale said that she had left. She"
    subject = "" if back and pronoun in words.things else _told_of(setting, about, pronoun, words)
    if telling and (teller := _teller_meant(setting, sentence, telling, subject, pronoun, words)):
        return teller
    other = not back and is_of_other(about, pronoun, words)
    if other or is_done_to(about, pronoun, words) or (subject and is_one(subject.split(), pronoun, words)):
        return None
    if subject and (pronoun not in words.singular or is_person(setting.text, subject, words)):
        return "" if is_beside_several(subject, about, pronoun, words) else subject
    other = telling is None and {back, pronoun} <= words.singular  # "Bo Lund died. He was 71. She"
    return None if back and not other and pronoun not in words.things else ""  # "I kept the pen. It dried up"


def _teller_meant(
    setting: Setting, sentence: Sentence, telling: Telling, subject: str, pronoun: str, words: Statements
) -> str:
    """Return who tells, if nothing that is told of can be meant ("Ann Vale said that | the plan | was dead. She")."""
    if subject and is_other_thing(setting, subject, pronoun, words):
        return teller_of(setting, telling, words)
    if pronoun not in words.singular or (subject and is_person(setting.text, subject, words)):
        return ""
    said = setting.text[telling.start : telling.end]
    tail = "" if telling.head else only_name(said)  # "..., the head, Bo Lund, said"
    teller = tail or _named_teller(setting, telling, words)
    if words.starts.match(teller) or not is_person(setting.text, teller, words):
        return ""
    return teller if _is_alone(setting, sentence, teller, words) else ""


def _named_teller(setting: Setting, telling: Telling, words: Statements) -> str:
    """Return who tells, but nothing where a pronoun does."""
    back = points_back(setting.text[telling.start : telling.end], words)
    return "" if back else teller_of(setting, telling, words)


def _is_their_own(said: str, words: Statements) -> bool:
    """Tell whether nobody says a quotation, or only a pronoun ("“I will fight,” he wrote")."""
    behind = said[max(map(said.rfind, _QUOTES)) or len(said) :].strip(_QUOTES + " ")
    return said[0] in _QUOTES and (not behind or points_back(behind, words) in words.singular)


def _main_speaker(setting: Setting, sentence: Sentence, telling: Telling, pronoun: str, words: Statements) -> str:
    """Return who says a quotation, if the article is about that person or nobody else is told of, else nothing."""
    said = setting.text[slice(*telling.content)]
    own = said[0] in _QUOTES and not speaks_of(said, pronoun, words)  # not "“He cut my hair,” said Bo Lund"
    speaker = _speaker(setting.text, telling, words) if own else ""
    main = speaker.rpartition(" ")[2] in setting.headline or words.aside_opens.match(setting.text, telling.end)
    if not speaker or not (main or _is_alone(setting, sentence, speaker, words)):
        return ""
    return speaker if is_person(setting.text, speaker, words) else ""


def _is_alone(setting: Setting, sentence: Sentence, teller: str, words: Statements) -> bool:
    """Tell whether a sentence and those right before it speak of no other person than who tells something in it.

    What the law tells is of others.
    """
    before = [each.start for each in setting.before if each.start < sentence.start]
    said = setting.text[min(before[1 - _LAST :], default=sentence.start) : sentence.end].replace(teller, "")
    told = {word.casefold() for word in TOKEN.findall(said)}
    named = (name.partition(" ")[0].casefold() for name in _TWO_NAMES.findall(said))
    others = any(name not in words.common for name in named) or words.person.search(said)
    return not (others or told & (words.sexed.keys() | words.singular) or words.agents & set(teller.casefold().split()))


def undergoing(setting: Setting, subject: str, clause: str, words: Statements) -> str:
    """Return the subject, but of a passive clause after those that arrest and charge whom they do it to.

    "Police chased two men. They were arrested" tells of the two men, and what a happening cannot do is done by the one
    whom it befell: "The attack on Elm Foods shut its shops. It reopened them".
    """
    head, befallen = parted(subject, words)
    if head.casefold() in words.happenings and not is_befalling(clause, words):
        return befallen if befallen[:1].isupper() else _teller_before(setting, words)
    acts = subject.rpartition(" ")[2].casefold() in words.agents
    return _object_before(setting, words) if acts and is_passive(clause, words) else subject


def _object_before(setting: Setting, words: Statements) -> str:
    """Return whom the sentence before tells something to have been done to."""
    if not setting.before:
        return ""
    last = setting.before[-1]
    return object_of(setting.text[last.start : last.end], words)


def teller_of(setting: Setting, telling: Telling, words: Statements) -> str:
    """Return who tells, for "they" in what they tell means themselves."""
    return subject_of(setting.text[telling.start : telling.end], words) if telling.head else ""


def _teller_before(setting: Setting, words: Statements) -> str:
    """Return who tells what the sentence before tells, if it says so."""
    if not setting.before:
        return ""
    last = setting.before[-1]
    telling = find_telling(setting.text, (last.start, last.end), words)
    return teller_of(setting, telling, words) if telling else ""


def speaker_of(setting: Setting, telling: Telling, words: Statements) -> str:
    """Return who says a quotation, before the verb or after it (", the mayor said", ", said Ann Vale, 41")."""
    speaker = _speaker(setting.text, telling, words)
    pronoun = points_back(speaker, words)
    if pronoun in words.singular:
        who = subject_before(setting, pronoun, words)
        speaker = owned(who, speaker) if who and pronoun in words.possessives and " " in speaker else who
    if (tie := words.weak_cuts.search(speaker, 1)) and words.starts.match(speaker):
        speaker = speaker[: tie.start()].rstrip()  # "a judge | in Elm"
    if len(speaker.split()) > _LONGEST_SPEAKER and (name := _BEHIND_OFFICE.search(speaker)):
        speaker = name[1]  # "Elm Mills vice president and co-founder | Ann Vale"
    plain = speaker and not words.weak_cuts.search(speaker) and not points_back(speaker, words)
    return speaker if plain and len(speaker.split()) <= _LONGEST_SPEAKER else ""


def _speaker(text: str, telling: Telling, words: Statements) -> str:
    said = text[telling.start : telling.end]
    verb = words.telling.search(said)
    before = said[: verb.start()].strip(_AROUND) if verb else ""
    return plain_subject(named(before, words) or (said[verb.end() :] if verb else ""), words)
