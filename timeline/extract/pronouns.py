"""Whom or what a pronoun at the head of a clause stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from timeline.extract.clauses import Statement
from timeline.extract.predicates import is_acting, is_befalling, is_occurring, is_passive, object_of
from timeline.extract.relatives import behind_participle, verb_at
from timeline.extract.shorten import EDGES
from timeline.extract.subjects import is_several, named, owned, plain_subject, singular, subject_beside, subject_of
from timeline.extract.telling import Telling, find_telling
from timeline.extract.titles import opened, points_back
from timeline.extract.undated import is_function, undated
from timeline.sentences import Sentence
from timeline.statements import Statements
from timeline.timex import Timex

_WORD: Final = re.compile(r"[^\W_]+")
_TOKEN: Final = re.compile(r"[^\W_]{2,}")
_NEAR: Final = 5_000  # characters of a text among which a word is looked for
_NAME: Final = r"[A-ZÀ-ÞĀ-Ž](?:(?!['’]s\b)[\w’'-])+"
_FULL_NAME: Final = re.compile(rf"(?<=[a-z,] ){_NAME}(?: {_NAME})+")
_INNER_NAME: Final = re.compile(rf"(?<=[a-z,] ){_NAME}(?: {_NAME})*")
_BESIDE: Final = re.compile(rf", ({_NAME}(?: {_NAME})+),")
_AGED_NAME: Final = re.compile(rf"{_NAME}(?: {_NAME})*(?=, \d{{1,3}}\b(?!,\d))")
_TWO_NAMES: Final = re.compile(rf"\b(?=({_NAME} {_NAME}))")
_AROUND: Final = " ,“”\"'’"
_QUOTES: Final = '“”"'
_LONGEST_SPEAKER: Final = 5  # words
_OFTEN: Final = 3  # pronouns of one person, and of no other sex, in a text that speaks of somebody
_LAST: Final = 3  # sentences among which the one person of whom they speak is looked for


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


def fits(setting: Setting, subject: str, pronoun: str, clause: str, words: Statements) -> bool:
    """Tell whether the pronoun at the head of a clause may stand for a subject: "he" for a person, "it" for a thing."""
    nothing = not subject or words.nothing.match(subject) or _is_named(clause, subject, words)
    if nothing or pronoun in words.things - words.relatives - words.alike.keys():
        return False
    parts = subject.split()
    if pronoun in words.things & words.alike.keys():
        head = _parted(subject, words)[0].casefold()
        came = (head in words.happenings and is_befalling(clause, words)) or (
            head in words.occasioned and is_occurring(clause, words)
        )
        return (came or is_acting(clause, words)) and _is_thing(setting, parts, words)
    if pronoun in words.several and _is_one_person(setting.text, parts, words):
        return False
    if pronoun not in words.singular:
        return pronoun in words.relatives | words.persons | words.alike.keys() and not _is_one(parts, pronoun, words)
    roles = _parted(subject, words)[0].casefold()  # "Lawyers for Ann Vale"
    several = roles in words.agents or (is_several(roles, words) and singular(roles, words) in words.name_roles)
    one = subject.casefold() not in words.many and not several and not _is_other_sex(parts, pronoun, words)
    return one and _is_person(setting.text, subject, words)


def _is_named(clause: str, subject: str, words: Statements) -> bool:
    """Tell whether a clause names its subject itself, beside the pronoun ("He is to stand before Bo Lund").

    A clause before the pronoun's own may ("When Bo Lund came, he ...").
    """
    rest = opened(clause.strip(EDGES), words)
    return subject[:1].isupper() and re.search(rf"(?<!\w){re.escape(subject)}(?!\w)", rest) is not None


def _is_other_sex(parts: Sequence[str], pronoun: str, words: Statements) -> bool:
    """Tell whether a subject's own noun is of the other sex ("a boy" for "she")."""
    nouns = (part.casefold().strip(".,") for part in parts)
    told = {words.sexed[noun] for noun in nouns if noun in words.sexed}
    mine = words.alike.get(pronoun)
    return mine in words.sexed and len(told) == 1 and mine not in told


