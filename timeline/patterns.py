"""What a language's lists of words are made into: patterns of them, alone and with what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from timeline.letters import CAPITAL
from timeline.phrases import trie

_NOTHING: Final = re.compile(r"(?!)")
_NO_ACRONYM: Final = r"(?-i:(?![A-Z]{2})|(?<=[A-Z]{2}\s))"  # "the WHO" is no "who", unless all is in capitals


def any_of(words: Iterable[str]) -> str:
    """Return the pattern of one of some phrases, with straight or curled apostrophes."""
    return trie({variant for word in words for variant in (word, word.replace("'", "’"))})


def unique(words: list[str]) -> re.Pattern[str]:
    """Return the pattern of a word that says that there is but one of what follows, and of the two words after it."""
    return re.compile(rf"\b({any_of(words)})\s(?=(\w+)(?:\s(\w+))?)", re.IGNORECASE) if words else _NOTHING


def replaced(words: Mapping[str, str]) -> Callable[[str], str]:
    """Return the function that puts one word for each of some phrases in a text."""
    pattern = whole_words(list(words))
    return lambda text: pattern.sub(lambda found: words[found[0].casefold()], text)


def whole_words(*lists: list[str]) -> re.Pattern[str]:
    """Return the pattern of any of the words, whole and in any capitals."""
    words = [word for each in lists for word in each]
    return re.compile(rf"(?<![-\w])(?:{any_of(words)})\b(?!-\w)", re.IGNORECASE) if words else _NOTHING


def no_acronyms(words: list[str]) -> re.Pattern[str]:
    """Return the pattern of any of the words, whole, but not as an acronym ("the WHO")."""
    return re.compile(rf"\b{_NO_ACRONYM}(?:{any_of(words)})\b(?!-\w)", re.IGNORECASE) if words else _NOTHING


def uncontracted(words: list[str]) -> re.Pattern[str]:
    """Return the pattern of any of the words, unless a verb is joined to it ("that's")."""
    return re.compile(rf"\b(?:{any_of(words)})\b(?!-\w|['’]\w)", re.IGNORECASE) if words else _NOTHING


def between_ends(words: list[str]) -> re.Pattern[str]:
    """Return the pattern of what stands between the two ends of a range."""
    return re.compile(rf"\s*(?:{any_of(words or ['-'])})\s*", re.IGNORECASE)


def determiner(words: list[str]) -> re.Pattern[str]:
    """Return the pattern of a determiner or a possessive at the end of a short stretch."""
    articles = rf"\b(?:{any_of(words)})|" if words else ""
    return re.compile(rf"(?:{articles}\b[^\W_]+['’]s|[^\W_]s['’])\s+$", re.IGNORECASE)


def aside(relatives: list[str]) -> re.Pattern[str]:
    """Return the pattern of a relative clause between two commas."""
    return (
        re.compile(rf",\s{_NO_ACRONYM}(?:\w+\sof\s)?(?:{any_of(relatives)})\b[^,]*,", re.IGNORECASE)
        if relatives
        else _NOTHING
    )


def dashed(relatives: list[str]) -> re.Pattern[str]:
    """Return the pattern of a relative clause between two dashes."""
    dash = r"\s(?:[—–]|--?)\s"
    return re.compile(rf"{dash}(?:{any_of(relatives)})\b[^—–\n]*?{dash}") if relatives else _NOTHING


def chronicle(words: list[str], determiners: list[str], of: list[str]) -> re.Pattern[str]:
    """Return the pattern of a headline that names no happening but a list of them ("The flood: a timeline of ...")."""
    if not words or not of:
        return _NOTHING
    named = any_of(words)
    begins = rf"(?:^|[:–—|]\s)(?:(?:{any_of(determiners)})\s)?(?:{named})(?=\s(?:{any_of(of)})\b|\s?[–—,|]|$)"
    return re.compile(rf"{begins}|\s(?:{named}):|[:–—|]\s[^:–—|]{{1,40}}\s(?:{named})$", re.IGNORECASE)


def furniture(phrases: list[str]) -> re.Pattern[str]:
    """Return the pattern of what a page sets before a caption; `#` stands for a number."""
    phrase = any_of(phrases).replace(r"\#", r"\d+").replace("#", r"\d+")
    return re.compile(rf"(?:(?:{phrase})[\s>:|]+)+(?=[\"“‘'{CAPITAL}\d])") if phrases else _NOTHING


def set_apart(phrases: list[str]) -> re.Pattern[str]:
    """Return the pattern of a phrase between two commas."""
    return re.compile(rf",\s(?:{any_of(phrases)}),(?=\s)", re.IGNORECASE) if phrases else _NOTHING


def person(
    articles: list[str], definite: list[str], alike: list[list[str]], unnamed: list[str], ties: list[str]
) -> re.Pattern[str]:
    """Return the pattern of one person who has no name ("the 4-year-old girl"), whose noun is its group.

    One beside a name is none of them ("Bo Lund, a father of two", "the driver, Bo Lund").
    """
    if not definite or not alike:
        return _NOTHING
    nouns = [*unnamed, *(noun for _, *each in alike for noun in each)]
    between = rf"(?:(?!(?:{any_of(ties + articles + definite)})\s)[a-z\d][\w-]*\s){{0,3}}?"
    return re.compile(
        rf"(?<!,\s)\b(?:{any_of(articles + definite)})\s{between}({any_of(nouns)})\b(?!['’]|-\w|,\s(?-i:[{CAPITAL}]))",
        re.IGNORECASE,
    )


def so_called(
    openings: list[str], calling: list[str], articles: list[str], ties: list[str], about: list[str]
) -> re.Pattern[str]:
    """Return the pattern of what says only that others call something so ("what police are calling | an accident").

    It stands behind nothing or a preposition, which is looked at last: few texts have what it begins with.
    """
    if not openings or not calling or not articles:
        return _NOTHING
    begins = any_of(form for word in openings for form in (word, word.capitalize(), word.upper()))
    called = rf"\s(?:[^\W\d_]+\s){{0,3}}?(?:{any_of(calling)})\s(?=[“\"]?(?:{any_of(articles)})\s)"
    behind = [rf"(?<=\b{re.escape(tie)}\s{word})" for word in openings for tie in ties + about]
    tied = "|".join([*(rf"(?<=^{word})" for word in openings), *behind])
    return re.compile(rf"(?:{begins})(?i:(?:{tied}){called})")


def that_apart(that: list[str]) -> re.Pattern[str]:
    """Return the pattern of a conjunction and the comma that a date left behind it ("said that, | the dam burst")."""
    return re.compile(rf"\b(?:{any_of(that)}),(?=\s)") if that else _NOTHING


def from_amount(words: list[str]) -> re.Pattern[str]:
    """Return the pattern of an amount that only is compared with, right before its time ("up from $1.4 billion")."""
    amount = r"[A-Z]{0,2}[$£€¥#]?\d[\d.,]*%?(?:\s[a-z][a-z%]*){0,3}"
    return (
        re.compile(rf"\b(?:{any_of(words)})\s({amount}(?:,\s(?:[a-z]{{2}}\s)?{amount})?),?\s$") if words else _NOTHING
    )


def by_percent(percent: list[str], words: list[str]) -> re.Pattern[str]:
    """Return the pattern of a rate and what ties the time to it that it is compared with ("rose 3% from")."""
    return re.compile(rf"\d\s?(?:{any_of(percent)})\s(?:{any_of(words)})\s$") if percent and words else _NOTHING


def denied(words: list[str], ties: list[str]) -> re.Pattern[str]:
    """Return the pattern of what denies a date right before it, with who else gives it ("and not, as we wrote, on")."""
    return re.compile(rf"(?:{any_of(words)})(?:,[^,;.:]+,)?(?:\s(?:{any_of(ties)}))*\s$") if words else _NOTHING


def first_since(firsts: list[str], since: list[str], of: list[str], on: list[str]) -> re.Pattern[str]:
    """Return the pattern of a superlative and its "since" or `of` at the end of a stretch ("the worst day since").

    A thing with a tie of its own may stand behind "since" ("the worst storm since Petra in").
    """
    if not (firsts and since):
        return _NOTHING
    within = rf"(?:[^,.;:]|\.(?!\s(?-i:[{CAPITAL}])))*?"  # "of a U.S. lender"
    thing = rf"((?:\s[^\s,;:]+){{1,9}}?\s(?:{any_of(on)}))"
    tie = rf",?\s(?:(?:{any_of(since)}){thing}?|({any_of(of)}))"
    return re.compile(rf"\b(?:{any_of(firsts)})\b({within}){tie}\s$", re.IGNORECASE)


def ranked(firsts: list[str]) -> re.Pattern[str]:
    """Return the pattern of a superlative with its noun at the end of a stretch ("the deadliest storm")."""
    return re.compile(rf"\b(?:{any_of(firsts)})((?:\s[\w’'-]+){{0,4}})\s$", re.IGNORECASE) if firsts else _NOTHING


def aside_opens(relatives: list[str]) -> re.Pattern[str]:
    """Return the pattern of the beginning of such a relative clause."""
    return re.compile(rf",\s(?:\w+\sof\s)?(?:{any_of(relatives)})\b") if relatives else _NOTHING


def restrictive(relatives: list[str]) -> re.Pattern[str]:
    """Return the pattern of a relative pronoun that no comma precedes."""
    pattern = rf"(?<![,;:])\s{_NO_ACRONYM}(?=(?:{any_of(relatives)})\b)"
    return re.compile(pattern, re.IGNORECASE) if relatives else _NOTHING


def naming(naming: list[str], by: list[str]) -> re.Pattern[str]:
    """Return the pattern of a verb of naming and its "as" at the end of a short stretch."""
    return (
        re.compile(rf"\b(?:{any_of(naming)})\b[^,;]*\s(?:{any_of(by)})\b\W*\w?$", re.IGNORECASE) if naming else _NOTHING
    )


def infinitive(modals: list[str], adverbs: list[str]) -> re.Pattern[str]:
    """Return the pattern of a modal, or "to", and the infinitive after it."""
    between = rf"(?:(?:{any_of(adverbs or ['-'])})\s)?"
    return re.compile(rf"\b(?:{any_of(modals)})\s({between}[a-z]\w+)") if modals else _NOTHING


def object_clause(objects: list[str], actors: list[str], perfect: list[str]) -> re.Pattern[str]:
    """Return the pattern of a clause at an end, whose object stands before it ("deal | that he had cut")."""
    if not actors:
        return _NOTHING
    relative = rf"(?:(?:{any_of(objects or ['-'])})\s)?"
    had = rf"(?:(?:{any_of(perfect or ['-'])})\s)?"
    return re.compile(rf"(?<=[a-z])\s(?={relative}(?:{any_of(actors)})\s{had}(?P<verb>[a-z]+)(?:\s[a-z]+)?$)")


def infinitives(to: list[str], endings: list[str]) -> re.Pattern[str]:
    """Return the pattern of a further infinitive, with an adverb before it ("quietly to leave")."""
    return re.compile(rf"(?:\s\w+(?:{any_of(endings)}))?\s(?:{any_of(to)})\s[a-z]\w+") if to else _NOTHING


def adverb(endings: list[str], negations: list[str]) -> re.Pattern[str]:
    """Return the pattern of an adverb that its ending gives away, or of a negation."""
    by_ending = [rf"\w{{3,}}(?:{any_of(endings)})"] if endings else []
    return re.compile("|".join([*by_ending, *negations]) or r"(?!)", re.IGNORECASE)


def behind(of: list[str]) -> re.Pattern[str]:
    """Return the pattern of what a preposition ties to the noun before it."""
    return re.compile(rf"\s(?:{any_of(of)})\s(.+)$") if of else _NOTHING


def indefinite(articles: list[str]) -> re.Pattern[str]:
    """Return the pattern of an indefinite article at the head of a stretch."""
    return re.compile(rf"(?:{any_of(articles)})\s") if articles else _NOTHING


def aged(endings: list[str]) -> re.Pattern[str]:
    """Return the pattern of someone of an age at the end of a stretch ("the 20-year-old", "the 38-year-old Dane")."""
    return re.compile(rf"^\D*\b\d{{1,3}}(?:{any_of(endings)})(?:\s[{CAPITAL}]\w+)?$") if endings else _NOTHING


def by_name(by: list[str]) -> re.Pattern[str]:
    """Return the pattern of the full name of who does what a passive clause tells ("was found by | Bo Lund")."""
    name = rf"[{CAPITAL}][\w’'-]+"
    return re.compile(rf"\b(?:{any_of(by)})\s({name}(?:\s{name})+)") if by else _NOTHING


def aged_name(endings: list[str], articles: list[str], definite: list[str]) -> re.Pattern[str]:
    """Return the pattern of an age before a name, with no article before it ("the 20-year-old | Ann Vale")."""
    if not endings:
        return _NOTHING
    free = "".join(rf"(?<!\b[{each[0].upper()}{each[0]}]{each[1:]}\s)" for each in articles + definite)
    return re.compile(rf"{free}\b\d{{1,3}}(?:{any_of(endings)})\s(?=[{CAPITAL}])")


def age(both: list[str], beside: list[str], of: list[str], within: list[str]) -> re.Pattern[str]:
    """Return the pattern of an age between commas, and of the home behind it ("Ann Vale, 20, of Elm, Ill., left").

    The comma before another name stays.
    """
    of_both = rf"(?:(?:{any_of(both)})\s)?" if both else ""
    ends = rf"(?=,\s[{CAPITAL}])|,|(?=\s(?:{any_of(beside)})\b)" if beside else ","
    name = rf"[{CAPITAL}][\w.’'-]*(?:\s[{CAPITAL}][\w.’'-]*){{0,2}}"
    place = rf"{name}(?:\s(?:{any_of(within)})\s{name})?"
    home = rf",\s(?:{any_of(of)})\s{place}(?=,)(?:,\s{name}(?=,(?!\s\d)|\s[a-z]))?(?:{ends}|(?=\s[a-z]))|" if of else ""
    return re.compile(rf"(?<=[^\W\d_]),\s{of_both}\d{{1,3}}\b(?:{home}{ends})")


def company(firms: list[str]) -> re.Pattern[str]:
    """Return the pattern of the name of a firm."""
    return re.compile(rf"^[^,]*\b(?:{any_of(firms)})$") if firms else _NOTHING


def counted_several(counts: list[str], plurals: list[str]) -> re.Pattern[str]:
    """Return the pattern of what stands before a number of several and their noun (" | two old ships")."""
    if not plurals:
        return _NOTHING
    numbers = rf"{any_of(counts)}|\d+" if counts else r"\d+"
    return re.compile(rf"\s(?=(?:{numbers})\s(?:[a-z]+\s)?[a-z]+(?:{any_of(plurals)})\b)")


def _noun_start(determiners: list[str]) -> str:
    """Return the pattern of a determiner or an owner, with which a noun phrase begins."""
    return rf"(?:(?:{any_of(determiners)})|[^\W_]+['’]s)"


def noun_of(determiners: list[str], of: list[str], not_of: list[str]) -> re.Pattern[str]:
    """Return the pattern of a noun phrase and the preposition that ties a date to it, at the end of a stretch.

    The preposition is none by itself behind `not_of` ("antes de").
    """
    if not of:
        return _NOTHING
    start = _noun_start(determiners)
    word = rf"(?!(?:{any_of(not_of)})\s)[^\W_][\w-]*" if not_of else r"[^\W_][\w-]*"
    return re.compile(rf"\b{start}\s(?:{word}\s){{1,4}}(?:{any_of(of)})\s+$", re.IGNORECASE)


def noun_on(determiners: list[str], counts: list[str], on: list[str], *about: list[str]) -> re.Pattern[str]:
    """Return the pattern of a noun phrase that is spoken of ("of the robbery") and what ties a date to it ("on")."""
    spoken = [word for each in about for word in each]
    if not spoken or not on:
        return _NOTHING
    noun = rf"(?P<noun>(?:{_noun_start(determiners + counts)}|\d+)\s(?:[^\W_][\w’'-]*\s){{1,8}}?)"
    return re.compile(rf"\b(?P<about>{any_of(spoken)})\s{noun}(?P<tie>(?:(?:{any_of(on)})\s+)?)$", re.IGNORECASE)


def meant_for(words: list[str]) -> re.Pattern[str]:
    """Return the pattern of a word and a "for" at the end of a stretch."""
    return re.compile(rf"\b([a-z][\w-]*)\s(?:{any_of(words)})\s$") if words else _NOTHING


def accounted(accounts: list[str], closing: list[str]) -> re.Pattern[str]:
    """Return the pattern of a period of accounts and what ties its end to it, at the end of a stretch."""
    if not accounts or not closing:
        return _NOTHING
    return re.compile(rf"\b(?:{any_of(accounts)})\s(?:{any_of(closing)})\s+$", re.IGNORECASE)


def deferred(deferring: list[str], ties: list[str]) -> re.Pattern[str]:
    """Return the pattern of what gives a thing another day, with what ties that day to it, at the end of a stretch."""
    if not deferring or not ties:
        return _NOTHING
    return re.compile(rf"\b(?:{any_of(deferring)})\b[^.:;!?]*\s(?:{any_of(ties)})\s+$", re.IGNORECASE)


def phrase(determiners: list[str], counts: list[str]) -> re.Pattern[str]:
    """Return the pattern of what a determiner or a number opens, up to a mark of punctuation."""
    if not determiners:
        return _NOTHING
    return re.compile(rf"\s+((?:\d+|{any_of(determiners + counts)})\s[^,.;:!?]*)", re.IGNORECASE)


def only(words: list[str]) -> re.Pattern[str]:
    """Return a pattern of some of the words and nothing else."""
    return re.compile(rf"(?:[\s,]+(?:{any_of(words)})\b)*[\s,]*", re.IGNORECASE) if words else re.compile(r"\s*")


def counted(after: list[str], before: list[str]) -> re.Pattern[str]:
    """Return the pattern of what says, after a length of time, from where on it is counted: `after` or `before`."""
    if not after or not before:
        return _NOTHING
    return re.compile(rf"\s+(?:(?P<after>{any_of(after)})|(?:{any_of(before)}))\s+", re.IGNORECASE)


def doing(ties: list[str], endings: list[str]) -> re.Pattern[str]:
    """Return the pattern of a participle that is tied to what stands before it ("for | stealing")."""
    if not ties or not endings:
        return _NOTHING
    return re.compile(rf"\b(?:{any_of(ties)})\s(?P<doing>\w+(?:{any_of(endings)}))\b")


def joined_doing(coordinators: list[str], endings: list[str]) -> re.Pattern[str]:
    """Return the pattern of a participle that is joined on to another ("stealing a boat | and burning")."""
    if not coordinators or not endings:
        return _NOTHING
    return re.compile(rf"(\s(?:{any_of(coordinators)})\s)(\w+(?:{any_of(endings)}))\b")


def clause_marks(
    after_comma: list[str], bare: list[str], not_marks: list[str], that: list[str], verbs: list[str], endings: list[str]
) -> re.Pattern[str]:
    """Return the pattern of what parts clauses: strong punctuation, or a conjunction."""
    marks = r"[;:]\s|\s[—–]\s?|—|\s--?\s"
    if not after_comma or not bare:
        return re.compile(marks)
    return re.compile(
        rf"{marks}|(?:,[\"”’']*\s+(?=(?:{any_of(after_comma + bare)})\b)"
        rf"|\s{_NO_ACRONYM}(?=(?:{any_of(bare)})\b(?!-\w))"
        rf"|\s(?=(?:{any_of(that)})\s+(?:{any_of(verbs)}|\w+(?:{any_of(endings)}))\b))"
        rf"(?!(?:{any_of(not_marks)})\b)",
        re.IGNORECASE,
    )


def verbs(verbs: list[str], endings: list[str], not_verbs: list[str], names: list[str]) -> re.Pattern[str]:
    """Return the pattern of a finite verb, by itself or by its ending."""
    if not verbs:
        return _NOTHING
    no_name = rf"(?!(?-i:{any_of(names or ['-'])})\b)"
    by_ending = rf"(?!(?:{any_of(not_verbs or ['-'])})\b)\w{{2,}}(?:{any_of(endings or ['-'])})"
    return re.compile(rf"(?<![-\w]){no_name}(?:{any_of(verbs)}|{by_ending})\b(?!-)", re.IGNORECASE)


def at_end(*lists: list[str]) -> re.Pattern[str]:
    """Return the pattern of some of the phrases, one after another, at the end of a short stretch."""
    words = [word for each in lists for word in each]
    return re.compile(rf"(?:[\s,]*\b(?:{any_of(words)}))+[\s,]*$", re.IGNORECASE) if words else re.compile(r"[\s,]*$")


def at_start(words: list[str], *marked: list[str]) -> re.Pattern[str]:
    """Return the pattern of some of the phrases, one after another, at the beginning; others count before a mark."""
    if not words:
        return _NOTHING
    others = rf"|(?:{any_of(word for each in marked for word in each)})[,:]\s*" if marked else ""
    return re.compile(rf"(?:(?:{any_of(words)})\b(?!['’]|-\w)[\s,:]*{others})+", re.IGNORECASE)
