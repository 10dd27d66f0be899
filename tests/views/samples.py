"""Timelines made by hand, for the tests of the views."""

from timeline.article import Article, Published, Skipped
from timeline.event import Conflict, Event, Mention, Timeline
from timeline.moments import Grain, Moment
from timeline.timex import Timex
from timeline.when import Interval

DAY = Moment.of(2025, 6, 17)
CONFIRMED = Moment.clock(DAY.n + 1, 14, 30, None, "+09:00")
WINTER = Moment.of(2024, 12).widen(Grain.SEASON).with_mod("APPROX")
STRIKE = Interval(Moment.of(2025, 6, 20), Moment.of(2025, 6, 23))


def article(id_: str, publisher: str, published: Published | None, text: str = "") -> Article:
    return Article(id_, f"{publisher} reports", text, published, f"seeds/{id_}.txt", "", publisher)


def mention(article_id, quote, when, *, said="", kind="happened", title="", names=(), confidence=0.9, start=0):
    timex = None
    if said:
        at = quote.index(said)
        timex = Timex(start + at, start + at + len(said), said, when, "sample") if when else None
    return Mention(article_id, start, start + len(quote), quote, title or quote, kind, timex, when, names, confidence)


def event(uid, title, when, *mentions, kind="happened", conflicts=(), confidence=0.9, sources=0):
    return Event(uid, title, kind, when, confidence, mentions, conflicts, sources or len(mentions) or 1)


ARTICLES = (
    article("a1", "Harbour Post", Published.on(Moment.of(2025, 6, 18), "metadata", 0.98, "from its JSON-LD")),
    article("a2", "Radio Lindow", Published.on(Moment.clock(DAY.n + 2, 9, 30, None, "+09:00"), "header", 0.9)),
    article(
        "a3",
        "The Bulletin",
        Published(Moment.of(2025, 6, 18), Moment.of(2025, 6, 24), "inferred", 0.5, "between two siblings"),
    ),
    article("a4", "", None),
)
EVENTS = (
    event(
        "e-1998",
        "The harbour works begin",
        Moment(Grain.DECADE, 199),
        mention("a2", "The harbour works began in the 1990s.", Moment(Grain.DECADE, 199), said="the 1990s"),
    ),
    event(
        "e-2023",
        "Engineers survey the east pier",
        Moment.of(2023),
        mention("a2", "Engineers surveyed the east pier in 2023.", Moment.of(2023), said="2023"),
    ),
    event(
        "e-2024a",
        "The council signs the bridge treaty",
        Moment.of(2024, 11),
        mention(
            "a2", "The council signed the bridge treaty in November 2024.", Moment.of(2024, 11), said="November 2024"
        ),
    ),
    event(
        "e-2024b",
        "Ferries stop for the winter",
        WINTER,
        mention("a1", "Ferries stopped for the winter.", WINTER),
    ),
    event(
        "e-0604",
        "Mayor Iva Renn inspects the works",
        Moment.of(2025, 6, 4),
        mention("a2", "Mayor Iva Renn inspected the works on June 4.", Moment.of(2025, 6, 4), said="June 4"),
    ),
    event(
        "e-0617",
        "The city sends 5,000 builders and 1,000 divers to the harbour; 東京から技術者も参加",
        DAY,
        mention(
            "a1", "The city will send 5,000 builders, it said on Tuesday.", DAY, said="Tuesday", names=("Iva Renn",)
        ),
        mention(
            "a2", "Builders and 1,000 divers were promised Tuesday.", DAY, said="Tuesday", names=("Renn", "Lindow")
        ),
        mention("a3", "On Wednesday the city promised builders.", DAY.shift(1), said="Wednesday"),
        conflicts=(Conflict(DAY.shift(1), ("a3",)),),
    ),
    event(
        "e-0617n",
        "A crane falls into the basin",
        Moment.part(DAY.n, "NI"),
        mention("a2", "A crane fell into the basin on Tuesday night.", Moment.part(DAY.n, "NI"), said="Tuesday night"),
    ),
    event(
        "e-0618",
        "The ministry confirms the figures",
        CONFIRMED,
        mention("a1", "The ministry confirmed the figures at 2:30 p.m.", CONFIRMED),
    ),
    event(
        "e-strike",
        "Dockers strike",
        STRIKE,
        mention("a1", "Dockers struck from Friday to Monday.", STRIKE),
    ),
    event(
        "e-0701",
        "The first divers arrive",
        Moment.of(2025, 7, 1),
        mention("a1", "The first divers will arrive on July 1.", Moment.of(2025, 7, 1), said="July 1", kind="planned"),
        kind="planned",
    ),
    event(
        "e-open",
        "The bridge may open",
        Moment.of(2026),
        mention("a3", "The bridge may open in 2026.", Moment.of(2026), said="2026", kind="possible"),
        kind="possible",
    ),
    event(
        "e-undated",
        "The mayor may visit the east pier",
        None,
        mention("a3", "The mayor may soon visit the east pier.", None, kind="possible"),
        kind="possible",
    ),
)
HARBOUR = Timeline(
    EVENTS,
    ARTICLES,
    leads={"a1": "e-0617", "a2": "e-0617", "a3": "e-0617"},
    stories={"a1": "e-0617", "a2": "e-0617", "a3": "e-0604"},
    skipped=(Skipped("seeds/empty.txt", "is empty"),),
)
EMPTY = Timeline((), ())
HOSTILE_TEXT = (
    "\x1b]0;owned\x07<script>alert(1)</script>\r\nEND:VEVENT\r\nBEGIN:VEVENT\u202e=cmd|'/C calc'!A0\x85\ud800"
)
HOSTILE = Timeline(
    (event("e-h", HOSTILE_TEXT, DAY, mention("h1", HOSTILE_TEXT, DAY, names=(HOSTILE_TEXT,))),),
    (Article("h1", HOSTILE_TEXT, HOSTILE_TEXT, None, HOSTILE_TEXT, "javascript:alert(1)", HOSTILE_TEXT),),
)