def _is_of_many(name: str, words: Statements) -> bool:
    return name.casefold() in words.agents | words.collectives | words.many


def _is_one_person(text: str, parts: Sequence[str], words: Statements) -> bool:
    """Tell whether a subject is the name of one person: it has a title, or stands behind a first name elsewhere."""
    name = parts[-1]
    if not all(part[:1].isupper() for part in parts) or name.endswith(words.plural_endings) or _is_of_many(name, words):
        return False
    titled = len(parts) > 1 and parts[0].casefold().rstrip(".") in words.name_titles
    alone = len(parts) == 1 and re.search(rf"[A-ZÀ-ÞĀ-Ž][a-zß-ÿ]+ {re.escape(name)}\b", text[:_NEAR])
    return titled or bool(alone)


def _is_person(text: str, subject: str, words: Statements) -> bool:
    """Tell whether a subject can be a person: a name, a role, or someone of an age."""
    parts = subject.split()
    if len(parts) == 1 and parts[0].isupper() and not text[:_NEAR].isupper():
        return False  # "NATO"
    if len(parts) == 1 and parts[0][:1].isupper() and not re.search(rf"[\w,] {re.escape(parts[0])}\b", text[:_NEAR]):
        return False  # no name, but the first word of a sentence
    return all(part[:1].isupper() or part in words.inside_names for part in parts) or bool(
        words.name_roles & {part.casefold() for part in parts} or words.aged.search(subject)
    )


def _is_one(parts: list[str], pronoun: str, words: Statements) -> bool:
    """Tell whether a subject is one thing, where the pronoun stands for several."""
    one = (
        words.starts.match(f"{parts[0]} ") and not parts[-1].endswith(words.plural_endings) and pronoun in words.several
    )
    tie = next((place for place, part in enumerate(parts) if place and words.weak_cuts.fullmatch(part)), len(parts))
    own = {part.casefold() for part in parts[:tie]}  # "a call from | the family", but "a crowd of people"
    return bool(one) and not own & (words.collectives | words.agents | words.joining)


def _is_thing(setting: Setting, parts: list[str], words: Statements) -> bool:
    """Tell whether a subject is one thing rather than a person or several."""
    lower = {part.casefold() for part in parts}
    if lower & (words.name_roles | words.agents | words.name_titles) or words.aged.search(" ".join(parts)):
        return False
    head, tied = _parted(" ".join(parts), words)
    if words.starts.match(f"{parts[0]} ") or (tied and is_several(head, words)):
        return not is_several(head, words)
    near = setting.text[setting.before[-1].start if setting.before else setting.sentence.start : setting.sentence.end]
    return parts[0][:1].isupper() and not words.singular & {word.casefold() for word in _TOKEN.findall(near)}


def _ties(word: str, words: Statements) -> bool:
    return word in words.of or words.weak_cuts.fullmatch(word) is not None


def pointed_at(setting: Setting, statement: Statement, pronoun: str, words: Statements) -> str:
    """Return the words that a pronoun at the head of a clause most likely stands for."""
    text, sentence = setting.text, setting.sentence
    telling = find_telling(text, (sentence.start, sentence.end), words)
    told = telling is not None and telling.head and statement.start >= telling.content[0]
    own = telling is not None and told and subject_of(text[telling.content[0] : statement.start], words)
    clause = text[statement.start : statement.end]
    bare = undated(text, statement.start, statement.end, setting.timexes, words)
    if pronoun in words.things and is_occurring(bare, words) and (happening := _happening_before(setting, words)):
        return happening
    that = words.that.match(clause) or words.that.fullmatch(text[: statement.start].rstrip().rpartition(" ")[2])
    if telling and own and that and fits(setting, teller_of(setting, telling, words), pronoun, clause, words):
        return teller_of(setting, telling, words)  # "said that the deal stands and that it hopes"
    if own and fits(setting, own, pronoun, clause, words):
        return own
    teller = teller_of(setting, telling, words) if telling and told else ""
    if told and pronoun in words.persons:
        return teller
    if beside := subject_beside(clause, words):
        return beside
    start = behind_participle(text, sentence.start, sentence.end, words) or sentence.start
    if telling and telling.head and statement.start > telling.content[0]:
        start = telling.content[0]
    part = undated(text, start, statement.start, setting.timexes, words).strip()
    found = _pointed_at_within(setting, part, telling if told else None, pronoun, words)
    return found if not teller or fits(setting, found, pronoun, clause, words) else teller


