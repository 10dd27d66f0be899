"""The words with which a language tells what happened: `languages/<language>/statements.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from timeline import patterns
from timeline.language import Made, Vocabulary, first_of_group, in_order, one_and_several, optional, these


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
    tail_telling = Made(patterns.whole_words, "telling.tails")
    hearing = Made(patterns.whole_words, "telling.hearing")
    giving = Made(patterns.whole_words, "telling.giving")
    telling_acts = Made(patterns.whole_words, "telling.acts")
    establishing = Made(patterns.whole_words, "telling.establishing")
    telling = Made(patterns.whole_words, "telling.bare", "telling.acts")
    between = Made(patterns.only, "telling.between")
    clause_marks = Made(
        patterns.clause_marks,
        "clauses.after_comma",
        "clauses.bare",
        "clauses.not_marks",
        "clauses.that",
        "clauses.verbs",
        "clauses.verb_endings",
    )
    furniture = Made(patterns.furniture, "titles.furniture")
    pasts = Made(first_of_group, "titles.pasts")
    contracted = Made(first_of_group, "titles.contracted")
    perfect = Made(first_of_group, "titles.perfect")
    or_so = Made(patterns.at_start, "titles.or_so")
    parts_of_year = Made(these, "titles.parts_of_year")
    periods = Made(these, "titles.periods")
    ordinals = Made(these, "titles.ordinals")
    reflexives = Made(these, "titles.reflexives")
    been = Made(these, "titles.been")
    aside = Made(patterns.aside, "clauses.asides")
    dashed = Made(patterns.dashed, "clauses.asides")
    compared = Made(patterns.at_end, "clauses.compared")
    denied = Made(patterns.denied, "clauses.denied", "clauses.denied_on")
    from_amount = Made(patterns.from_amount, "clauses.from_amount")
    by_percent = Made(patterns.by_percent, "clauses.percent", "clauses.from_amount")
    compares = Made(patterns.at_start, "clauses.compares")
    first_since = Made(patterns.first_since, "clauses.firsts", "clauses.since", "clauses.of", "clauses.on")
    ranked = Made(patterns.ranked, "clauses.firsts")
    made = Made(patterns.whole_words, "clauses.made")
    undergone = Made(patterns.whole_words, "clauses.undergone")
    according = Made(patterns.at_end, "telling.according")
    times = Made(patterns.at_start, "clauses.times")
    bounds = Made(patterns.at_end, "clauses.bounds")
    later = Made(these, "clauses.later")
    than = Made(these, "clauses.than")
    topic = Made(patterns.at_end, "clauses.topic")
    meant_for = Made(patterns.meant_for, "clauses.meant_for")
    set_for = Made(these, "clauses.set_for")
    brought_out = Made(these, "clauses.brought_out")
    meant = Made(these, "clauses.meant")
    accounted = Made(patterns.accounted, "clauses.accounts", "clauses.closing")
    when = Made(patterns.whole_words, "clauses.when")
    elsewhere = Made(patterns.at_end, "clauses.elsewhere", "clauses.compared")
    counted = Made(patterns.counted, "clauses.after", "clauses.before")
    before = Made(patterns.whole_words, "clauses.before")
    behind_doing = Made(these, "clauses.since", "clauses.after")
    beside_doing = Made(patterns.whole_words, "clauses.since", "clauses.before")
    after = Made(patterns.whole_words, "clauses.after")
    aside_opens = Made(patterns.aside_opens, "clauses.asides")
    restrictive = Made(patterns.restrictive, "clauses.relatives")
    relative = Made(patterns.no_acronyms, "clauses.subjects")
    definite = Made(in_order, "titles.definite")
    appearing = Made(patterns.at_end, "clauses.appearing")
    of = Made(these, "clauses.of")
    naming = Made(patterns.naming, "clauses.naming", "clauses.as_name")
    passive = Made(these, "clauses.passive")
    by_name = Made(patterns.by_name, "clauses.passive")
    coordinators = Made(patterns.whole_words, "clauses.coordinators")
    contrasts = Made(patterns.whole_words, "clauses.contrasts")
    person = Made(
        patterns.person, "clauses.articles", "titles.definite", "titles.sexed", "titles.unnamed", "titles.dangling"
    )
    so_called = Made(
        patterns.so_called,
        "titles.so_called",
        "titles.calling",
        "clauses.articles",
        "titles.weak_cuts",
        "clauses.about",
    )
    that_apart = Made(patterns.that_apart, "clauses.that")
    that = Made(patterns.uncontracted, "clauses.that")
    between_ends = Made(patterns.between_ends, "clauses.range")
    range_start = Made(patterns.at_end, "clauses.range_start")
    noun_of = Made(patterns.noun_of, "clauses.determiners", "clauses.of", "clauses.not_of")
    told_in = Made(these, "clauses.told_in")
    occasioned = Made(these, "clauses.occasioned")
    since = Made(these, "clauses.since")
    noun_on = Made(
        patterns.noun_on,
        "clauses.determiners",
        "titles.counts",
        "clauses.on",
        "clauses.about",
        "clauses.beyond",
        "clauses.follows",
    )
    beyond = Made(these, "clauses.since", "clauses.beyond", "clauses.follows")
    follows = Made(these, "clauses.follows")
    determiner = Made(patterns.determiner, "clauses.determiners")
    relatives = Made(these, "clauses.relatives")
    objects = Made(these, "clauses.objects")
    auxiliaries = Made(these, "clauses.auxiliaries")
    intransitive = Made(these, "clauses.intransitive")
    modals = Made(these, "clauses.modals")
    object_clause = Made(patterns.object_clause, "clauses.objects", "clauses.actors", "clauses.completing")
    content_nouns = Made(these, "clauses.content_nouns")
    being = Made(these, "clauses.being")
    own = Made(patterns.whole_words, "clauses.own")
    phrase = Made(patterns.phrase, "clauses.determiners", "titles.counts")
    agents = Made(these, "titles.agents")
    any_happening = Made(these, "titles.any_happening")
    happenings = Made(these, "titles.happenings")
    befalling = Made(patterns.whole_words, "titles.befalling")
    passives = Made(these, "clauses.passives")
    passive_endings = Made(in_order, "clauses.passive_endings")
    infinitive = Made(patterns.infinitive, "clauses.modals", "clauses.adverbs")
    further = Made(patterns.infinitives, "titles.infinitives", "clauses.adverb_endings")
    adverb = Made(patterns.adverb, "clauses.adverb_endings", "clauses.negations")
    behind = Made(patterns.behind, "clauses.of")
    article = Made(patterns.indefinite, "clauses.articles")
    articles = Made(in_order, "clauses.articles")
    vowels = Made(in_order, "clauses.vowels")
    not_vowels = Made(in_order, "clauses.not_vowels")
    aged = Made(patterns.aged, "names.aged")
    aged_name = Made(patterns.aged_name, "names.aged", "clauses.articles", "titles.definite")
    age = Made(patterns.age, "names.both", "names.beside", "clauses.of")
    company = Made(patterns.company, "names.firms")
    counted_several = Made(patterns.counted_several, "titles.several_counts", "titles.plural_endings")
    another = Made(patterns.at_start, "titles.another")
    some = Made(patterns.at_start, "titles.some")
    numbered = Made(patterns.whole_words, "titles.numbered")
    bent_plurals = Made(in_order, "titles.bent_plurals")
    large = Made(these, "titles.large")
    number_of_several = Made(patterns.whole_words, "titles.several_counts")
    plural_endings = Made(in_order, "titles.plural_endings")
    singular_endings = Made(in_order, "titles.singular_endings")
    passive_be = Made(one_and_several, "clauses.passive_be")
    makes = Made(these, "clauses.makes")
    victors = Made(these, "clauses.victors")
    shown_so = Made(patterns.at_start, "clauses.shown_so")
    proven = Made(patterns.whole_words, "clauses.proven")
    deed = Made(patterns.doing, "clauses.deed_ties", "titles.participles")
    pictured = Made(patterns.whole_words, "clauses.pictured")
    nowadays = Made(these, "clauses.nowadays")
    partaking = Made(these, "clauses.partaking")
    partaken = Made(these, "clauses.partaken")
    adverbs = Made(these, "clauses.adverbs")
    passing = Made(these, "clauses.passing")
    plural = Made(these, "clauses.plural")
    one = Made(these, "clauses.one")
    repeats = Made(these, "clauses.repeats")
    starts = Made(patterns.at_start, "clauses.determiners")
    verbs = Made(
        patterns.verbs, "clauses.verbs", "clauses.verb_endings", "clauses.not_verbs", "clauses.not_verbs_in_capitals"
    )
    planned = Made(patterns.whole_words, "kinds.planned")
    not_planned = Made(patterns.whole_words, "kinds.not_planned")
    planned_for = Made(patterns.at_end, "kinds.planned_for")
    awaited = Made(patterns.whole_words, "kinds.awaited")
    promised = Made(patterns.whole_words, "kinds.promised")
    not_possible = Made(patterns.whole_words, "kinds.not_possible")
    possible = Made(patterns.whole_words, "kinds.possible")
    nots = Made(patterns.whole_words, "kinds.nots")
    lasting = Made(patterns.at_end, "kinds.lasting")
    negated = Made(patterns.whole_words, "kinds.nots", "kinds.negated")
    not_negated = Made(patterns.whole_words, "kinds.not_negated")
    nothing = Made(patterns.at_start, "kinds.nothing")
    not_nothing = Made(patterns.at_start, "kinds.not_nothing")
    called_off = Made(patterns.whole_words, "kinds.called_off")
    undone = Made(patterns.whole_words, "kinds.undone")
    denials = Made(patterns.whole_words, "kinds.denials")
    deferred_to = Made(patterns.deferred, "kinds.deferring", "kinds.deferred_to")
    deferred_from = Made(patterns.deferred, "kinds.deferring", "kinds.deferred_from")
    conditions = Made(patterns.whole_words, "kinds.conditions")
    present = Made(patterns.whole_words, "kinds.present")
    occasions = Made(these, "kinds.occasions")
    recurring = Made(patterns.whole_words, "kinds.recurring")
    soon = Made(patterns.whole_words, "kinds.soon")
    before_date = Made(patterns.at_end, "titles.before_date")
    beside = Made(patterns.whole_words, "titles.beside")
    openings = Made(patterns.at_start, "titles.openings", "titles.ordinals", "titles.labels")
    subordinate = Made(patterns.at_start, "titles.subordinate")
    meanwhile = Made(patterns.at_start, "clauses.meanwhile")
    apart = Made(patterns.at_start, "clauses.apart")
    qualities = Made(these, "titles.qualities")
    quality_endings = Made(in_order, "titles.quality_endings")
    clausal = Made(patterns.whole_words, "titles.clausal")
    cuts = Made(patterns.no_acronyms, "titles.cuts")
    tied = Made(patterns.whole_words, "titles.tied")
    weak_cuts = Made(patterns.whole_words, "titles.weak_cuts")
    dangling = Made(these, "titles.dangling")
    as_name = Made(these, "clauses.as_name")
    fixing = Made(these, "titles.fixing")
    remainders = Made(these, "titles.remainders")
    open_ended = Made(these, "titles.open_ended")
    bound = Made(these, "titles.bound")
    infinitives = Made(these, "titles.infinitives")
    spans = Made(these, "titles.spans")
    participles = Made(in_order, "titles.participles")
    lead_ins = Made(patterns.at_start, "titles.lead_ins")
    fillers = Made(patterns.set_apart, "titles.fillers")
    introductions = Made(patterns.whole_words, "titles.introductions")
    pronouns = Made(these, "titles.pronouns")
    persons = Made(these, "titles.persons")
    many = Made(these, "titles.many")
    collectives = Made(these, "titles.collectives")
    possessives = Made(these, "titles.possessives")
    indefinite = Made(these, "titles.indefinite")
    demonstratives = Made(these, "titles.demonstratives")
    dummies = Made(patterns.whole_words, "titles.dummies")
    enacting = Made(patterns.whole_words, "titles.enacting")
    several = Made(these, "titles.several")
    objective = Made(these, "titles.objective")
    against = Made(patterns.whole_words, "titles.against")
    joining = Made(these, "clauses.coordinators")
    agreeing = Made(these, "titles.agreeing")
    asking = Made(these, "titles.asking")
    coming = Made(these, "titles.coming")
    venues = Made(these, "titles.venues")
    owning = Made(these, "titles.owning")
    alike = Made(first_of_group, "titles.alike")
    sexed = Made(first_of_group, "titles.sexed")
    singular = Made(these, "titles.singular")
    quantities = Made(patterns.at_start, "titles.quantities")
    parts_of_day = Made(these, "titles.parts_of_day")
    particles = Made(these, "titles.particles")
    states = Made(these, "titles.states")
    holds = Made(these, "titles.holds")
    never_of_days = Made(these, "titles.never_of_days")
    things = Made(these, "titles.things")
    object_pronouns = Made(these, "titles.object_pronouns")
    idle = Made(these, "titles.idle")
    no_names = Made(these, "names.no_names")
    inside_names = Made(these, "names.inside")
    name_roles = Made(these, "names.roles")
    shown = Made(these, "names.shown")
    affairs = Made(these, "names.affairs")
    role_endings = Made(in_order, "names.role_endings")
    name_titles = Made(these, "names.titles")
    occurred = Made(patterns.whole_words, "story.occurred")
    follow_up = Made(patterns.whole_words, "story.follow_up")
    aftermath = Made(patterns.whole_words, "titles.aftermath")
    starting = Made(these, "titles.starting")
    happening = Made(patterns.whole_words, "story.happening")
    caption = Made(patterns.whole_words, "story.caption")
    more = Made(patterns.whole_words, "merging.more")
    unique = Made(patterns.unique, "merging.unique")
    once = Made(patterns.whole_words, "merging.once")
    same = Made(first_of_group, "merging.same")
    in_one_word = Made(patterns.replaced, "merging.in_one_word")
    common = Made(these, "merging.common", "titles.dangling", "titles.pronouns", "names.no_names")


@cache
def statements(language: str) -> Statements:
    """Return the words of a language; a language that has no such file yet has none."""
    return Statements(language, _tables(language))


def _tables(language: str) -> dict[str, Any]:
    tables = optional(language, "statements")
    return tables and {**tables, "telling": optional(language, "telling")}
