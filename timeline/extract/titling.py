"""The title of a statement: its own clause, with what it points to put in; failing that, its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, takewhile
from typing import Final

from attrs import evolve

from timeline.article import Article
from timeline.event import Kind
from timeline.extract.about import subject_in
from timeline.extract.antecedents import antecedent, is_of_object, object_clause
from timeline.extract.clauses import Statement
from timeline.extract.ellipsis import completed
from timeline.extract.joined import verb_for
from timeline.extract.lighten import capital, plain
from timeline.extract.predicates import pronoun_behind, with_object, with_verb
from timeline.extract.pronouns import object_before, speaker_of, subject_before, teller_of, undergoing
from timeline.extract.referents import fits
from timeline.extract.relatives import resumed, verb_at
from timeline.extract.segmentation import clauses_of, joined_at, within
from timeline.extract.setting import Setting
from timeline.extract.shorten import BROKEN, LONGEST, closed, shorten
from timeline.extract.subjects import subject_of
from timeline.extract.telling import Telling, find_telling, told_around
from timeline.extract.titles import headline, is_sound, points_back, title_of, told_title
from timeline.extract.undated import undated
from timeline.moments import Grain, Moment
from timeline.recognise import recognise
from timeline.statements import Statements
from timeline.timex import Timex

_TOKEN: Final = re.compile(r"[^\W_]{3,}")
_SHARED: Final = 2.5  # at least one in this many of a headline's words must stand in the sentence
_VAGUE: Final = 2  # words: a noun phrase no longer than that tells too little ("Monday's ruling")
_POSSESSIVE: Final = re.compile(r"['’]")
_LONGEST_SUBJECT: Final = 8  # words with the verb behind them
_LONGEST_LENGTH: Final = 5  # words of a length of time ("less than two days")
_MARKS: Final = '“”" ,.'
_END: Final = re.compile(r"[,;:.!?—–”\"](?=\s|$)")
_QUOTE: Final = re.compile(r"[“\"‘]|(?<!\w)'")


def headlined(mention_quote: str, title: str, kind: Kind, words: Statements) -> str:
    """Return an article's headline if it tells what a sentence of it tells, else nothing."""
    asking = title.partition(" ")[0].casefold() in words.asking  # "How Elm lost its bridge"
    asking = asking or words.chronicle.search(title) is not None
    hedged = kind == "happened" and _hedged(title, words)
    if asking or hedged or not is_sound(title, words) or words.follow_up.search(title):
        return ""
    told, said = _told(mention_quote, words), _told(title, words)
    return title if len(said) >= 3 and _SHARED * len(said & told) >= len(said) else ""


def headline_of(article: Article, words: Statements) -> str:
    """Return an article's headline without its site and its dates."""
    return headline_from(headline(article.title, words), article, words)


def headline_from(clean: str, article: Article, words: Statements) -> str:
    """Return a headline or the first sentence of an article without its dates and without who says it."""
    telling = find_telling(clean, (0, len(clean)), words)
    said = telling and not telling.head and not clean[telling.end :].strip()  # "..., sources say"
    clean = clean[: telling.start] if telling and said else clean
    return title_of(clean, 0, len(clean), recognise(evolve(article, text=clean)), words)


def is_opening(title: str, opening: str, words: Statements) -> bool:
    """Tell whether a headline is nothing but the opening of its article, so that it tells of no other sentence."""
    return _told(title, words) <= _told(opening, words)


def _hedged(title: str, words: Statements) -> bool:
    return words.possible.search(title) is not None or words.negated.search(title) is not None


def title_for(setting: Setting, statement: Statement, words: Statements) -> str:
    """Return the first sound one of the titles that a statement could have; the first of all if none is."""
    verbless = statement.role == "noun" or not words.verbs.search(setting.text, statement.start, statement.end)
    titles, broken = [], []
    for each in _titles(setting, statement, words):
        title = shorten(completed(_with_whom(each, setting, statement, words), setting, words), words)
        titles.append(title)
        if is_sound(title, words, verbless and not _is_torn(setting.text, title, statement, words)):
            if not title.endswith(BROKEN):
                return title
            broken.append(title)
    quoted = _QUOTE.match(setting.text, setting.sentence.start)
    rest = titles[::-1] if quoted else titles  # a quotation is not taken apart
    if statement.subject:
        rest = sorted(rest, key=lambda title: words.verbs.search(title) is None)
    whole = (title for title in rest if title and not _is_fragment(title, words))
    return next(chain(broken, whole, filter(None, titles)), "")