def object_before(setting: Setting, pronoun: str, words: Statements) -> str:
    """Return whom or what the sentence before is about, where a pronoun behind a verb can stand for that."""
    mine = words.alike[pronoun]
    found = subject_before(setting, mine, words)
    if not found or mine not in words.singular | words.things:
        return ""
    if mine in words.things:
        return found if _is_thing(setting, found.split(), words) else ""
    return found if _is_person(setting.text, found, words) and not _is_other_sex(found.split(), mine, words) else ""


def _happening_before(setting: Setting, words: Statements) -> str:
    """Return the happening that the sentence before names ("Two were hurt in a crash. It happened": "the crash")."""
    known = words.happenings | words.occasioned
    for sentence in reversed(setting.before):
        told = (word for word in _TOKEN.findall(setting.text, sentence.start, sentence.end) if word in known)
        if words.definite and (happening := next(told, "")):
            return f"{words.definite[0]} {happening}"
    return ""


def _pointed_at_within(setting: Setting, part: str, telling: Telling | None, pronoun: str, words: Statements) -> str:
    """Return what a pronoun stands for behind a part of its own sentence."""
    if not part:
        return subject_before(setting, pronoun, words)
    back = points_back(part, words)
    if name := _owned_name(part, back, pronoun, words):
        return name
    if back and words.alike.get(back, back) == words.alike.get(pronoun, pronoun):
        teller = teller_of(setting, telling, words) if telling else ""
        return teller or subject_before(setting, pronoun, words)
    name = _named(part) if back in words.singular else ""
    bare = plain_subject(part, words) if ";" not in part else ""
    return name or (subject_of(part, words) if words.verbs.search(part) else bare)


def _owned_name(sentence: str, back: str, pronoun: str, words: Statements) -> str:
    """Return the name of a subject that a possessive opens, where a pronoun can mean it ("Her son | Bo Lund | won")."""
    name = subject_of(sentence, words) if back in words.possessives else ""
    noun = sentence[: sentence.find(name)].rstrip().rpartition(" ")[2].casefold() if name else ""
    mine = words.alike.get(pronoun, pronoun)
    meant = words.sexed.get(noun) == mine if mine in words.sexed else noun not in words.name_roles | words.sexed.keys()
    return name if noun.isalpha() and meant else ""


def subject_before(setting: Setting, pronoun: str, words: Statements) -> str:
    """Return who or what the sentence before is about: the subject of what it tells, rather than who tells it.

    A sentence that only points back itself is passed over, but where it points to another ("He married Ann Vale. She").
    """
    found = (_subject_in(setting, sentence, pronoun, words) for sentence in reversed(setting.before))
    subject = next((each for each in found if each is not None), "")
    return subject or (_one_person(setting, pronoun, words) if pronoun in words.singular else "")


def _one_person(setting: Setting, pronoun: str, words: Statements) -> str:
    """Return the one person of the last sentence that has any ("Guards spoke to a boy", "held Bo Lund, 31,")."""
    mine = words.alike.get(pronoun, pronoun)
    for sentence in reversed(setting.before[-_LAST:]):
        said = setting.text[sentence.start : sentence.end]
        unnamed = (each[0] for each in words.person.finditer(said) if words.sexed.get(each[1].casefold(), mine) == mine)
        aged = _AGED_NAME.findall(said)
        if found := [*unnamed, *aged]:
            return found[0] if len(found) == 1 and all(name in aged[:1] for name in _names_told(said, words)) else ""
    return ""


