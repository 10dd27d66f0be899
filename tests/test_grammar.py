"""A language's file of dates, compiled: what it finds, what it refuses at load, and how its work stays bounded."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import grammar as module
from timeline import lexicon
from timeline.grammar import Expression, Grammar, grammar
from timeline.language import load
from timeline.lexicon import MAX_TOKENS, Token, constant
from timeline.moments import Grain
from timeline.neighbours import Neighbours, lasts
from timeline.paths import State, standing
from timeline.phrases import compile_phrase, trie

SMALL = r"""
levels = ["amounts", "dates"]
[tense]
[digits]
year = { digits = 4, from = 1000, to = 2199 }
day = { digits = 1, most = 2, from = 1, to = 31 }
[formats]
iso = '(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\w)'
[words]
the = ["the"]
a = ["a", "an"]
comma = [","]
join = ["and"]
latent = ["may"]
plural = ["weeks"]
[words.turn]
-1 = ["last", "previous"]
1 = ["next"]
[words.unit]
WEEK = ["week", "weeks"]
YEAR = ["year"]
[words.month]
5 = ["may"]
6 = ["june", "jun."]
[amounts.length]
gives = "length"
phrases = ["number unit"]
[amounts.one]
op = "length"
gives = "length"
number = 1
phrases = ["a unit&!plural"]
[dates.turned]
gives = "date"
phrases = ["the? turn unit"]
[dates.calendar]
gives = "date"
phrases = ["day month year?", "month&!latent", "year", "<'in'> month&latent&capital"]
[dates.shared]
op = "calendar"
gives = "date"
phrases = ["day ; join ; day month"]
[dates.ago]
gives = "date"
phrases = ["length 'ago'"]
[dates.written]
gives = "date"
phrases = ["iso"]
"""


def tables(old: str = "", new: str = "") -> dict[str, Any]:
    assert old in SMALL
    return {"settings": load("en", "dates")["settings"], **tomllib.loads(SMALL.replace(old, new, 1))}


@pytest.fixture(scope="module")
def small() -> Grammar:
    return Grammar(tables())


def found(small: Grammar, text: str) -> list[tuple[str, str]]:
    """Return (words, rule) of what a grammar finds in a text."""
    return [
        (text[at + item.start : at + item.end], item.expression.rule)
        for at, items in small.find(text)
        for item in items
    ]


def read(expression: Expression) -> tuple[str, str, Mapping[str, Any]]:
    """Return the rule, the operator and the arguments of an expression."""
    return expression.rule, expression.op, expression.args


class TestFinding:
    def test_words_become_what_their_phrase_says(self, small: Grammar) -> None:
        ((start, (item,)),) = small.find("Sales fell the previous week.")
        assert start + item.start == 11
        assert (item.start, item.end) == (0, 17)
        assert read(item.expression) == ("turned", "turned", {"turn": -1, "unit": Grain.WEEK})

    def test_the_longest_phrase_wins(self, small: Grammar) -> None:
        assert found(small, "On 3 June 2025 it ended.") == [("3 June 2025", "calendar")]

    def test_what_one_level_reads_is_a_word_of_the_next(self, small: Grammar) -> None:
        ((_, (item,)),) = small.find("It ended 3 weeks ago.")
        assert item.expression.op == "ago"
        assert read(item.expression.args["length"]) == ("length", "length", {"number": 3, "unit": Grain.WEEK})

    def test_a_rule_lends_its_constants_to_the_operator(self, small: Grammar) -> None:
        ((_, (item,)),) = small.find("It took a week.")
        assert read(item.expression) == ("one", "length", {"number": 1, "unit": Grain.WEEK})

    def test_parts_of_a_list_lend_each_other_what_they_lack(self, small: Grammar) -> None:
        ((_, (one, other)),) = small.find("on 3 and 4 June")
        assert (one.expression.args, other.expression.args) == ({"day": 3, "month": 6}, {"day": 4, "month": 6})

    def test_a_number_format_says_its_named_groups(self, small: Grammar) -> None:
        ((_, (item,)),) = small.find("On 2025-06-17 it ended.")
        assert item.expression.args == {"iso": {"year": "2025", "month": "06", "day": "17"}}

    @pytest.mark.parametrize("text", ["It may end.", "MAY WE?", "$1998", "A weekly", "lastweek", "x3", "the week"])
    def test_other_words_are_left_alone(self, small: Grammar, text: str) -> None:
        assert found(small, text) == []

    def test_context_is_asked_for_but_stays_outside(self, small: Grammar) -> None:
        assert found(small, "It ended in May.") == [("May", "calendar")]
        assert found(small, "It ended in may.") == []

    def test_a_line_break_is_a_gap_and_a_blank_line_is_none(self, small: Grammar) -> None:
        assert found(small, "the last\nweek") == [("the last\nweek", "turned")]
        assert found(small, "the last\r\nweek") == [("the last\r\nweek", "turned")]
        assert found(small, "the last\n\nweek") == []

    def test_capitals_and_small_letters_are_the_same_word(self, small: Grammar) -> None:
        assert found(small, "LAST Week") == [("LAST Week", "turned")]

    def test_a_letter_that_grows_in_lower_case_moves_nothing(self, small: Grammar) -> None:
        assert found(small, "İ last week İ 3 June") == [("last week", "turned"), ("3 June", "calendar")]


class TestWrongLanguageFiles:
    @pytest.mark.parametrize(
        ("old", "new", "words"),
        [
            ('"number unit"', '"number unti"', ("length", "number unti", "no token has the type unti")),
            ('"the? turn unit"', '"the? (turn unit"', ("turned", "the? (turn unit")),
            ('"the? turn unit"', '"the? turn @ unit"', ("turned", "unexpected '@'")),
            ('"the? turn unit"', '"<turn unit"', ("turned", "<turn unit")),
            ('gives = "length"', 'giving = "length"', ("length", "gives")),
            ("[dates.ago]", "[dates.length]", ()),
            ('levels = ["amounts", "dates"]', 'levels = ["amounts", "times"]', ("times",)),
            ("[formats]", "[forms]", ("formats",)),
        ],
    )  # fmt: skip
    def test_a_wrong_file_fails_at_load_and_says_where(
        self, old: str, new: str, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(module, "load", lambda _language, _name: tables(old, new))
        with pytest.raises(ValueError, match=r"^languages/zz/dates\.toml: ") as failure:
            grammar.__wrapped__("zz")
        for word in words:
            assert word in str(failure.value)

    def test_two_rules_of_one_name_are_refused(self) -> None:
        with pytest.raises(ValueError, match="same name"):
            Grammar(tables("[dates.ago]", "[dates.length]"))

    def test_a_language_without_a_file_is_no_language(self) -> None:
        with pytest.raises(LookupError, match="'zz'"):
            grammar("zz")


class TestBounds:
    @pytest.mark.parametrize("word", ["week", "17", "2025-06-17", ","])
    def test_a_run_is_cut(self, word: str) -> None:
        text = "the year " + f"{word} " * 10 * MAX_TOKENS
        counts = []

        class Noted(Grammar):
            def tokens(self, run: str) -> list[Token]:
                tokens = super().tokens(run)
                counts.append(len(tokens))
                return tokens

        list(Noted(tables()).find(text))
        assert 0 < max(counts) <= MAX_TOKENS

    @pytest.fixture
    def cramped(self, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Grammar]:
        def cramped(size: int) -> Grammar:
            monkeypatch.setattr(lexicon, "CACHED", size)
            return Grammar(tables())

        return cramped

    def test_words_runs_and_shapes_are_kept_in_bounded_caches(self, cramped: Callable[[int], Grammar]) -> None:
        small = cramped(50)
        for number in range(300):
            words = ("last week", "and", f"{number} June", "the", "year", "may")
            list(small.find(" ".join(words[(number >> shift) % 6] for shift in range(number % 12))))
            list(small.find(f"{number} June, {number} week"))
        sizes = [len(cache) for cache in (small._known, small._plans, small._lexicon._known)]
        assert min(sizes) > 0
        assert max(sizes) <= 50

    def test_a_full_cache_forgets_nothing_that_matters(self, cramped: Callable[[int], Grammar]) -> None:
        small = cramped(1)
        text = "3 June and last week, 4 June 2025; in May."
        assert found(small, text) == found(small, text) == found(Grammar(tables()), text)


class Letters:
    """A vocabulary of three types, the last of them without a value."""

    def characters(self, name: str) -> str:
        return {"a": "A", "b": "B", "c": "CD", "mute": "M", "given": "X"}.get(name, "")

    def has_value(self, kind: str) -> bool:
        return kind != "mute"


def spans(phrase: str, shape: str) -> list[tuple[int, int]]:
    """Return where a phrase stands in a shape."""
    compiled = compile_phrase(phrase, Letters(), "here")
    found = standing(State(compiled.then, {}), shape)
    return [(start, end) for start, end, _ in found if compiled.stands(shape, start, end)]


def items() -> st.SearchStrategy[str]:
    """Phrases of names, choices and repeats, as they are written."""
    repeats = st.sampled_from(["", "?", "*", "+"])
    names = st.builds("{}{}".format, st.sampled_from(["a", "b", "c"]), repeats)
    return st.recursive(
        names,
        lambda inner: st.one_of(
            st.lists(inner, min_size=2, max_size=3).map(" ".join),
            st.builds("({}){}".format, st.lists(inner, min_size=1, max_size=3).map("|".join), repeats),
        ),
        max_leaves=6,
    )


class TestPhrases:
    @pytest.mark.parametrize(
        ("phrase", "shape", "end"),
        [
            ("a b", "AB", 2),
            ("a? b", "B", 1),
            ("a* b+", "AAABB", 5),
            ("(a|b) c", "BD", 2),
            ("(a b)? c", "ABC", 3),
            ("(a b)? c", "C", 1),
            ("a <!b>", "AA", 1),
            ("a <b>", "AB", 1),
            ("a <b? c>", "AD", 1),
            ("a ; b ; c", "ABC", 3),
        ],
    )
    def test_a_phrase_is_a_pattern_over_types(self, phrase: str, shape: str, end: int) -> None:
        assert max(stop for start, stop in spans(phrase, shape) if start == 0) == end

    @pytest.mark.parametrize(
        ("phrase", "shape"), [("a <!b>", "AB"), ("a <b>", "AC"), ("a <b? c>", "AB"), ("a b", "BA"), ("a+", "B")]
    )
    def test_what_a_phrase_does_not_say_it_does_not_match(self, phrase: str, shape: str) -> None:
        assert spans(phrase, shape) == []

    @given(items(), st.text("ABCD", max_size=6))
    def test_it_stands_where_a_regular_expression_matches(self, phrase: str, shape: str) -> None:
        pattern = re.compile(phrase.replace("c", "[CD]").upper().replace(" ", ""))
        expected = {(i, j) for i in range(len(shape)) for j in range(i + 1, len(shape) + 1)}
        assert set(spans(phrase, shape)) == {span for span in expected if pattern.fullmatch(shape, *span)}
        compiled = compile_phrase(phrase, Letters(), "here")
        assert {span for span in expected if compiled.steps(shape, *span)} == set(spans(phrase, shape))

    @pytest.mark.parametrize(
        ("phrase", "expected"),
        [
            ("a b c", "CD"),
            ("a? b", "B"),
            ("a b*", "AB"),
            ("(a|b) c", "CD"),
            ("a (b|c?)", "ABCD"),
            ("b ((a|b) c)+", "CD"),
            ("<a> b", "B"),
            ("a <!b>", "A"),
        ],
    )
    def test_it_knows_what_it_can_end_with(self, phrase: str, expected: str) -> None:
        compiled = compile_phrase(phrase, Letters(), "here")
        assert {char for place in lasts(compiled, compiled.pairs()) for char in place.chars} == set(expected)

    @pytest.mark.parametrize(
        ("phrases", "joined", "opening", "closing"),
        [
            ({"a b": "X"}, {"AB"}, {"AB"}, {"AB"}),
            ({"a b c": "X"}, {"AB", "BC", "BD"}, {"AB"}, {"BC", "BD"}),
            ({"a b a": "X"}, {"AB", "BA"}, {"AB"}, {"BA"}),
            ({"a b c": "Y", "b": "X"}, {"AB", "BC", "BD"}, {"AB", "BC", "BD"}, {"AB", "BC", "BD"}),
            ({"a": "X", "given b": "Y"}, {"AB"}, {"AB"}, {"AB"}),  # what is read is one token for others
            ({"b a": "X", "given b": "Y"}, {"BA", "AB"}, {"BA"}, {"BA", "AB"}),
            ({"<a> b b": "Y"}, {"AB", "BB"}, {"AB", "BB"}, {"BB"}),
            ({"b b <!a>": "Y"}, {"BA", "BB"}, {"BB"}, {"BA", "BB"}),
            ({"b ; a": "X", "given b": "Y"}, {"BA", "AB", "BB"}, {"BA", "AB", "BB"}, {"BA", "AB", "BB"}),
        ],
    )
    def test_neighbours_are_what_some_phrase_leads_on_to(
        self, phrases: dict[str, str], joined: set[str], opening: set[str], closing: set[str]
    ) -> None:
        neighbours = Neighbours({compile_phrase(text, Letters(), "here"): given for text, given in phrases.items()})
        sides = {char: neighbours.of(char) for char in "ABCD"}
        pairs = [(one + other, sides[one], sides[other]) for one in sides for other in sides]
        assert {pair for pair, one, other in pairs if one.joins & other.begins} == joined
        assert {pair for pair, one, other in pairs if pair in joined and one.opens & other.begins} == opening
        assert {pair for pair, one, other in pairs if pair in joined and one.closes & other.whole} == closing

    @pytest.mark.parametrize(
        ("phrase", "shape", "expected"),
        [
            ("<a> b", "AB", [(1, 2)]),
            ("<a> b", "CB", []),
            ("<!a> b", "AB", []),
            ("<!a> b", "B", [(0, 1)]),
            ("<(a|b) c> b", "BDB", [(2, 3)]),
            ("<a c? a> b", "ADAB", [(3, 4)]),
            ("<a> <!b>", "AB", []),
        ],
    )
    def test_context_before_is_behind_the_match(self, phrase: str, shape: str, expected: list[tuple[int, int]]) -> None:
        assert spans(phrase, shape) == expected

    @pytest.mark.parametrize(
        ("phrase", "shape", "expected"),
        [
            ("a:x ; b ; c:y", "ABD", [["x0"], ["b1"], ["y2"]]),
            ("mute a", "MA", [["a1"]]),  # a word that says nothing is no argument
            ("<a:of> b <c>", "ABC", [["of0", "b1", "c2"]]),
            ("a? a:x b*", "AABB", [["a0", "x1", "b2", "b3"]]),
            ("a? a:x", "A", [["x0"]]),
            ("a:x=a:y b", "AB", [["x0", "y0", "b1"]]),  # one token is two arguments
        ],
    )
    def test_each_segment_binds_its_own_tokens(self, phrase: str, shape: str, expected: list[list[str]]) -> None:
        compiled = compile_phrase(phrase, Letters(), "here")
        ((start, end), *_) = sorted(spans(phrase, shape), key=lambda span: span[0] - span[1])
        segments = compiled.segments(shape, start, end)
        bound = [[f"{name}{n}" for n, place in part.steps for _, name in place.arguments] for part in segments]
        assert bound == expected
        assert (segments[0].start, segments[-1].end) == (start, end)

    @pytest.mark.parametrize(
        "phrase",
        [
            *("a nothing", "a )", "( a", "a | b", "a $", "<a b", "a >", "<a )>", "a <(b>", "a <b> c", "a (b <c>)"),
            *("a <b?>", "<b*> a", "a=b", "a:x=b:y", "a:x=a:y*"),
        ],
    )
    def test_a_wrong_phrase_is_refused_with_its_place(self, phrase: str) -> None:
        with pytest.raises(ValueError, match=r"here: phrase"):
            compile_phrase(phrase, Letters(), "here")


class TestTrie:
    @given(st.lists(st.text("abc -.'", min_size=1, max_size=6), min_size=1, max_size=12))
    def test_it_matches_its_words_the_longest_first(self, words: list[str]) -> None:
        pattern = re.compile(trie(words))
        for word in words:
            match = pattern.match(word)
            assert match
            assert match.group() == max((w for w in words if word.startswith(w)), key=len)

    @given(st.lists(st.text("abc", min_size=1, max_size=4), min_size=1, max_size=8), st.text("abc", max_size=5))
    def test_it_matches_nothing_else(self, words: list[str], text: str) -> None:
        assert bool(re.fullmatch(trie(words), text)) == (text in words)

    def test_a_space_may_be_a_line_break(self) -> None:
        assert re.fullmatch(trie(["a couple of"]), "a couple\nof")


@pytest.mark.parametrize(
    ("said", "meant"),
    [("-1", -1), ("12", 12), ("3/4", Fraction(3, 4)), ("WEEK", Grain.WEEK), ("TNI", "TNI"), (True, True), (7, 7)],
)
def test_constants_of_the_file_are_what_operators_want(said: Any, meant: Any) -> None:
    assert constant(said) == meant


def surfaces(table: list[str] | dict[str, list[str]]) -> Iterator[str]:
    for words in [table] if isinstance(table, list) else table.values():
        yield from words


class TestEnglish:
    """What is true of every language's file, asked of the one there is."""

    @pytest.fixture
    def tables(self) -> dict[str, Any]:
        return load("en", "dates")

    def test_no_word_has_two_values_of_one_type(self, tables: dict[str, Any]) -> None:
        for kind, table in tables["words"].items():
            words = list(surfaces(table)) if isinstance(table, dict) else []
            assert len(set(words)) == len(words), kind

    def test_every_word_is_in_lower_case(self, tables: dict[str, Any]) -> None:
        words = [word for table in tables["words"].values() for word in surfaces(table)]
        assert [word for word in words if word != word.lower() or word != word.strip()] == []

    def test_it_loads_once(self) -> None:
        assert grammar("en") is grammar("en")
