"""The calendar file read by parsers that are not ours: as many events in as out, equal in what they say."""

import json
import shutil
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import ics
import pytest
import recurring_ical_events
import vobject
from icalendar import Calendar

from timeline.event import Timeline
from timeline.views.ical import render
from timeline.views.options import ViewOptions
from timeline.views.schedule import slot

from .samples import ARTICLES, DAY, EVENTS, event, mention

# No backslash before an n: node-ical and ics take an escaped one for a line break.
HARD = "Komma, Semikolon; \\ Rückstrich: „Ü“ 東京から技術者も参加しました🎉 שלום עולם END:VEVENT " * 3
SAMPLES = Timeline((*EVENTS[:-1], event("e-hard", HARD, DAY, mention("a1", HARD, DAY))), ARTICLES)
OPTIONS = ViewOptions(name="Harbour; \\, and more")
FEED = render(SAMPLES, OPTIONS)
MODULES = Path(__file__).parent / "node_modules"
# (uid, summary, start, end) of every event, dates and times in UTC as text
Told = list[tuple[str, str, str, str]]


def text_of(moment: date | datetime) -> str:
    return moment.astimezone(UTC).isoformat() if isinstance(moment, datetime) else moment.isoformat()


def expected() -> Told:
    places = [(each, place) for each in SAMPLES.events if (place := slot(each.when))]
    return sorted(
        (
            f"{each.uid}@timeline",
            " ".join(f"{place.label}{each.title}".split()),
            text_of(place.start),
            text_of(place.end),
        )
        for each, place in places
    )


def test_icalendar():
    found = Calendar.from_ical(FEED).events
    assert expected() == sorted(
        (str(e["UID"]), str(e["SUMMARY"]), text_of(e.decoded("DTSTART")), text_of(e.decoded("DTEND"))) for e in found
    )


def test_vobject():
    found = vobject.readOne(FEED.decode()).vevent_list
    assert expected() == sorted(
        (e.uid.value, e.summary.value, text_of(e.dtstart.value), text_of(e.dtend.value)) for e in found
    )


@pytest.mark.filterwarnings("ignore")  # what the client's own parser warns of is not ours
def test_ics():
    found = ics.Calendar(FEED.decode()).events
    assert [(uid, summary) for uid, summary, *_ in expected()] == sorted((e.uid, e.name) for e in found)
    strike = next(e for e in found if e.uid == "e-strike@timeline")
    assert (strike.all_day, strike.begin.date(), strike.duration.days) == (True, date(2025, 6, 20), 4)
    timed = next(e for e in found if e.uid == "e-0618@timeline")
    assert timed.begin.datetime == datetime(2025, 6, 18, 5, 30, tzinfo=UTC)


def test_recurring_ical_events():
    found = recurring_ical_events.of(Calendar.from_ical(FEED)).between(date(2025, 6, 22), date(2025, 6, 24))
    assert [str(e["UID"]) for e in found] == ["e-strike@timeline"]


def node(script: str, *packages: str) -> Any:
    """Run a script with the feed on its standard input and return the JSON that it prints."""
    if not shutil.which("node"):
        pytest.skip("node is not installed")
    missing = [name for name in packages if not (MODULES / name).is_dir()]
    if missing:
        pytest.skip(f"npm install --prefix {MODULES.parent} {' '.join(missing)}")
    done = subprocess.run(["node", "-e", script], input=FEED, capture_output=True, cwd=MODULES.parent, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


@pytest.mark.external
def test_ical_js():
    script = """
    import("ical.js").then(({default: ICAL}) => {
      ICAL.design.strict = true;
      const calendar = new ICAL.Component(ICAL.parse(require("fs").readFileSync(0, "utf8")));
      const text = (time) => time.isDate ? time.toString() : time.toJSDate().toISOString();
      console.log(JSON.stringify(calendar.getAllSubcomponents("vevent").map((component) => {
        const event = new ICAL.Event(component);
        return [event.uid, event.summary, text(event.startDate), text(event.endDate)];
      })));
    });
    """
    told = [(u, s, *(t.replace(".000Z", "+00:00") for t in times)) for u, s, *times in node(script, "ical.js")]
    assert sorted(told) == expected()


@pytest.mark.external
def test_node_ical():
    script = """
    const found = require("node-ical").sync.parseICS(require("fs").readFileSync(0, "utf8"));
    const two = (n) => String(n).padStart(2, "0");
    const day = (t) => [t.getFullYear(), t.getMonth() + 1, t.getDate()].map(two).join("-");
    const text = (t) => t.dateOnly ? day(t) : t.toISOString().replace(".000Z", "+00:00");
    console.log(JSON.stringify(Object.values(found).filter((e) => e.type === "VEVENT")
      .map((e) => [e.uid, e.summary, text(e.start), text(e.end)])));
    """
    assert sorted(map(tuple, node(script, "node-ical"))) == expected()


_CHECK = r"""
#include <libical/ical.h>
#include <stdio.h>
static char text[1 << 20];
int main(void) {
  text[fread(text, 1, sizeof text - 1, stdin)] = 0;
  icalcomponent *calendar = icalparser_parse_string(text);
  int valid = calendar && icalrestriction_check(calendar);
  printf("%d %d %d\n", valid, icalcomponent_count_errors(calendar),
         icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT));
  return 0;
}
"""


@pytest.mark.external
@pytest.mark.parametrize("address", ["", "https://example.org/timeline.ics?about=a&since=2025"])
def test_libical_finds_no_fault_with_it(tmp_path: Path, address: str):
    compiler = shutil.which("cc") or shutil.which("gcc")
    if not compiler or not Path("/usr/include/libical/ical.h").exists():
        pytest.skip("apt-get install gcc libical-dev")
    (tmp_path / "check.c").write_text(_CHECK)
    subprocess.run([compiler, "-o", tmp_path / "check", tmp_path / "check.c", "-lical"], check=True)
    feed = render(SAMPLES, ViewOptions(name=OPTIONS.name, address=address))
    done = subprocess.run([tmp_path / "check"], input=feed, capture_output=True, check=True)
    assert done.stdout.split() == [b"1", b"0", str(len(expected())).encode()]