def protagonist(setting: Setting, pronoun: str, clause: str, words: Statements) -> str:
    """Return the one person whom the headline names, if the article elsewhere speaks of that one by the pronoun.

    What the law does to somebody may be done to another ("He was charged", beside the headline of a victim).
    """
    if pronoun not in words.singular & words.persons or words.follow_up.search(clause):
        return ""
    near = setting.text[:_NEAR]
    names = {name for name in _TWO_NAMES.findall(setting.headline) if re.search(rf"\b{name}\b", near)}
    name = names.pop() if len(names) == 1 else ""
    told = _pronouns_of(name, near, words) if name else set()
    if name and not told and _acts_alone(name.rpartition(" ")[2], near, words):
        said = [
            words.alike[word] for word in _TOKEN.findall(near.casefold()) if word in words.singular & words.alike.keys()
        ]
        told = set(said) if len(said) >= _OFTEN else told
    return name if told == {words.alike.get(pronoun)} else ""


def _acts_alone(last: str, text: str, words: Statements) -> bool:
    """Tell whether a last name is the subject of a sentence by itself, as that of a place is not."""
    return any(words.verbs.match(text, found.end()) for found in re.finditer(rf"(?:^|[.”\"]\s|\n){last} ", text))


def _pronouns_of(name: str, text: str, words: Statements) -> set[str]:
    """Return the pronouns with which sentences that somebody is the subject of go on ("Ann Vale knew that | she")."""
    last = name.rpartition(" ")[2]
    found = set()
    for told in re.finditer(rf"(?:^|[.,”\"]\s|\n)(?:{name}|{last}) (?P<rest>[^.“\"\n]*)", text):
        after = (word for word in _TOKEN.findall(told["rest"]) if word in words.singular & words.alike.keys())
        if words.verbs.match(told["rest"]) and (first := next(after, "")):
            found.add(words.alike[first])
    return found


def _names_told(sentence: str, words: Statements) -> Iterator[str]:
    """Yield the names in a sentence that do something or have it done to them ("heard that | Lund | was owed")."""
    for name in _INNER_NAME.finditer(sentence):
        before = sentence[: name.start()].rsplit(maxsplit=1)[-1]
        if words.verbs.match(sentence, name.end() + 1) or words.verbs.fullmatch(before):
            yield name[0]


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
        teller = _named_teller(setting, telling, words) if telling else _owned_name(about, back, pronoun, words)
        return teller or None  # "Ann Vale said that she had left. She"
    subject = "" if back and pronoun in words.things else _told_of(setting, about, pronoun, words)
    if subject and _is_other_thing(setting, subject, pronoun, words):
        subject = _thing_in(about, subject, words) or subject
    if telling and (teller := _teller_meant(setting, sentence, telling, subject, pronoun, words)):
        return teller
    other = not back and _is_of_other(about, pronoun, words)
    if other or _is_done_to(about, pronoun, words) or (subject and _is_one(subject.split(), pronoun, words)):
        return None
    if subject and (pronoun not in words.singular or _is_person(setting.text, subject, words)):
        return "" if _is_beside_several(subject, about, pronoun, words) else subject
    other = telling is None and {back, pronoun} <= words.singular  # "Bo Lund died. He was 71. She"
    return None if back and not other and pronoun not in words.things else ""  # "I kept the pen. It dried up"


def _teller_meant(
    setting: Setting, sentence: Sentence, telling: Telling, subject: str, pronoun: str, words: Statements
) -> str:
    """Return who tells, if nothing that is told of can be meant ("Ann Vale said that | the plan | was dead. She")."""
    if subject and _is_other_thing(setting, subject, pronoun, words):
        return teller_of(setting, telling, words)
    if pronoun not in words.singular or (subject and _is_person(setting.text, subject, words)):
        return ""
    tail = "" if telling.head else _named(setting.text[telling.start : telling.end])  # "..., the head, Bo Lund, said"
    teller = tail or _named_teller(setting, telling, words)
    if words.starts.match(teller) or not _is_person(setting.text, teller, words):
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
    own = said[0] in _QUOTES and not _speaks_of(said, pronoun, words)  # not "“He cut my hair,” said Bo Lund"
    speaker = _speaker(setting.text, telling, words) if own else ""
    main = speaker.rpartition(" ")[2] in setting.headline or words.aside_opens.match(setting.text, telling.end)
    if not speaker or not (main or _is_alone(setting, sentence, speaker, words)):
        return ""
    return speaker if _is_person(setting.text, speaker, words) else ""


