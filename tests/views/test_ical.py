"""The calendar file."""

from datetime import UTC, date, datetime

import icalendar
import pytest
from attrs import evolve
from hypothesis import given, settings

from timeline.event import Timeline
from timeline.moments import Grain, Moment
from timeline.views.ical import left_out, render
from timeline.views.options import ViewOptions
from timeline.views.schedule import slot
from timeline.when import Interval

from .samples import ARTICLES, DAY, EMPTY, EVENTS, HARBOUR, HOSTILE, event, mention
from .strategies import timelines

OPTIONS = ViewOptions(name="Harbour")


def parsed(data: bytes) -> dict[str, icalendar.Event]:
    return {str(found["UID"]).removesuffix("@timeline"): found for found in icalendar.Calendar.from_ical(data).events}


@pytest.fixture(scope="module")
def harbour() -> dict[str, icalendar.Event]:
    return parsed(render(HARBOUR, OPTIONS))


def without(uid: str) -> Timeline:
    return evolve(HARBOUR, events=tuple(each for each in EVENTS if each.uid != uid))


def test_the_calendar_itself_never_changes_and_has_what_clients_want():
    lines = render(EMPTY, OPTIONS).decode().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert {"NAME:Harbour", "X-WR-CALNAME:Harbour", "REFRESH-INTERVAL;VALUE=DURATION:PT12H"} < set(lines)
    assert not [each for each in lines if each.startswith(("METHOD", "UID", "SOURCE", "LAST-MODIFIED"))]


def test_the_name_of_the_calendar_is_escaped():
    lines = render(EMPTY, ViewOptions(name="Docks; cranes, 北")).decode().split("\r\n")
    assert {r"NAME:Docks\; cranes\, 北", r"X-WR-CALNAME:Docks\; cranes\, 北"} < set(lines)


def test_a_served_calendar_says_where_it_comes_from():
    lines = render(EMPTY, ViewOptions(address="https://example.org/timeline.ics")).decode().split("\r\n")
    assert "SOURCE;VALUE=URI:https://example.org/timeline.ics" in lines
    assert "URL:https://example.org/timeline.ics" in lines


def test_a_day_is_all_day_with_exclusive_end(harbour):
    told = harbour["e-0617"]
    assert (told.decoded("DTSTART"), told.decoded("DTEND")) == (date(2025, 6, 17), date(2025, 6, 18))
    assert (told["STATUS"], told["TRANSP"]) == ("CONFIRMED", "TRANSPARENT")


def test_several_days_are_one_span(harbour):
    assert harbour["e-strike"].decoded("DTEND") == date(2025, 6, 24)


def test_a_time_with_a_zone_is_in_utc_and_one_without_stands_in_the_summary(harbour):
    assert harbour["e-0618"].decoded("DTSTART") == datetime(2025, 6, 18, 5, 30, tzinfo=UTC)
    place = slot(Moment.clock(DAY.n, 14, 30))
    assert place is not None
    assert (place.start, place.label) == (date(2025, 6, 17), "14:30 ")


def test_hours_of_a_day_are_hours_where_their_zone_is_known_and_stand_in_the_summary_else():
    place = slot(Interval(Moment.clock(DAY.n, 17), Moment.clock(DAY.n, 19, 30)))
    assert place is not None
    assert (place.start, place.label) == (date(2025, 6, 17), "17:00–19:30 ")
    place = slot(Interval(Moment.clock(DAY.n, 17, zone="Z"), Moment.clock(DAY.n, 19, zone="Z")))
    assert place is not None
    assert (place.start, place.end) == tuple(datetime(2025, 6, 17, hour, tzinfo=UTC) for hour in (17, 19))


def test_an_approximate_date_is_one_tentative_mark(harbour):
    told = harbour["e-2024a"]
    assert told["SUMMARY"] == "≈ November 2024: The council signs the bridge treaty"
    assert (told.decoded("DTSTART"), told.decoded("DTEND")) == (date(2024, 11, 1), date(2024, 11, 2))
    assert (told["STATUS"], told["X-EDTF"]) == ("TENTATIVE", "2024-11")


def test_an_approximate_date_can_be_a_span_or_left_out():
    spans = parsed(render(HARBOUR, ViewOptions(approximate="span")))
    assert spans["e-2024a"].decoded("DTEND") == date(2024, 12, 1)
    assert "e-2024a" not in parsed(render(HARBOUR, ViewOptions(approximate="skip")))


