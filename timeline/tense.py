"""The tense of a clause, and what the words around a date say of it: one language's tables `tense`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import Any, Final

from timeline.grammar import grammar
from timeline.language import NEVER, Made, in_order, optional, these
from timeline.lexicon import CACHED
from timeline.phrases import trie
from timeline.ties import Ties, compiled

_WORD: Final = re.compile(r"(?<!\w)(?<!\w\w\w-)[\w'’]+")  # of "third-seeded" only "third", but all of "re-elected"
_ENDS: Final = (r"(?<=[.!?;])[\"”’)]*\s+", r"(?<=[。！？])", r"(?<=\n)\s*\n", r"(?<=,)[\"”]\s")
_WITHIN: Final = ";,"  # what may end a clause of a sentence
_CLAUSE: Final = re.compile(r", | and | but ")  # what parts the clauses of a sentence
_INITIALS: Final = re.compile(r"(?:^|[\s.。！？])[^\W\d_]\.$")  # "U.S.", "J."
_OWNS: Final = ("'s ", "’s ")
_NEXT_WORD: Final = re.compile(r" ([a-z]\w*)")
LONGEST_WORD: Final = 20  # characters that are looked at for a verb right after a date
NEAR_CUE: Final = 6  # words right before a date in which a verb has the date
BESIDE: Final = 3  # ... right beside it
PERFECT: Final = 4  # words before a participle among which "will have" is
RANKED: Final = 8  # words before an infinitive among which the word is that makes it no plan
DEFERRED: Final = 8  # words before a date among which the verb is that put it off "to" then
TURNED: Final = 3  # words before one of a plan among which the word is that tells it as overtaken
PLANNED: Final = 8  # ... among which the word is that makes it one to come in a history
ASKED: Final = 4  # texts whose words are kept
LONGEST_HOUR: Final = 40  # characters of an hour between a date and what ties that to its clause
INITIAL: Final = 4  # characters at the end of a text in which one stands, with what is before and after it
BEFORE, AFTER = 160, 120  # characters around an expression in which its verb is looked for


def _after_mark(*patterns: str) -> re.Pattern[str]:
    """Return the pattern of a mark and what is behind it: a set of characters comes first, which `re` finds fast."""
    return re.compile(rf"[.!?;,\n。！？](?:{'|'.join(patterns)})")


_END: Final = _after_mark(*_ENDS)
_ENTRY: Final = _after_mark(*_ENDS, r"(?<=\n)[ \t]*[-*•–—][ \t]")  # ... or the entry of a list


# -- what is made of lists of words


def _signed(past: list[str], future: list[str], stop: Sequence[str] = ()) -> dict[str, int]:
    """Return what each cue says; of one that is in two lists, that it is to come, else that it says nothing."""
    return {**dict.fromkeys(past, -1), **dict.fromkeys(stop, 0), **dict.fromkeys(future, 1)}


def _openings(*cues: list[str]) -> frozenset[str]:
    """Return the words with which cues of two words begin."""
    return frozenset(cue.split()[0] for each in cues for cue in each if " " in cue)


def _first_words(phrases: list[str]) -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in phrases)


def _ends(*lists: list[str]) -> tuple[str, ...]:
    """Return how a text ends that has one of some phrases right before a date; it begins with a space."""
    return tuple(f" {phrase} " for phrase in chain(*lists))


def _shortened(words: list[str]) -> tuple[str, ...]:
    return tuple(f"{word}." for word in words)


def _with_verbs(pattern: str, between: list[str], *verbs: list[str]) -> re.Pattern[str]:
    """Return a pattern in which `<telling>` stands for any verb of telling and `<between>` for what may follow it."""
    words = {"<telling>": [verb for each in verbs for verb in each], "<between>": between}
    for name, listed in words.items():
        pattern = (pattern or "").replace(name, rf"(?:{trie(listed)})")
    return compiled(pattern)


def _fixture(pattern: str, verbs: list[str]) -> re.Pattern[str]:
    """Return a pattern in which `<playing>` stands for any verb of playing."""
    return compiled((pattern or "").replace("<playing>", rf"(?:{trie(verbs)})"))


def _owned(nouns: list[str], verbs: list[str], dropped: str) -> re.Pattern[str]:
    """Return the pattern of an appointment to come behind the day that it is of: "'s final match will"."""
    if not nouns or not verbs:
        return compiled("")
    coming = rf"(?:[\w-]+ ){{0,4}}?(?:{'|'.join(verbs)})|{dropped or NEVER}"
    return re.compile(rf"['’]s (?:[\w-]+ ){{0,3}}?(?:{'|'.join(nouns)}) (?:{coming})\b")


def _appointed(until: list[str], before: list[str], nouns: list[str]) -> re.Pattern[str]:
    """Return the pattern of something that is waited for, at the end of what stands before its date."""
    if not until or not nouns:
        return compiled("")
    return re.compile(rf"\W(?:{'|'.join(until + before)}) (?:[\w-]+ ){{1,4}}?(?:{'|'.join(nouns)}) (?:\w\w )?$")


# -- the words of a language


class Tense(Ties):
    """The tense of the clause around a stretch of text: -1 past, 0 unknown, +1 to come."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        """Take the language's table `tense`."""
        super().__init__(tables)
        self._cue = lru_cache(CACHED)(self._meaning)  # the same few thousand words come again and again
        self._words = lru_cache(ASKED)(self._telling_words)  # several questions are asked of one clause

    # cues, which tell of the past (-1), of what is to come (+1), or of nothing though they end like one that does
    _signs = Made(_signed, "past", "future", "stop")
    _openings = Made(_openings, "past", "stop", "future")
    _not_cues = Made(these, "not_cues")
    _past_suffixes = Made(in_order, "past_suffixes")
    _future_suffixes = Made(in_order, "future_suffixes")
    # ... which the words beside them turn or weaken
    _not_past_after = Made(these, "not_past_after")
    _nouns = Made(these, "nouns")
    _infinitive = Made(these, "infinitive")
    _weak = Made(these, "weak")
    _ranked = Made(these, "ranked")
    _expletives = Made(these, "expletives")
    _things = Made(these, "things")
    _causes = Made(these, "causes")
    _denied = Made(these, "denied")
    _superseded = Made(these, "superseded")
    _going = Made(these, "going")
    _after_doing = Made(these, "after_doing")
    _doing_suffixes = Made(in_order, "doing_suffixes")
    _shared = Made(these, "shared")
    _perfect_ahead = Made(_ends, "perfect_ahead")
    _parenthesis = Made(_with_verbs, "parenthesis", "told.between", "told.bare")
    # what else tells of a time to come: what follows a date, and what ties it to its clause
    _presently = Made(these, "presently")
    _dated_nouns = Made(_signed, "estimated", "delivered")
    _playing = Made(_first_words, "playing")
    _fixture = Made(_fixture, "fixture", "playing")
    _heading = Made(compiled, "heading")
    _hour = Made(compiled, "hour")
    _heard = Made(in_order, "heard")
    _directly = Made(_ends, "directly")
    _commencing = Made(_ends, "commencing")
    _appointments = Made(these, "appointments")
    _appointed = Made(_appointed, "waits", "coming_before", "appointments")
    _fated = Made(these, "fated")
    _owned = Made(_owned, "appointments", "coming", "dropped")
    _contest = Made(compiled, "contest")
    _then = Made(in_order, "then")
    _limits = Made(_ends, "onward")
    _awaited = Made(_ends, "waits")
    _deferring = Made(these, "deferring")
    _holding = Made(these, "holding")
    _deferred_to = Made(_ends, "towards")
    _calling = Made(these, "calling")
    _called_for = Made(_ends, "called_for", "opening")
    _opening = Made(_ends, "opening")
    # what tells of a plan that something has overtaken
    _plans = Made(these, "plans")
    _planning = Made(_first_words, "plans")
    _overtaking = Made(these, "overtaking")
    # what takes a date out of the story: it looks back or ahead, stands aside, dates only the telling
    _back = Made(these, "back")
    _ahead = Made(these, "ahead")
    _pluperfect = Made(these, "pluperfect")
    _now = Made(these, "now")
    _participles = Made(these, "participles")
    _aside = Made(_ends, "aside")
    _since = Made(compiled, "since")
    _begun = Made(_ends, "begun")
    _followed = Made(_ends, "followed")
    _record = Made(compiled, "record")
    _dated = Made(in_order, "dated")
    _outside = Made(_ends, "outside")
    _telling = Made(_with_verbs, "telling", "told.between", "told.bare", "told.acts")
    # where a sentence does not end
    _abbreviations = Made(_shortened, "abbreviations")

    # -- the tense of a clause

    def of(self, text: str, start: int, end: int) -> int:
        """Return the tense at `[start, end)`."""
        return self.told(self.sentence(text, start), text[end : end + AFTER])

    def told(self, before: str, after: str) -> int:
        """Return the tense between two texts: the nearest cue before it in its sentence, else the first after it."""
        clear = self._parenthesis.sub(",", before)
        words = self._words(clear)
        if sign := self._dated_nouns.get(_word_after(after)):
            return sign
        if _is_followed(after, self._presently) and self._joins.issuperset(self._words(clear.rpartition(",")[2])):
            return 1  # it opens its clause
        told = self._first(words, backwards=True)
        if told != 1 and self._is_fixture(clear, words):
            return 1
        if told is None:
            told = self._first(self._words(self._rest(after))) or 0
            if told < 0 and len(words) == 1 and self.is_limit(before):
                return told  # "By Friday the party had lost"
        elif told > 0 and (self._has_own_verb(before, after[:LONGEST_WORD]) or self._is_then(after)):
            told = -1
        return told if told > 0 else self._tied(told, before, after, words)

    def _is_fixture(self, before: str, words: Sequence[str]) -> bool:
        """Tell whether the last clause of a text has two sides meet: "Leeds host Hull on Friday"."""
        if self._playing.isdisjoint(words):  # as in most texts
            return False
        begin = max((match.end() for match in _CLAUSE.finditer(before)), default=0)
        return self._fixture.search(before, begin) is not None and not self._first(self._words(before[begin:]))

    def plans(self, heading: str) -> bool:
        """Tell whether a heading up to its date says what is to come: "Cabinet to convene again on"."""
        return self._heading.fullmatch(heading) is not None

    def _has_own_verb(self, before: str, after: str) -> bool:
        """Tell whether a past verb follows the date, and what told of the time to come stands well before it.

        So it does in "Ahead of the vote the mayor on Monday resigned", but not in "The vote planned for Monday failed".
        """
        has_cue = self._first(self._words(before.rpartition(",")[2])[-NEAR_CUE:], backwards=True)
        return not has_cue and self.opens_with_past(after)

    def _is_then(self, after: str) -> bool:
        """Tell whether what follows the date tells what happened then: "ordered to leave on Tuesday when it began"."""
        return after.startswith(self._then) and (self._first(self._words(self._rest(after))) or 0) < 0

    def opens_with_past(self, after: str) -> bool:
        """Tell whether a past verb follows the date at once."""
        verb = _NEXT_WORD.match(after)
        if verb and verb[1] in self._expletives:
            verb = _NEXT_WORD.match(after, verb.end())
        return verb is not None and (self._first([verb[1]]) or 0) < 0

    def _tied(self, told: int, before: str, after: str, words: Sequence[str]) -> int:
        """Return the tense by what ties the date to its clause, where the verb does not tell of a time to come."""
        ending = f" {before.lower()}"
        ending = ending[:-LONGEST_HOUR] + self._hour.sub(" ", ending[-LONGEST_HOUR:])
        if ending.endswith(self._directly) or self._is_until_appointment(ending):
            return 1
        if ending.endswith(self._commencing):
            return 0
        if told < 0 and (
            self._is_appointment(ending, words) or self._is_set(after, words) or self._is_fated(after, words)
        ):
            return 1
        if ending.endswith(self._limits):
            held = ending.endswith(self._awaited) and not self._holding.isdisjoint(words)
            return 1 if held or not self._deferring.isdisjoint(words) else told + 1
        return told

    def _is_until_appointment(self, ending: str) -> bool:
        """Tell whether something is waited for that has the date: "until the hearing on Friday"."""
        return not self._appointments.isdisjoint(ending.rsplit(None, 2)[1:]) and bool(self._appointed.search(ending))

    def _is_appointment(self, ending: str, words: Sequence[str]) -> bool:
        """Tell whether something was called for the date ("called a meeting for Friday"), or put off to it."""
        if ending.endswith(self._opening) and not self._appointments.isdisjoint(words[-PLANNED:]):
            return True
        if ending.endswith(self._called_for):
            return not self._calling.isdisjoint(words[-PLANNED:])
        return ending.endswith(self._deferred_to) and not self._deferring.isdisjoint(words[-DEFERRED:])

    def _is_set(self, after: str, words: Sequence[str]) -> bool:
        """Tell whether something was called that follows the date at once: "set a Sept. 15 trial"."""
        return not self._calling.isdisjoint(words[-PLANNED:]) and self.is_of_appointment(after)

    def is_of_appointment(self, after: str) -> bool:
        """Tell whether an appointment follows its date at once: "the June 2 vote"."""
        return _is_followed(after, self._appointments)

    def _is_fated(self, after: str, words: Sequence[str]) -> bool:
        """Tell whether what follows the date tells of an appointment then: "said the vote on Friday will decide"."""
        return not self._appointments.isdisjoint(words[-2:-1]) and _is_followed(after, self._fated)

    def owns_appointment(self, before: str, after: str) -> bool:
        """Tell whether an appointment to come is of a date: "Friday's match will be", "will miss Saturday's game"."""
        if self._owned.match(after) is not None:
            return True
        clause = before.rpartition(",")[2]
        return self._contest.match(after) is not None and (self._first(self._words(clause), backwards=True) or 0) > 0

    def is_done(self, before: str, after: str) -> bool:
        """Tell whether a past verb stands right before or after a date: "was jailed in January"."""
        words = self._words(before)[-2 * BESIDE :]
        if self._participles.isdisjoint(words[-BESIDE:]):  # but "was last seen on"
            words = words[-BESIDE:]
        told = self._first(words) or 0
        return (told < 0 and self._things.isdisjoint(words[-1:])) or self.opens_with_past(after)

    def is_overtaken(self, before: str, after: str) -> bool:
        """Tell whether a plan for the date has been overtaken, which may be over or still to come.

        So may "had hoped to open on Friday" and "the truce due on Monday broke down".
        """
        words = [word.lower() for word in self._words(before)[-PLANNED - TURNED :]]
        if self._planning.isdisjoint(words):  # as in most clauses
            return False
        near = range(len(words) - 1, -1, -1)[:PLANNED]
        plan = next((i for i in near if not self._plans.isdisjoint((words[i], " ".join(words[i : i + 2])))), None)
        if plan is None:
            return False
        turned = (*words[max(0, plan - TURNED) : plan], " ".join(words[max(0, plan - 1) : plan + 1]))
        return not self._overtaking.isdisjoint(turned) or self.opens_with_past(after)

    # -- cues

    def _telling_words(self, text: str) -> Sequence[str]:
        not_cues = self._not_cues
        return [word for word in _WORD.findall(text) if word not in not_cues]

    def _first(self, words: Sequence[str], *, backwards: bool = False) -> int | None:
        """Return what the first cue among the words says; two words together go before one alone.

        An infinitive says only what no other cue does: "Ministers to meet", but "They flew there to meet"; so does a
        deadline.
        """
        purpose = None
        order = range(len(words) - 1, -1, -1) if backwards else range(len(words))
        for i in order:
            if self._cue(words[i]) is None:  # as for most words
                continue
            sign = self._sign(words, i, told_before=backwards)
            if sign > 0 and self._is_weak(words, i):
                purpose = sign
            elif sign and not (sign < 0 and self._shares_being(words, i)):
                return sign
        return purpose

    def _is_weak(self, words: Sequence[str], i: int) -> bool:
        """Tell whether a word of what is to come says so only where no other cue tells."""
        word = words[i].lower()
        if word in self._infinitive:
            return not self._ranked.isdisjoint(word.lower() for word in words[max(0, i - RANKED) : i])
        return word in self._weak or (i > 0 and words[i - 1].lower() in self._infinitive)

    def _sign(self, words: Sequence[str], i: int, *, told_before: bool) -> int:
        """Return what a word says, with the one after it and those before.

        What was "agreed to" be done on a date before which it is told is to come; after it, the agreement was then.
        """
        cue = self._cue(words[i])
        if cue is None or self._is_noun(words, i) or self._is_cause(words, i):
            return 0
        sign, opens, is_doing = cue
        plans = False
        if opens and i + 1 < len(words):
            following = [word.lower() for word in words[i + 1 : i + 3]]
            pair = self._signs.get(f"{words[i]} {following[0]}".lower())
            is_act = sign < 0 and following[0] in self._infinitive  # "agreed to the deal"
            if pair is not None and not (is_act and not (told_before and self._things.isdisjoint(following))):
                sign, plans = pair, following[0] in self._infinitive and words[i].lower() not in self._going
        if not i:
            return sign
        if not sign:
            return -1 if is_doing and words[i - 1].lower() in self._after_doing else 0
        if sign > 0 and self._is_over(words[max(0, i - 2) : i], plans=plans):
            return -1
        if sign < 0 and self._is_done_by_then(words, i):
            return 1
        return 0 if sign < 0 and words[i - 1].lower() in self._not_past_after else sign

    def _is_cause(self, words: Sequence[str], i: int) -> bool:
        """Tell whether "due to" gives a cause: "due to the rain", "cancelled due to rain"."""
        if words[i] not in self._causes or self._infinitive.isdisjoint(words[i + 1 : i + 2]):
            return False
        is_done = i > 0 and words[i - 1].endswith(self._past_suffixes)
        return is_done or not self._things.isdisjoint(words[i + 2 : i + 3])

    def _is_done_by_then(self, words: Sequence[str], i: int) -> bool:
        """Tell whether a participle is of what will be over by a time to come: "will have largely cleared"."""
        before = f" {' '.join(words[max(0, i - PERFECT) : i])} ".lower()
        return any(phrase in before for phrase in self._perfect_ahead)

    def _is_noun(self, words: Sequence[str], i: int) -> bool:
        """Tell whether a word that may be a verb is a noun: "after the close on Thursday"."""
        return i > 0 and words[i].lower() in self._nouns and words[i - 1].lower() in self._things

    def _meaning(self, word: str) -> tuple[int, bool, bool] | None:
        """Return what a word says by itself, if anything, and whether the next one or the one before changes it."""
        word = word.lower()
        sign = self._signs.get(word)
        if sign is None:
            sign = 1 if word.endswith(self._future_suffixes) else -int(word.endswith(self._past_suffixes))
        meaning = sign, word in self._openings, word.endswith(self._doing_suffixes)
        return meaning if any(meaning) else None

    def _is_over(self, before: Sequence[str], *, plans: bool) -> bool:
        """Tell whether the words before one of what is to come take it back: "had been due", "did not meet".

        What they did not plan to do is still to come.
        """
        said = " ".join(before).lower()
        return said in self._superseded or (not plans and not self._denied.isdisjoint((said, before[-1].lower())))

    def _shares_being(self, words: Sequence[str], at: int) -> bool:
        """Tell whether a participle shares the "be" of one before it ("will be flown to Oslo and opened")."""
        if at == 0 or words[at - 1].lower() not in self._joins or not words[at].endswith(self._past_suffixes):
            return False
        cue = next(
            (i for i in range(at - 2, -1, -1) if words[i] in self._shared or self._sign(words, i, told_before=True)),
            None,
        )
        return cue is not None and words[cue] in self._shared

    # -- what stands before a date

    def is_limit(self, before: str) -> bool:
        """Tell whether a date is one up to which something lasts or by which it is done."""
        return _is_behind(self._limits, before)

    def is_awaited(self, before: str) -> bool:
        """Tell whether a date is one that something waits for or lasts to, and was not told to wait for."""
        return _is_behind(self._awaited, before) and (self._first(self._words(before), backwards=True) or 0) >= 0

    def is_begun(self, before: str) -> bool:
        """Tell whether a date is one that has been: "since Monday"."""
        return _is_behind(self._begun, before)

    def is_followed(self, before: str, after: str) -> bool:
        """Tell whether something comes after what has a date: "following July's vote", "after the July vote"."""
        owned = after.startswith(_OWNS) or self.is_of_appointment(after)
        return owned and _is_behind(self._followed, before.removesuffix("the "))

    def is_record(self, before: str, after: str) -> bool:
        """Tell whether a record is only compared with a date: "the heaviest rain since May 4", but not ", when"."""
        return bool(self._record.search(before)) and not after.startswith(self._dated)

    def is_outside(self, before: str) -> bool:
        """Tell whether a date but ends or begins a time that is told of: "before Monday"."""
        return _is_behind(self._outside, before)

    def is_telling(self, before: str) -> bool:
        """Tell whether a date is only the day on which something was told: "police said Tuesday"."""
        return bool(self._telling.search(f" {before}"))

    def is_heard(self, after: str) -> bool:
        """Tell whether a date is only the day on which something was heard: "a hearing on Friday heard"."""
        return after.startswith(self._heard)

    def sets_aside(self, before: str) -> bool:
        """Tell whether what stands before a year takes it out of its sentence."""
        return _is_behind(self._aside, before) or self._since.search(before) is not None

    def looks_back(self, before: str) -> bool:
        """Tell whether what stands before a date in its sentence takes the story back to what was before."""
        return not self._back.isdisjoint(word.lower() for word in self._words(before))

    def is_present(self, before: str) -> bool:
        """Tell whether what stands before a date in its sentence has a verb in the present, or one of what will be."""
        return not self._now.isdisjoint(word.lower() for word in self._words(before))

    def is_pluperfect(self, before: str) -> bool:
        """Tell whether what stands before a time in its sentence tells what had happened by another time."""
        words = [word.lower() for word in self._words(before)[-PLANNED:]]
        after = (words[i + 1 : i + 3] for i, word in enumerate(words) if word in self._pluperfect)
        return any(map(self._is_participle, chain.from_iterable(after)))

    def _is_participle(self, word: str) -> bool:
        return word in self._participles or self._signs.get(word) == -1 or word.endswith(self._past_suffixes)

    def opens_with_participle(self, before: str) -> bool:
        """Tell whether the sentence before a date begins with a participle: "Founded in"."""
        return self._is_participle(before.partition(" ")[0].lower())

    def looks_ahead(self, before: str) -> bool:
        """Tell whether what stands before a date in its sentence takes the story on to what was to come."""
        return not self._ahead.isdisjoint(word.lower() for word in self._words(before)[-PLANNED:])

    # -- the sentence around a date

    def sentence(self, text: str, start: int) -> str:
        """Return what stands before `start` in its sentence, as far as a verb is looked for."""
        before = text[max(0, start - BEFORE) : start]
        for match in reversed(list(_ENTRY.finditer(before))):
            if self._is_end(before[: match.start() + 1]):
                return before[match.end() :]
        return before

    def goes_on(self, between: str) -> bool:
        """Tell whether no sentence ends in a text; one goes on after a semicolon."""
        ends = (match for match in _END.finditer(between) if match[0][0] not in _WITHIN)
        return not any(self._is_end(between[: match.start() + 1]) for match in ends)

    def _rest(self, after: str) -> str:
        """Return what stands after a date in its sentence."""
        for match in _ENTRY.finditer(after):
            if self._is_end(after[: match.start() + 1]):
                return after[: match.start()]
        return after

    def _is_end(self, text: str) -> bool:
        """Tell whether a text with a mark at its end is a sentence, and the mark not of an abbreviation."""
        return not (text.endswith(self._abbreviations) or _INITIALS.search(text, max(0, len(text) - INITIAL)))


def _is_followed(after: str, words: frozenset[str]) -> bool:
    """Tell whether one of some words follows a date at once."""
    return _word_after(after) in words


def _word_after(after: str) -> str:
    """Return the word that follows a date at once, or nothing."""
    word = _NEXT_WORD.match(after)
    return word[1] if word else ""


def _is_behind(phrases: tuple[str, ...], before: str) -> bool:
    """Tell whether a date stands right behind one of some phrases."""
    return f" {before.lower()}".endswith(phrases)


@cache
def tense(language: str) -> Tense:
    """Return the tense reader of a language."""
    return Tense({**grammar(language).tense, "told": optional(language, "telling")})
