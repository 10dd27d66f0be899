"""Timelines that hypothesis makes."""

from hypothesis import strategies as st

from timeline.article import Article, Published, Skipped
from timeline.days import day_number
from timeline.event import Conflict, Event, Mention, Timeline
from timeline.moments import PARTS, Grain, Moment
from timeline.timex import Timex
from timeline.when import Interval

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
KINDS = st.sampled_from(["happened", "planned", "possible", "negated", "recurring"])
MODS = st.sampled_from([None, None, None, "APPROX", "START", "MID", "END", "BEFORE"])
DAYS = st.integers(day_number(1, 1, 1), day_number(9000, 1, 1))
ZONES = st.sampled_from(["", "Z", "+09:00", "-03:30"])
CONFIDENCES = st.integers(0, 100).map(lambda n: n / 100)


@st.composite
def moments(draw, min_day=None):
    day = draw(DAYS) if min_day is None else draw(st.integers(min_day, min_day + 4000))
    grain = draw(st.sampled_from(Grain))
    if grain >= Grain.DAY:
        return Moment.at(day, grain).with_mod(draw(MODS))
    if grain is Grain.PART:
        return Moment.part(day, draw(st.sampled_from(sorted(PARTS))))
    minute = draw(st.integers(0, 59)) if grain <= Grain.MINUTE else None
    second = draw(st.integers(0, 59)) if grain is Grain.SECOND else None
    return Moment.clock(day, draw(st.integers(0, 23)), minute, second, draw(ZONES))


@st.composite
def intervals(draw):
    first = draw(moments())
    last = draw(moments(first.last + 1))
    return draw(st.sampled_from([Interval(first, last), Interval(first, None), Interval(None, last)]))


WHENS = moments() | intervals()


@st.composite
def timelines(draw):
    ids = draw(st.lists(st.text("abc123", min_size=1, max_size=6), unique=True, max_size=4))
    articles = tuple(draw(_articles(id_)) for id_ in ids)
    uids = draw(st.lists(st.text("xyz789", min_size=1, max_size=8), unique=True, max_size=6)) if ids else []
    events = tuple(draw(_events(uid, ids)) for uid in uids)
    leads = {id_: draw(st.sampled_from(uids)) for id_ in ids} if uids else {}
    return Timeline(
        events, articles, leads, dict(leads), tuple(draw(st.lists(st.builds(Skipped, TEXTS, TEXTS), max_size=2)))
    )


@st.composite
def _articles(draw, id_):
    day = draw(st.none() | DAYS.map(lambda day: Moment.at(day, Grain.DAY)))
    published = Published.on(day, "metadata", draw(CONFIDENCES), draw(TEXTS)) if day else None
    return Article(id_, draw(TEXTS), draw(TEXTS), published, draw(TEXTS), draw(TEXTS), draw(TEXTS))


@st.composite
def _events(draw, uid, ids):
    when = draw(st.none() | WHENS)
    mentions = tuple(draw(_mentions(id_)) for id_ in draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3)))
    conflicts = st.lists(st.builds(Conflict, WHENS, st.just((ids[0],))), max_size=2)
    return Event(
        uid, draw(TEXTS), draw(KINDS), when, draw(CONFIDENCES), mentions, tuple(draw(conflicts)), len(mentions)
    )


@st.composite
def _mentions(draw, id_):
    when = draw(st.none() | WHENS)
    text = draw(TEXTS)
    timex = Timex(3, 9, text, when, draw(TEXTS)) if when is not None and not isinstance(when, Interval) else None
    names = tuple(draw(st.lists(TEXTS, max_size=2)))
    return Mention(id_, 0, 9, draw(TEXTS), draw(TEXTS), draw(KINDS), timex, when, names, draw(CONFIDENCES))