def _titles(setting: Setting, statement: Statement, words: Statements) -> Iterator[str]:
    text, sentence, timexes = setting.text, setting.sentence, setting.timexes
    clause = text[statement.start : statement.end]
    occurred = words.occurred.search(clause)
    if (
        occurred
        and not _is_by_doing(clause[occurred.end() :], words)
        and _is_of(setting.lent, clause[: occurred.start()], clause[occurred.start() :], words)
    ):
        yield setting.lent
    own = _of_clause(setting, statement, words)
    if came := _coming(setting, statement, own, words) or _meanwhile(setting, statement, own, words):
        yield came
    if statement.role == "noun":
        own = _bare(own, words)
        own = own if " " in own else capital(_bare(" ".join(clause.split()), words))  # "Monday's shooting"
        whole = own + _described(setting, statement, words)
        if _is_vague(whole, statement, words) or _is_venue(text, whole, statement, words):
            yield _holding(setting, statement, words)
        yield whole
    telling = find_telling(text, (sentence.start, sentence.end), words)
    acted = statement.role == "act" and telling is not None and _has_own_date(setting, telling)
    yield "" if acted else _quotation(setting, statement, telling, words)
    if not acted and not words.conditions.match(clause.lstrip()):
        yield own
    if telling:
        content = text[slice(*telling.content)]
        pronoun = points_back(content, words)
        teller = teller_of(setting, telling, words)
        subject = teller if fits(setting, teller, pronoun, content, words) else ""
        title = title_of(text, *telling.content, timexes, words, subject)
        speaker = speaker_of(setting, telling, words)
        if acted:
            yield told_title(speaker, title, words)
        if speaker and _is_quotation(text, telling):
            said = title_of(text, *telling.content, timexes, words, subject, longest=None)
            quoted = (f"{capital(speaker)}: “{each.strip(_MARKS)}”" for each in (said, title))
            yield from (each for each in quoted if len(plain(each, words)) <= LONGEST)
        yield title
    if statement.role == "counted":
        return  # the rest of its sentence is of another day
    whole = text[sentence.start : sentence.end]
    pronoun = points_back(whole, words)
    before = subject_before(setting, pronoun, words) if pronoun else ""
    before = undergoing(setting, before, whole, words)
    subject = before if fits(setting, before, pronoun, whole, words) else ""
    yield title_of(text, sentence.start, sentence.end, timexes, words, subject)


def _quotation(setting: Setting, statement: Statement, telling: Telling | None, words: Statements) -> str:
    """Return the quotation that was told on a day with its speaker, without its marks where only a part has room."""
    own = statement.role == "event" and words.own.search(setting.text, statement.start, statement.end)  # "we returned"
    told = own or statement.role in ("told", "act")
    speaker = speaker_of(setting, telling, words) if telling and told else ""
    if not telling or not speaker or not _is_quotation(setting.text, telling):
        return ""
    said = title_of(setting.text, *telling.content, setting.timexes, words, longest=None).strip(_MARKS)
    whole = f"{capital(speaker)}: “{said}”"
    if len(whole) <= LONGEST:
        return whole
    return "" if own else told_title(speaker, said, words)


def _is_quotation(text: str, telling: Telling) -> bool:
    """Tell whether a quotation is what is told, or the rest of one that began before its sentence ("... me,” said")."""
    said = text[slice(*telling.content)].lstrip()
    goes_on = not telling.head and text[telling.start + 1 : telling.start + 2] in ("”", '"') and not _QUOTE.search(said)
    return bool(goes_on) or _QUOTE.match(said) is not None


def _coming(setting: Setting, statement: Statement, own: str, words: Statements) -> str:
    """Return what a "when" behind the date tells, where its clause says only that it came ("came in May, when").

    Return the sentence of a relative clause that tells no more than its date.
    """
    if _is_only_dated(setting, statement, words):
        return title_of(setting.text, setting.sentence.start, statement.end, setting.timexes, words)
    mark = words.when.match(setting.text, statement.end) if own.rpartition(" ")[2].casefold() in words.coming else None
    if not mark:
        return ""
    ends = (each.start() for each in _END.finditer(setting.text, mark.end(), setting.sentence.end))
    return _of_clause(setting, evolve(statement, start=mark.end() + 1, end=next(ends, setting.sentence.end)), words)