def test_late_in_a_month_is_marked_in_its_last_third():
    place = slot(Moment(Grain.MONTH, 2025 * 12 + 5, "END"))
    assert place is not None
    assert (place.start, place.label) == (date(2025, 6, 21), "≈ late June 2025: ")


def test_a_span_longer_than_a_month_is_a_mark():
    place = slot(Interval(Moment.of(2025, 1, 5), Moment.of(2025, 11, 7)))
    assert place is not None
    assert (place.end, place.exact) == (date(2025, 1, 6), False)


def test_a_day_that_is_not_sure_is_tentative_and_says_so():
    unsure = Timeline((event("e1", "Rain", DAY, mention("a3", "Rain.", DAY), confidence=0.5),), ARTICLES)
    told = parsed(render(unsure, OPTIONS))["e1"]
    assert told["STATUS"] == "TENTATIVE"
    assert told["DESCRIPTION"].endswith("Date: 17 June 2025, inferred (EDTF 2025-06-17)")


def test_planned_and_possible_are_tentative(harbour):
    assert {harbour[uid]["STATUS"] for uid in ("e-0701", "e-open")} == {"TENTATIVE"}


def test_categories_are_kind_precision_and_names(harbour):
    assert harbour["e-0617"].categories == ["happened", "day", "Iva Renn", "Renn", "Lindow"]


def test_the_description_tells_quotes_sources_and_conflicts(harbour):
    text = harbour["e-0617"]["DESCRIPTION"]
    assert "“The city will send 5,000 builders, it said on Tuesday.”\n— Harbour Post, Wed 18 June 2025" in text
    assert "≠ 18 June 2025, says The Bulletin" in text
    assert "Date: 17 June 2025 (EDTF 2025-06-17)" in text


def test_stamps_come_from_the_articles_and_never_from_a_clock(harbour):
    assert harbour["e-0604"].decoded("DTSTAMP") == datetime(2025, 6, 19, 0, 30, tzinfo=UTC)
    assert harbour["e-0617"].decoded("CREATED") == datetime(2025, 6, 18, tzinfo=UTC)
    assert render(HARBOUR, OPTIONS) == render(HARBOUR, OPTIONS)


def test_what_no_calendar_can_hold_is_left_out_and_counted():
    caesar = event("bc", "Caesar dies", Moment.of(-43, 3, 15), mention("a1", "Caesar died.", Moment.of(-43, 3, 15)))
    assert left_out(Timeline((caesar,), ARTICLES), OPTIONS) == 1
    assert left_out(HARBOUR, OPTIONS) == 1  # the undated one


def test_years_before_1900_have_four_digits():
    old = event("old", "A siege", Moment.of(592, 3, 1), mention("a1", "A siege.", Moment.of(592, 3, 1)))
    assert b"DTSTART;VALUE=DATE:05920301" in render(Timeline((old,), ARTICLES), OPTIONS)


def test_article_text_cannot_break_out():
    data = render(HOSTILE, OPTIONS)
    assert data.count(b"\nBEGIN:VEVENT") == 1
    assert not [char for char in data.decode() if char in "\x1b\x07\x85\u202e\ud800"]
    (told,) = parsed(data).values()
    assert told["SUMMARY"].startswith("]0;owned<script>alert(1)</script> END:VEVENT BEGIN:VEVENT=cmd")
    assert "URL" not in told


def test_an_address_is_percent_encoded():
    here = evolve(ARTICLES[0], url='https://example.org/a b\r\nX:"<é>')
    data = render(Timeline((EVENTS[7],), (here,)), OPTIONS)
    assert b"\r\nURL:https://example.org/a%20b%20X:%22%3C%C3%A9%3E\r\n" in data