def _is_alone(setting: Setting, sentence: Sentence, teller: str, words: Statements) -> bool:
    """Tell whether a sentence and those right before it speak of no other person than who tells something in it.

    What the law tells is of others.
    """
    before = [each.start for each in setting.before if each.start < sentence.start]
    said = setting.text[min(before[1 - _LAST :], default=sentence.start) : sentence.end].replace(teller, "")
    told = {word.casefold() for word in _TOKEN.findall(said)}
    named = (name.partition(" ")[0].casefold() for name in _TWO_NAMES.findall(said))
    others = any(name not in words.common for name in named) or words.person.search(said)
    return not (others or told & (words.sexed.keys() | words.singular) or words.agents & set(teller.casefold().split()))


def _is_other_thing(setting: Setting, subject: str, pronoun: str, words: Statements) -> bool:
    """Tell whether a thing is meant, but not by a subject ("Elm Foods said that | two men | had left. It")."""
    return pronoun in words.things & words.alike.keys() and not _is_thing(setting, subject.split(), words)


def _thing_in(about: str, subject: str, words: Statements) -> str:
    """Return the one thing that a person, or several, do something to, and to nothing else ("A judge ordered | it")."""
    lower = {part.casefold() for part in subject.split()}
    acts = lower & (words.name_roles | words.agents) or is_several(_parted(subject, words)[0], words)
    thing = object_of(about, words) if acts else ""
    first, _, rest = thing.partition(" ")
    more = (verb_at(about, joined.end() + 1, words) for joined in words.coordinators.finditer(about))
    if not thing or is_several(_parted(thing, words)[0], words) or any(more):
        return ""
    if {part.casefold() for part in thing.split()} & (words.name_roles | words.agents):
        return ""
    return f"{words.definite[0]} {rest}" if words.article.match(f"{first} ") else thing


def _joined_person(setting: Setting, about: str, subject: str, words: Statements) -> str:
    """Return the person who is the subject of a further clause, where none is told of before that.

    "Parents wept, and | a judge | lifted the order. He".
    """
    if not subject or _is_person(setting.text, subject, words):
        return ""
    for joined in words.coordinators.finditer(about):
        before, rest = about[: joined.start()], about[joined.end() + 1 :]
        other = subject_of(rest, words)
        if other and before.endswith(", ") and _is_person(setting.text, other, words):
            name = _BESIDE.match(rest, len(other))
            return "" if words.person.search(before) or _INNER_NAME.search(before) else name[1] if name else other
    return ""


def _told_of(setting: Setting, about: str, pronoun: str, words: Statements) -> str:
    """Return whom or what a sentence is about for a pronoun: its subject, or the one name that it has instead."""
    subject, back = subject_of(about, words), points_back(about, words)
    if not back and pronoun in words.singular and (other := _joined_person(setting, about, subject, words)):
        return other
    if not subject and back in words.alike and not _speaks_of(about, pronoun, words):
        return _named(about)
    if not back and pronoun in words.singular and not (subject and _is_person(setting.text, subject, words)):
        return _titled(about, setting.text, words)
    return subject


def _is_beside_several(subject: str, about: str, pronoun: str, words: Statements) -> bool:
    """Tell whether a sentence about one name speaks of several others ("Elm Foods heard of two suitors. They")."""
    if pronoun not in words.several or not all(part[:1].isupper() for part in subject.split()):
        return False
    one = not is_several(subject, words) and not _is_of_many(subject.rpartition(" ")[2], words)
    objects = (
        words.phrase.match(about, space.start()) for space in words.counted_several.finditer(about, len(subject))
    )
    return one and any(each is not None for each in objects)


def _speaks_of(about: str, pronoun: str, words: Statements) -> bool:
    """Tell whether a sentence has the same pronoun itself, so that another is named in it."""
    mine = words.alike.get(pronoun, pronoun)
    return any(words.alike.get(word.casefold()) == mine for word in _TOKEN.findall(about))