def _is_only_dated(setting: Setting, statement: Statement, words: Statements) -> bool:
    """Tell whether the verb of a relative clause tells no more than its date ("recovers from a fall that | happened").

    It tells more where all that came of it goes on ("are looking for a boat that | sank").
    """
    text = setting.text
    that, verb, *rest = [*undated(text, statement.start, statement.end, setting.timexes, words).split(), "", ""]
    if not words.that.fullmatch(that) or any(word.strip(_MARKS) for word in rest):
        return False
    goes_on = words.present.search(text, setting.sentence.start, statement.start)
    return goes_on is None or verb.strip(_MARKS) in words.coming


def _meanwhile(setting: Setting, statement: Statement, own: str, words: Statements) -> str:
    """Return a title that only says that something happened with what did then ("It happened | as a boat sank").

    So one that says how long after something else it did ("The vote came hours | after the premier resigned").
    """
    occurred = words.occurred.search(own)
    bare = occurred and occurred.end() == len(own) and words.meanwhile.match(setting.text, statement.end)
    bare = bare or (_is_counted(own, words) and words.subordinate.match(setting.text, statement.end))
    return f"{own} {_told_of(setting, statement.end, words).strip()}" if bare else ""


def _is_counted(own: str, words: Statements) -> bool:
    """Tell whether a title says nothing but how long it took that something came ("The vote came two days")."""
    verb = words.verbs.search(own)
    length = own[verb.end() :].split() if verb and verb[0] in words.coming else []
    return 0 < len(length) <= _LONGEST_LENGTH and length[-1] in words.spans


def _is_by_doing(rest: str, words: Statements) -> bool:
    """Tell whether what follows a verb says by what somebody does it ("Elm responded | by closing its port")."""
    by, doing, *_ = [*rest.split(maxsplit=2), "", ""]
    return by in words.passive and doing.endswith(words.participles)


def _holding(setting: Setting, statement: Statement, words: Statements) -> str:
    """Return the title of the sentence, or the clause, around a noun phrase, where it holds that with its date.

    Else the headline, if that tells of the same, or nothing.
    """
    text, sentence = setting.text, setting.sentence
    *_, length, mark = ["", "", *text[sentence.start : statement.start].split()]
    beyond = any(f"{length} {mark}".casefold().endswith(each) for each in words.beyond)
    beyond = beyond and not words.planned.search(text, sentence.start, statement.start)
    if beyond or (length in words.spans and words.subordinate.fullmatch(mark)):
        return ""  # "met before | the vote of May 3", "resigned two months after | the raid of May 3"
    span = told_around(text, (sentence.start, sentence.end), statement.start, words)
    apart = evolve(setting, timexes=[timex for timex in setting.timexes if timex != statement.timex])
    phrase = " ".join(text[statement.start : statement.end].split()).strip(_MARKS)
    own = [piece for piece, _ in clauses_of(text, span, [statement.timex] if statement.timex else [], words)]
    others = [timex for timex in apart.timexes if statement.timex and _is_other_day(timex, statement.timex)]
    acting = [(statement.start, span[1])] if words.verbs.match(text, statement.end) else []
    for begin, end in (span, *own, *acting):
        for last in (end, statement.end):
            if within(others, (begin, last)):
                continue  # "upheld on Monday the result of | the May 9 vote": that was on Monday
            title = shorten(_of_clause(apart, Statement(begin, last, None, None, "event"), words), words)
            whole = phrase.casefold() in title.casefold() and not title.endswith(BROKEN)
            if whole and is_sound(title, words):
                return title
    return setting.lent if _is_of(setting.lent, text[statement.start : statement.end], "", words) else ""


def _is_other_day(one: Timex, other: Timex) -> bool:
    """Tell whether the first of two expressions is of a day, or a time of one, on which the second is not."""
    if not isinstance(one.when, Moment) or not isinstance(other.when, Moment) or one.when.grain > Grain.DAY:
        return False
    return one.when not in other.when and other.when not in one.when