@settings(max_examples=30)
@given(timelines())
def test_what_is_written_is_what_is_read(timeline: Timeline):
    data = render(timeline, OPTIONS)
    assert all(len(each) <= 75 for each in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    data.decode()  # folding splits no character
    found = icalendar.Calendar.from_ical(data).events
    places = [(each, place) for each in timeline.events if (place := slot(each.when))]
    assert [(f.decoded("DTSTART"), f.decoded("DTEND")) for f in found] == [(p.start, p.end) for _, p in places]
    assert [str(f["UID"]) for f in found] == [f"{each.uid}@timeline" for each, _ in places]
    assert render(timeline, evolve(OPTIONS, state=data)) == data


def test_an_unchanged_event_keeps_every_byte_when_another_article_comes():
    before = render(without("e-0701"), OPTIONS)
    after = render(HARBOUR, evolve(OPTIONS, state=before))
    assert set(before.split(b"BEGIN:VEVENT")) - {before.split(b"BEGIN:VEVENT")[-1]} < set(after.split(b"BEGIN:VEVENT"))
    assert parsed(after)["e-0701"]["SEQUENCE"] == 0


def test_line_ends_and_folding_of_the_state_make_no_revision():
    feed = render(HARBOUR, OPTIONS)
    assert render(HARBOUR, evolve(OPTIONS, state=feed.replace(b"\r\n", b"\n"))) == feed
    assert render(HARBOUR, evolve(OPTIONS, state=feed.replace(b"\r\n ", b""))) == feed


def test_a_changed_event_is_a_new_revision_of_the_same():
    renamed = tuple(evolve(each, title=each.title + "!") if each.uid == "e-0604" else each for each in EVENTS)
    told = parsed(render(evolve(HARBOUR, events=renamed), evolve(OPTIONS, state=render(HARBOUR, OPTIONS))))
    assert (told["e-0604"]["SEQUENCE"], told["e-0617"]["SEQUENCE"]) == (1, 0)


def test_a_withdrawn_event_is_cancelled_and_stays_so():
    gone = render(without("e-0604"), evolve(OPTIONS, state=render(HARBOUR, OPTIONS)))
    assert (parsed(gone)["e-0604"]["STATUS"], parsed(gone)["e-0604"]["SEQUENCE"]) == ("CANCELLED", 1)
    assert render(without("e-0604"), evolve(OPTIONS, state=gone)) == gone
    back = parsed(render(HARBOUR, evolve(OPTIONS, state=gone)))
    assert (back["e-0604"]["STATUS"], back["e-0604"]["SEQUENCE"]) == ("CONFIRMED", 2)


def test_what_a_selection_keeps_back_is_not_cancelled():
    narrowed = render(
        without("e-0604"), evolve(OPTIONS, state=render(HARBOUR, OPTIONS), kept_back=frozenset({"e-0604"}))
    )
    assert "e-0604" not in parsed(narrowed)


def test_an_event_that_was_founded_anew_keeps_its_old_uid():
    founded = tuple(evolve(each, uid="e-new") if each.uid == "e-0617" else each for each in EVENTS)
    before = render(HARBOUR, OPTIONS)
    assert render(evolve(HARBOUR, events=founded), evolve(OPTIONS, state=before)) == before


def test_an_event_of_an_article_that_was_edited_keeps_its_uid():
    """The article's id is of its words, so all its mentions are others now; one sentence tells two events."""
    said = "The ferry stopped on Monday and sailed again on Tuesday."

    def told(version: str, text: str) -> Timeline:
        article = evolve(ARTICLES[0], id=version)
        days = (("Ferry stopped", DAY.shift(-1)), ("Ferry sailed again", DAY))
        return Timeline(
            tuple(
                event(f"{version}-{n}", title, day, mention(version, text, day)) for n, (title, day) in enumerate(days)
            ),
            (article,),
        )

    before = render(told("old", said), OPTIONS)
    after = parsed(render(told("new", said), evolve(OPTIONS, state=before)))
    assert {uid: (each["SUMMARY"], each["SEQUENCE"], each["STATUS"]) for uid, each in after.items()} == {
        "old-0": ("Ferry stopped", 0, "CONFIRMED"),
        "old-1": ("Ferry sailed again", 0, "CONFIRMED"),
    }
    again = parsed(render(told("new", f"{said[:-1]}, too."), evolve(OPTIONS, state=before)))
    assert {uid: each["SEQUENCE"] for uid, each in again.items()} == {"old-0": 1, "old-1": 1}


@pytest.mark.parametrize("state", [b"", b"{}", b"BEGIN:VCALENDAR\r\nPRODID:x\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"])
def test_a_state_that_is_not_ours_is_refused(state: bytes):
    with pytest.raises(ValueError, match="the state is not a calendar"):
        render(HARBOUR, evolve(OPTIONS, state=state))
