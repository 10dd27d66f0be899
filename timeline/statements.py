"""The words with which a language tells what happened: `languages/<language>/statements.toml`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Final

from timeline.language import Made, Vocabulary, in_order, optional, these
from timeline.phrases import trie

_NOTHING: Final = re.compile(r"(?!)")
_NO_ACRONYM: Final = r"(?-i:(?![A-Z]{2})|(?<=[A-Z]{2}\s))"  # "the WHO" is no "who", unless all is in capitals


# -- what is made of lists of words


def any_of(words: Iterable[str]) -> str:
    """Return the pattern of one of some phrases, with straight or curled apostrophes."""
    return trie({variant for word in words for variant in (word, word.replace("'", "’"))})


def _one_and_several(words: list[str]) -> tuple[str, str]:
    """Return a verb in the singular and the plural, or nothing for either."""
    one, several = words or ("", "")
    return one, several


def _unique(words: list[str]) -> re.Pattern[str]:
    """Return the pattern of a word that says that there is but one of what follows, and of the two words after it."""
    return re.compile(rf"\b({any_of(words)})\s(?=(\w+)(?:\s(\w+))?)", re.IGNORECASE) if words else _NOTHING


def _same(groups: list[list[str]]) -> dict[str, str]:
    """Return, for each word of groups of words, the first of its group."""
    return {word: group[0] for group in groups for word in group}


def _replaced(words: Mapping[str, str]) -> Callable[[str], str]:
    """Return the function that puts one word for each of some phrases in a text."""
    pattern = _words(list(words))
    return lambda text: pattern.sub(lambda found: words[found[0].casefold()], text)


def _words(*lists: list[str]) -> re.Pattern[str]:
    """Return the pattern of any of the words, whole and in any capitals."""
    words = [word for each in lists for word in each]
    return re.compile(rf"(?<![-\w])(?:{any_of(words)})\b(?!-\w)", re.IGNORECASE) if words else _NOTHING


def _no_acronyms(words: list[str]) -> re.Pattern[str]:
    """Return the pattern of any of the words, whole, but not as an acronym ("the WHO")."""
    return re.compile(rf"\b{_NO_ACRONYM}(?:{any_of(words)})\b(?!-\w)", re.IGNORECASE) if words else _NOTHING


def _uncontracted(words: list[str]) -> re.Pattern[str]:
    """Return the pattern of any of the words, unless a verb is joined to it ("that's")."""
    return re.compile(rf"\b(?:{any_of(words)})\b(?!-\w|['’]\w)", re.IGNORECASE) if words else _NOTHING


def _between_ends(words: list[str]) -> re.Pattern[str]:
    """Return the pattern of what stands between the two ends of a range."""
    return re.compile(rf"\s*(?:{any_of(words or ['-'])})\s*", re.IGNORECASE)


def _determiner(words: list[str]) -> re.Pattern[str]:
    """Return the pattern of a determiner or a possessive at the end of a short stretch."""
    articles = rf"\b(?:{any_of(words)})|" if words else ""
    return re.compile(rf"(?:{articles}\b[^\W_]+['’]s|[^\W_]s['’])\s+$", re.IGNORECASE)


def _aside(relatives: list[str]) -> re.Pattern[str]:
    """Return the pattern of a relative clause between two commas."""
    return (
        re.compile(rf",\s{_NO_ACRONYM}(?:\w+\sof\s)?(?:{any_of(relatives)})\b[^,]*,", re.IGNORECASE)
        if relatives
        else _NOTHING
    )


def _furniture(phrases: list[str]) -> re.Pattern[str]:
    """Return the pattern of what a page sets before a caption; `#` stands for a number."""
    phrase = any_of(phrases).replace(r"\#", r"\d+").replace("#", r"\d+")
    return re.compile(rf"(?:(?:{phrase})[\s>:|]+)+(?=[\"“‘'A-ZÀ-Þ\d])") if phrases else _NOTHING


def _set_apart(phrases: list[str]) -> re.Pattern[str]:
    """Return the pattern of a phrase between two commas."""
    return re.compile(rf",\s(?:{any_of(phrases)}),(?=\s)", re.IGNORECASE) if phrases else _NOTHING


def _person(
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
        rf"(?<!,\s)\b(?:{any_of(articles + definite)})\s{between}({any_of(nouns)})\b(?!['’]|-\w|,\s(?-i:[A-ZÀ-Þ]))",
        re.IGNORECASE,
    )


def _so_called(
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


def _that_apart(that: list[str]) -> re.Pattern[str]:
    """Return the pattern of a conjunction and the comma that a date left behind it ("said that, | the dam burst")."""
    return re.compile(rf"\b(?:{any_of(that)}),(?=\s)") if that else _NOTHING


def _from_amount(words: list[str]) -> re.Pattern[str]:
    """Return the pattern of an amount that only is compared with, right before its time ("up from $1.4 billion")."""
    amount = r"[A-Z]{0,2}[$£€¥#]?\d[\d.,]*%?(?:\s[a-z][a-z%]*){0,3}"
    return (
        re.compile(rf"\b(?:{any_of(words)})\s({amount}(?:,\s(?:[a-z]{{2}}\s)?{amount})?),?\s$") if words else _NOTHING
    )


def _denied(words: list[str], ties: list[str]) -> re.Pattern[str]:
    """Return the pattern of what denies a date right before it, with who else gives it ("and not, as we wrote, on")."""
    return re.compile(rf"(?:{any_of(words)})(?:,[^,;.:]+,)?(?:\s(?:{any_of(ties)}))*\s$") if words else _NOTHING


def _first_since(firsts: list[str], since: list[str]) -> re.Pattern[str]:
    """Return the pattern of a superlative and its "since" at the end of a stretch ("the worst day since")."""
    if not (firsts and since):
        return _NOTHING
    within = r"(?:[^,.;:]|\.(?!\s(?-i:[A-ZÀ-Þ])))*?"  # "of a U.S. lender"
    return re.compile(rf"\b(?:{any_of(firsts)})\b({within})\s(?:{any_of(since)})\s$", re.IGNORECASE)


def _aside_opens(relatives: list[str]) -> re.Pattern[str]:
    """Return the pattern of the beginning of such a relative clause."""
    return re.compile(rf",\s(?:\w+\sof\s)?(?:{any_of(relatives)})\b") if relatives else _NOTHING


def _restrictive(relatives: list[str]) -> re.Pattern[str]:
    """Return the pattern of a relative pronoun that no comma precedes."""
    pattern = rf"(?<![,;:])\s{_NO_ACRONYM}(?=(?:{any_of(relatives)})\b)"
    return re.compile(pattern, re.IGNORECASE) if relatives else _NOTHING


def _naming(naming: list[str], by: list[str]) -> re.Pattern[str]:
    """Return the pattern of a verb of naming and its "as" at the end of a short stretch."""
    return (
        re.compile(rf"\b(?:{any_of(naming)})\b[^,;]*\s(?:{any_of(by)})\b\W*\w?$", re.IGNORECASE) if naming else _NOTHING
    )


def _infinitive(modals: list[str], adverbs: list[str]) -> re.Pattern[str]:
    """Return the pattern of a modal, or "to", and the infinitive after it."""
    between = rf"(?:(?:{any_of(adverbs or ['-'])})\s)?"
    return re.compile(rf"\b(?:{any_of(modals)})\s({between}[a-z]\w+)") if modals else _NOTHING


def _infinitives(to: list[str], endings: list[str]) -> re.Pattern[str]:
    """Return the pattern of a further infinitive, with an adverb before it ("quietly to leave")."""
    return re.compile(rf"(?:\s\w+(?:{any_of(endings)}))?\s(?:{any_of(to)})\s[a-z]\w+") if to else _NOTHING


def _adverb(endings: list[str], negations: list[str]) -> re.Pattern[str]:
    """Return the pattern of an adverb that its ending gives away, or of a negation."""
    by_ending = [rf"\w{{3,}}(?:{any_of(endings)})"] if endings else []
    return re.compile("|".join([*by_ending, *negations]) or r"(?!)", re.IGNORECASE)


def _behind(of: list[str]) -> re.Pattern[str]:
    """Return the pattern of what a preposition ties to the noun before it."""
    return re.compile(rf"\s(?:{any_of(of)})\s(.+)$") if of else _NOTHING


def _indefinite(articles: list[str]) -> re.Pattern[str]:
    """Return the pattern of an indefinite article at the head of a stretch."""
    return re.compile(rf"(?:{any_of(articles)})\s") if articles else _NOTHING


def _aged(endings: list[str]) -> re.Pattern[str]:
    """Return the pattern of someone of an age at the end of a stretch ("the 20-year-old")."""
    return re.compile(rf"\b\d{{1,3}}(?:{any_of(endings)})$") if endings else _NOTHING


def _aged_name(endings: list[str], articles: list[str]) -> re.Pattern[str]:
    """Return the pattern of an age before a name, with no article before it ("the 20-year-old | Ann Vale")."""
    if not endings:
        return _NOTHING
    free = "".join(rf"(?<!\b[{each[0].upper()}{each[0]}]{each[1:]}\s)" for each in articles)
    return re.compile(rf"{free}\b\d{{1,3}}(?:{any_of(endings)})\s(?=[A-ZÀ-Þ])")


def _age(both: list[str], beside: list[str], of: list[str]) -> re.Pattern[str]:
    """Return the pattern of an age between commas, and of the home behind it ("Ann Vale, 20, of Elm, Ill., left").

    The comma before another name stays.
    """
    of_both = rf"(?:(?:{any_of(both)})\s)?" if both else ""
    ends = rf"(?=,\s[A-ZÀ-Þ])|,|(?=\s(?:{any_of(beside)})\b)" if beside else ","
    name = r"[A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){0,2}"
    home = rf",\s(?:{any_of(of)})\s{name}(?=,)(?:,\s{name}(?=,(?!\s\d)|\s[a-z]))?(?:{ends}|(?=\s[a-z]))|" if of else ""
    return re.compile(rf"(?<=[^\W\d_]),\s{of_both}\d{{1,3}}\b(?:{home}{ends})")


def _company(firms: list[str]) -> re.Pattern[str]:
    """Return the pattern of the name of a firm."""
    return re.compile(rf"^[^,]*\b(?:{any_of(firms)})$") if firms else _NOTHING


def _counted_several(counts: list[str], plurals: list[str]) -> re.Pattern[str]:
    """Return the pattern of what stands before a number of several and their noun (" | two old ships")."""
    if not plurals:
        return _NOTHING
    numbers = rf"{any_of(counts)}|\d+" if counts else r"\d+"
    return re.compile(rf"\s(?=(?:{numbers})\s(?:[a-z]+\s)?[a-z]+(?:{any_of(plurals)})\b)")


def _alike(groups: list[list[str]]) -> dict[str, str]:
    """Return the first of its group for each word."""
    return {word: group[0] for group in groups for word in group}


def _noun_start(determiners: list[str]) -> str:
    """Return the pattern of a determiner or an owner, with which a noun phrase begins."""
    return rf"(?:(?:{any_of(determiners)})|[^\W_]+['’]s)"


def _noun_of(determiners: list[str], of: list[str], not_of: list[str]) -> re.Pattern[str]:
    """Return the pattern of a noun phrase and the preposition that ties a date to it, at the end of a stretch.

    The preposition is none by itself behind `not_of` ("antes de").
    """
    if not of:
        return _NOTHING
    start = _noun_start(determiners)
    word = rf"(?!(?:{any_of(not_of)})\s)[^\W_][\w-]*" if not_of else r"[^\W_][\w-]*"
    return re.compile(rf"\b{start}\s(?:{word}\s){{1,4}}(?:{any_of(of)})\s+$", re.IGNORECASE)


def _noun_on(determiners: list[str], about: list[str], on: list[str]) -> re.Pattern[str]:
    """Return the pattern of a noun phrase that is spoken of ("of the robbery") and what ties a date to it ("on")."""
    if not about or not on:
        return _NOTHING
    start = _noun_start(determiners)
    return re.compile(
        rf"\b(?:{any_of(about)})\s(?P<noun>{start}\s(?:[^\W_][\w-]*\s){{1,8}}?)(?P<tie>(?:{any_of(on)})\s+)$",
        re.IGNORECASE,
    )


def _meant_for(words: list[str]) -> re.Pattern[str]:
    """Return the pattern of a word and a "for" at the end of a stretch."""
    return re.compile(rf"\b([a-z][\w-]*)\s(?:{any_of(words)})\s$") if words else _NOTHING


def _accounted(accounts: list[str], closing: list[str]) -> re.Pattern[str]:
    """Return the pattern of a period of accounts and what ties its end to it, at the end of a stretch."""
    if not accounts or not closing:
        return _NOTHING
    return re.compile(rf"\b(?:{any_of(accounts)})\s(?:{any_of(closing)})\s+$", re.IGNORECASE)


def _deferred(deferring: list[str], ties: list[str]) -> re.Pattern[str]:
    """Return the pattern of what gives a thing another day, with what ties that day to it, at the end of a stretch."""
    if not deferring or not ties:
        return _NOTHING
    return re.compile(rf"\b(?:{any_of(deferring)})\b[^.:;!?]*\s(?:{any_of(ties)})\s+$", re.IGNORECASE)


def _phrase(determiners: list[str], counts: list[str]) -> re.Pattern[str]:
    """Return the pattern of what a determiner or a number opens, up to a mark of punctuation."""
    if not determiners:
        return _NOTHING
    return re.compile(rf"\s+((?:\d+|{any_of(determiners + counts)})\s[^,.;:!?]*)", re.IGNORECASE)


def _only(words: list[str]) -> re.Pattern[str]:
    """Return a pattern of some of the words and nothing else."""
    return re.compile(rf"(?:[\s,]+(?:{any_of(words)})\b)*[\s,]*", re.IGNORECASE) if words else re.compile(r"\s*")


def _counted(after: list[str], before: list[str]) -> re.Pattern[str]:
    """Return the pattern of what says, after a length of time, from where on it is counted: `after` or `before`."""
    if not after or not before:
        return _NOTHING
    return re.compile(rf"\s+(?:(?P<after>{any_of(after)})|(?:{any_of(before)}))\s+", re.IGNORECASE)


def _clause_marks(
    after_comma: list[str], bare: list[str], not_marks: list[str], that: list[str], verbs: list[str]
) -> re.Pattern[str]:
    """Return the pattern of what parts clauses: strong punctuation, or a conjunction."""
    marks = r"[;:]\s|\s[—–]\s?|—|\s--?\s"
    if not after_comma or not bare:
        return re.compile(marks)
    return re.compile(
        rf"{marks}|(?:,[\"”’']*\s+(?=(?:{any_of(after_comma + bare)})\b)"
        rf"|\s{_NO_ACRONYM}(?=(?:{any_of(bare)})\b(?!-\w))"
        rf"|\s(?=(?:{any_of(that)})\s+(?:{any_of(verbs)})\b))"
        rf"(?!(?:{any_of(not_marks)})\b)",
        re.IGNORECASE,
    )


def _verbs(verbs: list[str], endings: list[str], not_verbs: list[str], names: list[str]) -> re.Pattern[str]:
    """Return the pattern of a finite verb, by itself or by its ending."""
    if not verbs:
        return _NOTHING
    no_name = rf"(?!(?-i:{any_of(names or ['-'])})\b)"
    by_ending = rf"(?!(?:{any_of(not_verbs or ['-'])})\b)\w{{2,}}(?:{any_of(endings or ['-'])})"
    return re.compile(rf"(?<![-\w]){no_name}(?:{any_of(verbs)}|{by_ending})\b(?!-)", re.IGNORECASE)


def _at_end(*lists: list[str]) -> re.Pattern[str]:
    """Return the pattern of some of the phrases, one after another, at the end of a short stretch."""
    words = [word for each in lists for word in each]
    return re.compile(rf"(?:[\s,]*\b(?:{any_of(words)}))+[\s,]*$", re.IGNORECASE) if words else re.compile(r"[\s,]*$")


def _at_start(words: list[str], before_comma: Iterable[str] = ()) -> re.Pattern[str]:
    """Return the pattern of some of the phrases, one after another, at the beginning; others count before a comma."""
    if not words:
        return _NOTHING
    others = rf"|(?:{any_of(before_comma)}),\s*" if before_comma else ""
    return re.compile(rf"(?:(?:{any_of(words)})\b(?!['’]|-\w)[\s,:]*{others})+", re.IGNORECASE)


# -- the words of a language


class Statements(Vocabulary):
    """Word sets and patterns of one language."""

    def __init__(self, language: str, tables: Mapping[str, Any]) -> None:
        """Take the tables of the language's file."""
        super().__init__(tables)
        self.language = language
        self.dated_nouns: bool = tables.get("clauses", {}).get("dated_nouns", False)
        self.cuts_dates = "before_date" in tables.get("titles", {})  # what stands before a date is known
        # whether "3." may be an ordinal, as in many languages; so it is taken to be in one that nothing is known of
        self.ordinal_point: bool = tables.get("sentences", {}).get("ordinal_point", not tables)

    abbreviations = Made(these, "sentences.abbreviations")
    may_end = Made(these, "sentences.may_end")
    openers = Made(these, "sentences.openers")
    addressed = Made(these, "telling.addressed")
    tail_telling = Made(_words, "telling.tails")
    hearing = Made(_words, "telling.hearing")
    giving = Made(_words, "telling.giving")
    telling_acts = Made(_words, "telling.acts")
    establishing = Made(_words, "telling.establishing")
    telling = Made(_words, "telling.bare", "telling.acts")
    between = Made(_only, "telling.between")
    clause_marks = Made(
        _clause_marks, "clauses.after_comma", "clauses.bare", "clauses.not_marks", "clauses.that", "clauses.verbs"
    )
    furniture = Made(_furniture, "titles.furniture")
    contracted = Made(_alike, "titles.contracted")
    perfect = Made(_alike, "titles.perfect")
    or_so = Made(_at_start, "titles.or_so")
    parts_of_year = Made(these, "titles.parts_of_year")
    periods = Made(these, "titles.periods")
    ordinals = Made(these, "titles.ordinals")
    reflexives = Made(these, "titles.reflexives")
    been = Made(these, "titles.been")
    aside = Made(_aside, "clauses.asides")
    compared = Made(_at_end, "clauses.compared")
    denied = Made(_denied, "clauses.denied", "clauses.denied_on")
    from_amount = Made(_from_amount, "clauses.from_amount")
    compares = Made(_at_start, "clauses.compares")
    first_since = Made(_first_since, "clauses.firsts", "clauses.since")
    made = Made(_words, "clauses.made")
    according = Made(_at_end, "telling.according")
    bounds = Made(_at_end, "clauses.bounds")
    later = Made(these, "clauses.later")
    than = Made(these, "clauses.than")
    topic = Made(_at_end, "clauses.topic")
    meant_for = Made(_meant_for, "clauses.meant_for")
    set_for = Made(these, "clauses.set_for")
    brought_out = Made(these, "clauses.brought_out")
    meant = Made(these, "clauses.meant")
    accounted = Made(_accounted, "clauses.accounts", "clauses.closing")
    when = Made(_words, "clauses.when")
    elsewhere = Made(_at_end, "clauses.elsewhere", "clauses.compared")
    counted = Made(_counted, "clauses.after", "clauses.before")
    aside_opens = Made(_aside_opens, "clauses.asides")
    restrictive = Made(_restrictive, "clauses.relatives")
    relative = Made(_no_acronyms, "clauses.subjects")
    definite = Made(in_order, "titles.definite")
    appearing = Made(_at_end, "clauses.appearing")
    of = Made(these, "clauses.of")
    naming = Made(_naming, "clauses.naming", "clauses.as_name")
    passive = Made(these, "clauses.passive")
    coordinators = Made(_words, "clauses.coordinators")
    contrasts = Made(_words, "clauses.contrasts")
    person = Made(_person, "clauses.articles", "titles.definite", "titles.sexed", "titles.unnamed", "titles.dangling")
    so_called = Made(
        _so_called, "titles.so_called", "titles.calling", "clauses.articles", "titles.weak_cuts", "clauses.about"
    )
    that_apart = Made(_that_apart, "clauses.that")
    that = Made(_uncontracted, "clauses.that")
    between_ends = Made(_between_ends, "clauses.range")
    range_start = Made(_at_end, "clauses.range_start")
    noun_of = Made(_noun_of, "clauses.determiners", "clauses.of", "clauses.not_of")
    told_in = Made(these, "clauses.told_in")
    occasioned = Made(these, "clauses.occasioned")
    noun_on = Made(_noun_on, "clauses.determiners", "clauses.about", "clauses.on")
    determiner = Made(_determiner, "clauses.determiners")
    relatives = Made(these, "clauses.relatives")
    objects = Made(these, "clauses.objects")
    auxiliaries = Made(these, "clauses.auxiliaries")
    intransitive = Made(these, "clauses.intransitive")
    modals = Made(these, "clauses.modals")
    being = Made(these, "clauses.being")
    own = Made(_words, "clauses.own")
    phrase = Made(_phrase, "clauses.determiners", "titles.counts")
    agents = Made(these, "titles.agents")
    any_happening = Made(these, "titles.any_happening")
    happenings = Made(these, "titles.happenings")
    befalling = Made(_words, "titles.befalling")
    passives = Made(these, "clauses.passives")
    passive_endings = Made(in_order, "clauses.passive_endings")
    infinitive = Made(_infinitive, "clauses.modals", "clauses.adverbs")
    further = Made(_infinitives, "titles.infinitives", "clauses.adverb_endings")
    adverb = Made(_adverb, "clauses.adverb_endings", "clauses.negations")
    behind = Made(_behind, "clauses.of")
    article = Made(_indefinite, "clauses.articles")
    articles = Made(in_order, "clauses.articles")
    vowels = Made(in_order, "clauses.vowels")
    not_vowels = Made(in_order, "clauses.not_vowels")
    aged = Made(_aged, "names.aged")
    aged_name = Made(_aged_name, "names.aged", "clauses.articles")
    age = Made(_age, "names.both", "names.beside", "clauses.of")
    company = Made(_company, "names.firms")
    counted_several = Made(_counted_several, "titles.several_counts", "titles.plural_endings")
    another = Made(_at_start, "titles.another")
    some = Made(_at_start, "titles.some")
    numbered = Made(_words, "titles.numbered")
    bent_plurals = Made(in_order, "titles.bent_plurals")
    large = Made(these, "titles.large")
    number_of_several = Made(_words, "titles.several_counts")
    plural_endings = Made(in_order, "titles.plural_endings")
    singular_endings = Made(in_order, "titles.singular_endings")
    passive_be = Made(_one_and_several, "clauses.passive_be")
    makes = Made(these, "clauses.makes")
    adverbs = Made(these, "clauses.adverbs")
    passing = Made(these, "clauses.passing")
    plural = Made(these, "clauses.plural")
    one = Made(these, "clauses.one")
    repeats = Made(these, "clauses.repeats")
    starts = Made(_at_start, "clauses.determiners")
    verbs = Made(_verbs, "clauses.verbs", "clauses.verb_endings", "clauses.not_verbs", "clauses.not_verbs_in_capitals")
    planned = Made(_words, "kinds.planned")
    not_planned = Made(_words, "kinds.not_planned")
    planned_for = Made(_at_end, "kinds.planned_for")
    awaited = Made(_words, "kinds.awaited")
    promised = Made(_words, "kinds.promised")
    not_possible = Made(_words, "kinds.not_possible")
    possible = Made(_words, "kinds.possible")
    nots = Made(_words, "kinds.nots")
    lasting = Made(_at_end, "kinds.lasting")
    negated = Made(_words, "kinds.nots", "kinds.negated")
    not_negated = Made(_words, "kinds.not_negated")
    nothing = Made(_at_start, "kinds.nothing")
    not_nothing = Made(_at_start, "kinds.not_nothing")
    called_off = Made(_words, "kinds.called_off")
    undone = Made(_words, "kinds.undone")
    denials = Made(_words, "kinds.denials")
    deferred_to = Made(_deferred, "kinds.deferring", "kinds.deferred_to")
    deferred_from = Made(_deferred, "kinds.deferring", "kinds.deferred_from")
    conditions = Made(_words, "kinds.conditions")
    present = Made(_words, "kinds.present")
    occasions = Made(these, "kinds.occasions")
    recurring = Made(_words, "kinds.recurring")
    soon = Made(_words, "kinds.soon")
    before_date = Made(_at_end, "titles.before_date")
    beside = Made(_words, "titles.beside")
    openings = Made(_at_start, "titles.openings", "titles.ordinals")
    subordinate = Made(_at_start, "titles.subordinate")
    meanwhile = Made(_at_start, "clauses.meanwhile")
    apart = Made(_at_start, "clauses.apart")
    cuts = Made(_no_acronyms, "titles.cuts")
    tied = Made(_words, "titles.tied")
    weak_cuts = Made(_words, "titles.weak_cuts")
    dangling = Made(these, "titles.dangling")
    as_name = Made(these, "clauses.as_name")
    fixing = Made(these, "titles.fixing")
    remainders = Made(these, "titles.remainders")
    open_ended = Made(these, "titles.open_ended")
    bound = Made(these, "titles.bound")
    infinitives = Made(these, "titles.infinitives")
    spans = Made(these, "titles.spans")
    participles = Made(in_order, "titles.participles")
    fillers = Made(_set_apart, "titles.fillers")
    introductions = Made(_words, "titles.introductions")
    pronouns = Made(these, "titles.pronouns")
    persons = Made(these, "titles.persons")
    many = Made(these, "titles.many")
    collectives = Made(these, "titles.collectives")
    possessives = Made(these, "titles.possessives")
    indefinite = Made(these, "titles.indefinite")
    demonstratives = Made(these, "titles.demonstratives")
    dummies = Made(_words, "titles.dummies")
    several = Made(these, "titles.several")
    joining = Made(these, "clauses.coordinators")
    agreeing = Made(these, "titles.agreeing")
    asking = Made(these, "titles.asking")
    owning = Made(these, "titles.owning")
    alike = Made(_alike, "titles.alike")
    sexed = Made(_alike, "titles.sexed")
    singular = Made(these, "titles.singular")
    quantities = Made(_at_start, "titles.quantities")
    parts_of_day = Made(these, "titles.parts_of_day")
    particles = Made(these, "titles.particles")
    states = Made(these, "titles.states")
    holds = Made(these, "titles.holds")
    never_of_days = Made(these, "titles.never_of_days")
    things = Made(these, "titles.things")
    no_names = Made(these, "names.no_names")
    inside_names = Made(these, "names.inside")
    name_roles = Made(these, "names.roles")
    shown = Made(these, "names.shown")
    affairs = Made(these, "names.affairs")
    role_endings = Made(in_order, "names.role_endings")
    name_titles = Made(these, "names.titles")
    occurred = Made(_words, "story.occurred")
    follow_up = Made(_words, "story.follow_up")
    happening = Made(_words, "story.happening")
    caption = Made(_words, "story.caption")
    more = Made(_words, "merging.more")
    unique = Made(_unique, "merging.unique")
    same = Made(_same, "merging.same")
    in_one_word = Made(_replaced, "merging.in_one_word")
    common = Made(these, "merging.common", "titles.dangling", "titles.pronouns", "names.no_names")


@cache
def statements(language: str) -> Statements:
    """Return the words of a language; a language that has no such file yet has none."""
    return Statements(language, _tables(language))


def _tables(language: str) -> dict[str, Any]:
    tables = optional(language, "statements")
    return tables and {**tables, "telling": optional(language, "telling")}
