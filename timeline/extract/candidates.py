"""The mentions of one article with what its news and its story are chosen by."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve, frozen

from timeline.article import Article
from timeline.event import Kind, Mention
from timeline.extract.apart import entries, is_credited, posted
from timeline.extract.clauses import Statement, statements_in
from timeline.extract.counted import counted, recounted
from timeline.extract.datings import is_deferred, is_given_up, is_planned_for, spanned
from timeline.extract.deeds import deed_of
from timeline.extract.kinds import is_alleged, kind_of, recurs
from timeline.extract.names import Names, names_in
from timeline.extract.relatives import apposition, is_passive_form, restriction, subject_aside
from timeline.extract.setting import Setting
from timeline.extract.titles import is_sound, points_back
from timeline.extract.titling import headline_of, is_opening, title_for
from timeline.foreign import FOREIGN
from timeline.moments import Grain, Moment
from timeline.sentences import Sentence, split
from timeline.statements import Statements
from timeline.timex import Timex
from timeline.when import Interval

# How surely a date belongs to a statement, by whose day it is.
_SURE: Final = {"event": 0.9, "act": 0.85, "telling": 0.85, "noun": 0.75, "counted": 0.7, "entry": 0.85, "told": 0.5}
_LOOK_BACK: Final = 8  # sentences in which a pronoun's name may stand
_LONGEST_DATE: Final = 32  # characters of the date, or dates, that an item of a list begins with
_CAPTIONED: Final = 8  # words: a shorter line without a verb is a heading rather than the caption of a picture
_CARRIED: Final = 0.6  # of that, where the day is that of the sentence before
_SHORTEST_CARRIED: Final = 3  # words
_SHORTEST_VERBLESS: Final = 3  # words of a title without a verb
_DASH: Final = re.compile(r"\s*[–—-]+\s+(?=\S)")
_MARKS: Final = ".,;:!?()[]“”\"'‘’–—-*"
_LONGEST_COUNTED: Final = 48  # characters
_FIGURE: Final = re.compile(r"(?: \w+){0,2} \d")
_COUNTED: Final = re.compile(r"\d\S*(?: \w+){1,2} \w+ $")
_QUOTES: Final = ("“", '"', "'", "‘")
_SCRAPPED: Final = 24  # characters before a noun
_SAID: Final = re.compile(r": “[^”]*”$")
_LASTING: Final = 12  # characters before a date
_CAPTION: Final = 0.7  # of that, where a picture is described
_FOREIGN: Final = 0.6  # of that, where the language has no grammar of dates


@frozen
class Candidate:
    """A mention, the number of its sentence among the article's, whose day it has, and its clause."""

    mention: Mention
    sentence: int
    role: str
    clause: str


@frozen
class Reading:
    """What an article's text was read into."""

    article: Article
    headline: str
    borrowed: str  # the headline, where it is more than the opening itself
    sentences: tuple[Sentence, ...]
    names: Names
    candidates: tuple[Candidate, ...]