def _is_done_to(about: str, pronoun: str, words: Statements) -> bool:
    """Tell whether a sentence has the pronoun for an object, which its subject is not ("A guard hit her. She")."""
    first = words.verbs.search(about)
    parted = first and (words.coordinators.search(about, first.end()) or words.cuts.search(about, first.end()))
    end = parted.start() if parted else len(about)
    ties = (*words.verbs.finditer(about, 0, end), *words.against.finditer(about, 0, end))
    behind = (_WORD.match(about, tie.end() + 1) for tie in ties)
    objects = (word for word in behind if word and word[0] in words.objective and not _owns(about, word, words))
    return any(words.alike[word[0]] == words.alike.get(pronoun) for word in objects)


def _owns(text: str, pronoun: re.Match[str], words: Statements) -> bool:
    """Tell whether a possessive has its noun behind it ("hit | her | dog", but "hit | her | with a stick")."""
    after = _WORD.match(text, pronoun.end() + 1) if pronoun[0] in words.possessives else None
    function = after and (is_function(after[0], words) or after[0] in words.dangling)
    return after is not None and after[0].islower() and not function


def _is_of_other(about: str, pronoun: str, words: Statements) -> bool:
    """Tell whether a sentence speaks of one of the other sex ("Bo Lund lost his way. She")."""
    said = {word.casefold() for word in _TOKEN.findall(about)} & words.agreeing
    mine = words.alike.get(pronoun, pronoun)
    return pronoun in words.singular and bool(said) and all(words.alike.get(word) != mine for word in said)


def _titled(sentence: str, text: str, words: Statements) -> str:
    """Return the one person of a sentence with an office, before the name or elsewhere ("Premier | Jan Roeder")."""
    found: set[str] = set()
    for name in _INNER_NAME.finditer(sentence):
        parts = name[0].split()
        place = max((at for at, part in enumerate(parts) if part.casefold() in words.name_titles), default=-1)
        if place >= 0 and len(parts) - place > 2:
            found.add(" ".join(parts[place + 1 :]))
        elif len(parts) == 1 and _has_office(name[0], text, words):
            found.add(name[0])
    return found.pop() if len(found) == 1 else ""


def _has_office(name: str, text: str, words: Statements) -> bool:
    """Tell whether a last name stands behind an office and a first name somewhere ("President Andry | Rajoelina")."""
    full = re.finditer(rf"(\w+)\.? {_NAME} {re.escape(name)}\b", text[:_NEAR])
    return any(each[1].casefold() in words.name_titles for each in full)


def _named(sentence: str) -> str:
    """Return the one full name of a sentence, if there is only one."""
    names = {name[0] for name in _FULL_NAME.finditer(sentence)}
    return names.pop() if len(names) == 1 else ""


def undergoing(setting: Setting, subject: str, clause: str, words: Statements) -> str:
    """Return the subject, but of a passive clause after those that arrest and charge whom they do it to.

    "Police chased two men. They were arrested" tells of the two men, and what a happening cannot do is done by the one
    whom it befell: "The attack on Elm Foods shut its shops. It reopened them".
    """
    head, befallen = _parted(subject, words)
    if head.casefold() in words.happenings and not is_befalling(clause, words):
        return befallen if befallen[:1].isupper() else _teller_before(setting, words)
    acts = subject.rpartition(" ")[2].casefold() in words.agents
    return _object_before(setting, words) if acts and is_passive(clause, words) else subject


def _parted(subject: str, words: Statements) -> tuple[str, str]:
    """Return the noun of a subject, and what a preposition ties to it ("The attack on Elm Foods")."""
    parts = subject.split()
    tie = next((place for place, part in enumerate(parts) if place and _ties(part, words)), len(parts))
    return parts[tie - 1] if parts else "", " ".join(parts[tie + 1 :])


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
    plain = speaker and not words.weak_cuts.search(speaker) and not points_back(speaker, words)
    return speaker if plain and len(speaker.split()) <= _LONGEST_SPEAKER else ""


def _speaker(text: str, telling: Telling, words: Statements) -> str:
    said = text[telling.start : telling.end]
    verb = words.telling.search(said)
    before = said[: verb.start()].strip(_AROUND) if verb else ""
    return plain_subject(named(before, words) or (said[verb.end() :] if verb else ""), words)