def _is_vague(noun: str, statement: Statement, words: Statements) -> bool:
    """Tell whether a noun phrase tells little beside its day ("Sunday night address"), and has no name of a year."""
    if not statement.timex or not isinstance(statement.when, Moment):
        return False
    happening = noun.rpartition(" ")[2].strip(_MARKS).casefold() in words.happenings
    if statement.when.grain > Grain.WEEK and not happening:
        return False  # "the 2024 treaty", but "the 1987 crash"
    left = [word for word in noun.replace(statement.timex.text, "").split() if word.casefold() not in words.dangling]
    bare = len(noun.split()) - bool(words.article.match(noun.casefold()))  # "a clerk's killing"
    return bare <= _VAGUE or len(left) < _VAGUE


def _is_venue(text: str, noun: str, statement: Statement, words: Statements) -> bool:
    """Tell whether a noun phrase is but the name of where something was done ("won gold at | the 2022 Elm Games")."""
    at = text[: statement.start].rstrip().rpartition(" ")[2] in words.venues
    return at and all(word[:1].isupper() or word[:1].isdigit() for word in noun.split())


def _is_torn(text: str, title: str, statement: Statement, words: Statements) -> bool:
    """Tell whether a title lacks the verb, and the participle, of a part that is joined on ("fled, taking | Elm")."""
    if words.weak_cuts.match(title) and not words.quantities.match(title):
        return True
    if statement.role != "noun" and statement.timex and title.endswith(statement.timex.text):
        return len(title[: -len(statement.timex.text)].split()) < 2  # "Over the weekend"
    if words.coordinators.match(text, statement.start):
        return True  # "suspected of killing four | and wounding two"
    acting = (word for word in title.split(" ") if word.endswith(words.participles) and not words.cuts.fullmatch(word))
    return statement.subject is not None and not any(acting)


def _told_of(setting: Setting, start: int, words: Statements) -> str:
    """Return what stands from a place to the next mark; nothing where that has a date of its own."""
    ends = _END.finditer(setting.text, start, setting.sentence.end)
    end = next((mark.start() for mark in ends), setting.sentence.end)
    dated = any(start <= timex.start < end for timex in setting.timexes)
    return "" if dated else f" {closed(setting.text[start:end].strip(), words)}"


def _described(setting: Setting, statement: Statement, words: Statements) -> str:
    """Return what a relative clause says of a noun phrase right behind it (" that left two boats adrift")."""
    text, start, end = setting.text, statement.end, setting.sentence.end
    relative = words.restrictive.match(text, start - 1) or words.restrictive.match(text, start)
    beside = words.aside_opens.match(text, start)
    if beside and words.verbs.match(text, beside.end() + 1):
        return _told_of(setting, beside.end(), words)  # "Tuesday's fire, which left two boats adrift"
    marks = (mark.start() for mark in _END.finditer(text, start, end))
    end = next((at for at in marks if not any(timex.start <= at < timex.end for timex in setting.timexes)), end)
    if not relative or not verb_at(text, text.find(" ", relative.end()) + 1, words):
        return ""
    main = resumed(text, relative.end(), end, words)
    said = undated(text, relative.end(), main if main >= 0 else end, setting.timexes, words).strip()
    return f" {closed(said, words)}"


def _has_own_date(setting: Setting, telling: Telling) -> bool:
    """Tell whether what is told behind has a date, so that the title of its telling must be another."""
    start, end = telling.content
    return not telling.head and any(start <= timex.start < end for timex in setting.timexes)


def _is_fragment(title: str, words: Statements) -> bool:
    """Tell whether a title begins with its verb or with "who", or breaks off at who tells ("They said")."""
    first, last = title.partition(" ")[0], title.rpartition(" ")[2]
    _, of, whom, *_ = [*title.split(maxsplit=3), "", "", ""]
    relative = first.casefold() in words.relatives - words.demonstratives or (
        of in words.of and whom in words.relatives
    )
    return relative or words.verbs.match(title) is not None or words.telling.fullmatch(last) is not None


def _is_of(title: str, subject: str, rest: str, words: Statements) -> bool:
    """Tell whether a clause that says that something happened says so of what the headline tells.

    It does not where they share only what the happening was of ("the inspection of the bridge | took place").
    """
    if words.follow_up.search(title) or words.aftermath.search(title) or _QUOTE.search(title):
        return False
    one, other = _happenings(title, words), _happenings(subject + rest, words)
    if one and other and one.isdisjoint(other):
        return False  # "Two hurt in raid on Elm Road", but "the crash happened on Elm Road"
    if rest.partition(" ")[0] in words.starting and one.isdisjoint(other):
        return False
    head = " ".join(takewhile(lambda word: word not in words.of, subject.split()))
    told = _told(f"{head} {rest}", words)
    return points_back(subject + rest, words) in words.things or bool(_told(title, words) & told)