def read(article: Article, timexes: Sequence[Timex], words: Statements) -> Reading:
    """Return the dated mentions of an article, in the order of its text."""
    text = article.text
    timexes = spanned(text, timexes, words)
    sentences = _behind_day(article, tuple(split(text, article.dropped, article.language)), timexes)
    names = names_in(text, sentences, words)
    heading = headline_of(article, words)
    own = bool(sentences) and is_opening(heading, text[sentences[0].start : sentences[0].end], words)
    borrowed = "" if own and not sentences[0].heading else heading
    found: list[Candidate] = []
    headed = entries(article, sentences, timexes, words)
    starts = [timex.start for timex in timexes]
    for number, sentence in enumerate(sentences):
        inside = timexes[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        before = sentences[max(0, number - _LOOK_BACK) : number]
        earlier = timexes[bisect_left(starts, before[0].start) : bisect_left(starts, sentence.start)] if before else ()
        setting = Setting(text, borrowed, sentence, before, inside, earlier)
        stated = posted(text, sentence, inside, words)
        if stated is None:
            stated = recounted(text, sentence, inside, statements_in(text, sentence, inside, words), words)
            stated = stated or headed.get(number, [])
        for statement in [*stated, *counted(text, sentence, inside, stated, words)]:
            if mention := _mention(article, setting, statement, names, words):
                clause = text[statement.start : statement.end]
                role = "caption" if _is_caption(sentence, statement, clause, words) else statement.role
                found.append(Candidate(mention, number, role, clause))
        if found and found[-1].sentence == number - 1 and (carried := _carried(setting, found[-1], names, words)):
            found.append(Candidate(carried, number, "carried", carried.quote))
    return Reading(article, heading, borrowed, sentences, names, tuple(_once(found)))


def _behind_day(article: Article, sentences: tuple[Sentence, ...], timexes: Sequence[Timex]) -> tuple[Sentence, ...]:
    """Return the sentences, the first without the day of publication set before it ("Monday, June 3, 2024 – ...")."""
    first, day = next(iter(sentences), None), next(iter(timexes), None)
    if not first or not day or day.start != first.start or day.when != article.day:
        return sentences
    mark = _DASH.match(article.text, day.end, first.end)
    return (evolve(first, start=mark.end()), *sentences[1:]) if mark else sentences


def _once(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Leave out what one sentence says twice of one day."""
    seen: set[tuple[int, str, object]] = set()
    for candidate in candidates:
        key = candidate.sentence, candidate.mention.title, candidate.mention.when
        if key not in seen:
            seen.add(key)
            yield candidate


def _mention(
    article: Article, setting: Setting, statement: Statement, names: Names, words: Statements
) -> Mention | None:
    text, sentence, timexes = article.text, setting.sentence, setting.timexes
    clause = text[statement.start : statement.end]
    captioned = _is_caption(sentence, statement, clause, words)
    if captioned and (_is_heading(text, clause, setting) or _after_bar(text, sentence, statement)):
        return None
    if words.pictured.search(clause) and is_credited(article, sentence):
        return None
    if statement.when is None and not names.within(statement.start, statement.end):
        return None
    judged = "" if statement.role in ("telling", "act", "noun") else _main_words(text, statement, timexes, words)
    tells_nothing = _is_lead_in(text, sentence, words) or _asks(text, sentence, words)
    if tells_nothing or _is_undatable(judged, setting, statement, words):
        return None
    setting = evolve(setting, history=is_history(statement.when, article.day))
    title = title_for(setting, statement, words)
    if not _is_told(title, clause, setting, statement, words):
        return None
    title = deed_of(setting, statement, title, article.day, words) or title
    said = statement.role == "told" and _SAID.search(title)  # which is told on its day, whatever it says
    return Mention(
        article=article.id,
        start=sentence.start,
        end=sentence.end,
        quote=text[sentence.start : sentence.end],
        title=title,
        kind=_kind(setting, statement, "" if said else judged, article.day, words),
        timex=statement.timex,
        when=statement.when,
        names=names.within(statement.start, statement.end) or names.within(sentence.start, sentence.end),
        confidence=round(sureness(article, statement, text[sentence.start : sentence.end], captioned, words), 3),
    )


def is_history(when: Moment | Interval | None, published: Moment | None) -> bool:
    """Tell whether a date is so long before publication that no headline tells of it ("The war began in 2022").

    So is any month or year that was over by then ("The unrest began last month").
    """
    if not isinstance(when, Moment) or published is None:
        return False
    return when.year < published.year - 1 or (when.grain >= Grain.MONTH and when.last < published.first)


def _is_undatable(judged: str, setting: Setting, statement: Statement, words: Statements) -> bool:
    """Tell whether a statement is only how it is with the one who speaks, so that its day is no day of it."""
    if statement.role != "event" or not statement.timex:
        return False
    if statement.timex.text.casefold() in words.nowadays and _goes_on_still(judged, words):
        return True
    stated = _is_own_state(judged, words)
    return stated and not words.when.match(setting.text, statement.timex.end + 1)


def _is_told(title: str, clause: str, setting: Setting, statement: Statement, words: Statements) -> bool:
    """Tell whether a title is long enough for what it is made of, and says more than a date."""
    hour = statement.role == "entry" and isinstance(statement.when, Moment) and statement.when.grain < Grain.DAY
    if hour and not is_sound(title, words, noun=True):
        return False  # "What we know so far"
    pointing, verb, day = [*clause.strip(_MARKS).split(" ", 2), "", ""][:3]
    timex = statement.timex
    if timex and timex.text == day and verb in words.being and pointing.casefold() in words.demonstratives:
        return False  # "That was | Monday"
    told = statement.role == "noun" or words.verbs.search(clause) or _is_item(setting.text, setting)
    return len(title.split()) >= (2 if told else _SHORTEST_VERBLESS) and _says(title, setting.timexes, statement, words)


def _carried(setting: Setting, last: Candidate, names: Names, words: Statements) -> Mention | None:
    """Return what a sentence without a date adds to the day of the one before ("He was taken to hospital")."""
    text, sentence, mention = setting.text, setting.sentence, last.mention
    clause = text[sentence.start : sentence.end]
    day = when_first(mention.when)
    if setting.timexes or not day or day.grain > Grain.DAY or mention.kind != "happened":
        return None
    if (
        last.role not in ("event", "carried")
        or sentence.paragraph != setting.before[-1].paragraph
        or not _goes_on(clause, words)
    ):
        return None
    when = day.widen(Grain.DAY)
    title = title_for(setting, Statement(sentence.start, sentence.end, None, when, "event"), words)
    if points_back(title, words) or len(title.split()) < _SHORTEST_CARRIED:
        return None
    return evolve(
        mention,
        start=sentence.start,
        end=sentence.end,
        quote=clause,
        title=title,
        timex=None,
        when=when,
        names=names.within(sentence.start, sentence.end),
        confidence=round(_CARRIED * mention.confidence, 3),
    )


def _goes_on(clause: str, words: Statements) -> bool:
    """Tell whether a clause says what came next of the one whom the clause before it was about."""
    verb = words.verbs.search(clause)
    telling = words.telling.search(clause)
    if not verb or telling or not points_back(clause, words) or clause[:1] in _QUOTES:
        return False
    came = words.happening.search(clause) or words.follow_up.search(clause)
    return came is not None and not words.present.search(clause) and kind_of(clause, None, None, words) == "happened"


def _kind(setting: Setting, statement: Statement, judged: str, published: Moment | None, words: Statements) -> Kind:
    text, timex = setting.text, statement.timex
    if statement.denied or (statement.role == "noun" and _is_scrapped(text, statement, words)):
        return "negated"
    if judged and recurs(text, (statement.start, statement.end), setting.timexes, words):
        return "recurring"
    tied = _kind_by_date(setting, timex, published, words) if judged and timex else None
    return tied or _kind_by_words(setting, statement, judged, published, words)


def _kind_by_date(setting: Setting, timex: Timex, published: Moment | None, words: Statements) -> Kind | None:
    """Return the kind that the words before a date give what is told ("put off until | May"), or none."""
    if is_deferred(setting.text, timex, words):
        return "planned"
    if is_given_up(setting.text, timex, words):
        return "negated"
    return "possible" if is_alleged(setting.text, setting.sentence.start, timex, published, words) else None


def _kind_by_words(
    setting: Setting, statement: Statement, judged: str, published: Moment | None, words: Statements
) -> Kind:
    """Return the kind that the words of a clause give it, where no word before its date tells another."""
    text, timex = setting.text, statement.timex
    called = _without_calling_off(text, statement, setting.timexes, judged, words)
    kind = kind_of(_without_lasting(text, statement, called, words), statement.when, published, words)
    if kind == "happened" and timex and is_planned_for(text, timex, words):
        return "planned"
    if kind == "planned" and is_history(statement.when, published) and words.foretold.search(judged):
        return "happened"
    return kind


def _is_scrapped(text: str, statement: Statement, words: Statements) -> bool:
    """Tell whether a noun is what somebody called off ("has cancelled | its June 2 gala")."""
    before = text[max(0, statement.start - _SCRAPPED) : statement.start]
    *_, off = [None, *words.called_off.finditer(before)]
    if not off:
        return False
    between = before[off.end() :].strip()
    return not between or words.starts.fullmatch(f"{between} ") is not None


def _without_lasting(text: str, statement: Statement, judged: str, words: Statements) -> str:
    """Return a clause without its "not" where that held up to its date ("was not restored until 4 July")."""
    at = statement.timex.start if statement.timex and judged else 0
    lasted = at and words.lasting.search(text[max(statement.start, at - _LASTING) : at])
    return words.nots.sub(" ", judged) if lasted else judged


def _without_calling_off(
    text: str, statement: Statement, timexes: Sequence[Timex], judged: str, words: Statements
) -> str:
    """Return a clause without what calls something off, where the date is that of the calling off itself."""
    if statement.timex is None or not judged:
        return judged
    for off in words.called_off.finditer(text, statement.start, statement.end):
        if _is_day_of(off, text, statement, timexes, words):
            return words.called_off.sub(" ", judged)
    return judged


def _is_day_of(
    off: re.Match[str], text: str, statement: Statement, timexes: Sequence[Timex], words: Statements
) -> bool:
    """Tell whether a date is that of a calling off rather than of what was called off ("Friday's march")."""
    passive = text[: off.start()].rstrip().rpartition(" ")[2] in words.being
    counted = _COUNTED.search(text, max(statement.start, off.start() - _LONGEST_COUNTED), off.start())
    if passive and counted and not any(each.start <= counted.start() < each.end for each in timexes):
        return True  # "On Friday 1,100 flights were cancelled"
    timex = statement.timex
    if timex and off.end() <= timex.start:
        between = text[off.end() : timex.start]
        return not words.verbs.search(between) and not words.planned.search(between)  # "cancelled on Friday"
    begins = (words.phrase, _FIGURE)
    return not passive and any(each.match(text, off.end(), statement.end) for each in begins)  # "cancelled a tender"


def _goes_on_still(clause: str, words: Statements) -> bool:
    """Tell whether a clause says only what something is ("Her studio is a museum", but "The road is closed")."""
    verb = words.verbs.search(clause)
    if not verb or verb[0] not in words.being or not words.present.fullmatch(verb[0]):
        return False
    after, *_ = [*clause[verb.end() :].split(maxsplit=1), ""]
    doing = is_passive_form(after, words) or after.endswith(words.participles)
    doing = doing or after in words.infinitives | words.open_ended | words.set_for
    return not doing or words.relative.match(clause.lstrip()) is not None


def _is_own_state(clause: str, words: Statements) -> bool:
    """Tell whether a clause says only how it was with the one who speaks ("Thirty days ago my brother was alive").

    A figure is more than that ("Our loss was 2 million").
    """
    verb = words.verbs.search(clause) if not any(map(str.isdigit, clause)) else None
    if not verb or verb[0].casefold() not in words.being or not words.own.search(clause, 0, verb.start()):
        return False
    after = clause[verb.end() + 1 :].partition(" ")[0].rstrip(".,”\"'")
    return not (is_passive_form(after, words) or words.telling.fullmatch(after) or after in words.adverbs)


def _is_caption(sentence: Sentence, statement: Statement, clause: str, words: Statements) -> bool:
    """Tell whether a clause is of a line without a full stop and has no verb, like the caption of a picture."""
    return sentence.heading and statement.role != "entry" and not words.verbs.search(clause)


def _is_heading(text: str, clause: str, setting: Setting) -> bool:
    """Tell whether a short line is a heading, rather than an item of a list of dates ("8 May: members vote")."""
    return len(clause.split()) < _CAPTIONED and not _is_item(text, setting)


def _is_lead_in(text: str, sentence: Sentence, words: Statements) -> bool:
    """Tell whether a line only announces a list ("Key figures released this week:", "Here is what we know today.")."""
    line = text[sentence.start : sentence.end].rstrip()
    return (line.endswith(":") and len(line.split()) < _CAPTIONED) or words.lead_ins.match(line) is not None


def _asks(text: str, sentence: Sentence, words: Statements) -> bool:
    """Tell whether a sentence is one of the questions that an article answers ("What happened on Monday?")."""
    first = text[sentence.start : sentence.end].partition(" ")[0].casefold()
    return text.endswith("?", sentence.start, sentence.end) and first in words.asking


def _says(title: str, timexes: Sequence[Timex], statement: Statement, words: Statements) -> bool:
    """Tell whether a title holds more than dates and a word ("“May 3, May 9, June 1,” he says", "18:03 Found!")."""
    for timex in timexes:
        title = title.replace(timex.text, " ")
    left = [word for word in title.split() if word.strip(_MARKS)]
    told = [word for word in left if word.strip(_MARKS).casefold() not in words.dangling]
    return bool(told) and (len(left) > 1 or statement.role == "noun")


def _is_item(text: str, setting: Setting) -> bool:
    """Tell whether a sentence is an item of a list of dates ("8 May: members vote")."""
    start, end, inside = setting.sentence.start, setting.sentence.end, setting.timexes
    if not inside or inside[0].start != start:
        return False
    return 0 <= text.find(":", inside[0].end, end) - start < _LONGEST_DATE


def _after_bar(text: str, sentence: Sentence, statement: Statement) -> bool:
    """Tell whether a date stands in the credits of a picture rather than in its caption."""
    return statement.timex is not None and " | " in text[sentence.start : statement.timex.start]


def _main_words(text: str, statement: Statement, timexes: Sequence[Timex], words: Statements) -> str:
    """Return a clause without its expressions of time, for "May" is none that could be, and without its asides."""
    clause = text[statement.start : statement.end]
    for timex in timexes:
        if statement.start <= timex.start and timex.end <= statement.end:
            begin, end = timex.start - statement.start, timex.end - statement.start
            clause = clause[:begin] + " " * (end - begin) + clause[end:]
    beside = (
        apposition(clause, words)
        or subject_aside(clause, 0, len(clause), words)
        or _restriction(clause, statement, words)
    )
    return words.aside.sub(" ", f"{clause[: beside[0]]} {clause[beside[1] :]}" if beside else clause)


def _restriction(clause: str, statement: Statement, words: Statements) -> tuple[int, int] | None:
    """Return what tells the subject apart, but for the date ("The bank | that few did not trust | was founded in")."""
    found = restriction(clause, 0, len(clause), words)
    dated = statement.timex and found and statement.timex.start - statement.start < found[1]
    return None if dated else found


def sureness(article: Article, statement: Statement, sentence: str, captioned: bool, words: Statements) -> float:
    """Return how surely a statement has its date: by whose day it is and how surely its anchor is known."""
    sure = _SURE[statement.role] * (_CAPTION if captioned or words.caption.search(sentence) else 1)
    if statement.timex is not None and statement.timex.rule == FOREIGN:
        sure *= _FOREIGN
    if statement.timex is None or "year" in statement.timex.said:
        return sure
    known = article.published.confidence if article.published else 0.0
    if "month" in statement.timex.said:
        return sure * (3 + known) / 4  # only the year depends on the anchor
    return sure * (1 + known) / 2  # a weekday outlives an anchor that is a few days off


def when_first(when: Moment | Interval | None) -> Moment | None:
    """Return the moment that a date begins with."""
    return when.first if isinstance(when, Interval) else when