def _happenings(text: str, words: Statements) -> set[str]:
    """Return the happenings that a text names, each by one word for it ("blaze": "fire")."""
    named = {token.casefold() for token in _TOKEN.findall(text)} & (words.happenings - words.any_happening)
    return {words.same.get(name, name) for name in named}


def _told(text: str, words: Statements) -> set[str]:
    """Return the words of a text that tell something, in lower case."""
    return {token.casefold() for token in _TOKEN.findall(text)} - words.common


def _of_clause(setting: Setting, statement: Statement, words: Statements) -> str:
    text, timexes = setting.text, setting.timexes
    subject = subject_in(setting, statement, words)
    title = title_of(text, statement.start, statement.end, timexes, words, subject, None)
    clause = text[statement.start : statement.end]
    if statement.subject and not points_back(clause, words):
        joined = words.coordinators.match(text, statement.start)
        start = joined.end() + 1 if joined else joined_at(text, statement.start, words) or statement.start
        bare = title_of(text, start, statement.end, timexes, words, longest=None)
        group = verb_for(text, statement, start, timexes, bare, words)
        title = capital(with_verb(bare, subject, group, words))
    elif statement.role != "counted":
        title = _with_its_object(title, setting, statement, words)
    if (
        len(title) <= LONGEST
        or not statement.content
        or statement.denied
        or points_back(undated(text, statement.content, statement.end, timexes, words), words)
    ):
        return title
    teller = subject_of(title_of(text, statement.start, statement.content, timexes, words, longest=None), words)
    told = title_of(text, statement.content, statement.end, timexes, words, longest=None)
    return told_title(teller, told, words)


def _with_its_object(title: str, setting: Setting, statement: Statement, words: Statements) -> str:
    """Return a title with the object that stands before its clause ("regrets the deal | that he made in April")."""
    text, start = setting.text, setting.sentence.start
    date = statement.timex.start if statement.timex else statement.start
    at_date = object_clause(text, start, date, words) == statement.start
    if not at_date and not is_of_object(text[statement.start : statement.end], words):
        return title
    before = undated(text, start, statement.start, setting.timexes, words)
    return title if _is_held(before, words) else with_object(title, antecedent(before, words), words, at_date)


def _with_whom(title: str, setting: Setting, statement: Statement, words: Statements) -> str:
    """Return a title with a name for the object of its verb, where only its subject stands before that in its sentence.

    "The bridge opened in 1977. A ship struck it in 2024": "A ship struck the bridge".
    """
    found = pronoun_behind(title, words)
    if not found or points_back(title, words):
        return title
    before = undated(setting.text, setting.sentence.start, statement.start, setting.timexes, words)
    own = words.verbs.search(before) or len(title[: found.start()].split()) > _LONGEST_SUBJECT
    thing = "" if own else object_before(setting, found[0], words)
    if not thing or thing in title:
        return title
    first, _, rest = thing.partition(" ")
    if words.starts.fullmatch(f"{first} "):
        tie = words.weak_cuts.search(rest)
        first = words.definite[0] if words.article.match(f"{first.lower()} ") else first.lower()
        thing = f"{first} {rest[: tie.start()].rstrip() if tie else rest}"
    return f"{title[: found.start()]}{thing}{title[found.end() :]}"


def _is_held(before: str, words: Statements) -> bool:
    """Tell whether no noun stands before a relative pronoun ("the hut in | which she lives", "found | that he")."""
    last = before.rstrip().rpartition(" ")[2]
    return words.weak_cuts.fullmatch(last) is not None or words.verbs.fullmatch(last) is not None


def _bare(noun: str, words: Statements) -> str:
    """Return a noun phrase without its article."""
    first, _, rest = noun.partition(" ")
    return (
        rest[:1].upper() + rest[1:]
        if words.determiner.fullmatch(f"{first} ") and not _POSSESSIVE.search(f"{first} {rest.partition(' ')[0]}")
        else noun
    )
