"""The application: every answer from memory, whole, and only what is allowed."""

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

import icalendar
import pytest
from attrs import evolve
from starlette.testclient import TestClient

from timeline.event import Timeline
from timeline.serve.app import Rules, application
from timeline.serve.query import Query
from timeline.serve.store import Store
from timeline.views.options import ViewOptions
from views.samples import EVENTS, HARBOUR

OPTIONS = ViewOptions(name="Harbour", address="https://example.org/news/")
_ALL = Query.of(())
PATHS = ("/", "/timeline.ics", "/timeline.json")


class Source:
    """A timeline that can be changed, told of by a file."""

    def __init__(self, folder: Path) -> None:
        """Make the file in a folder."""
        self.timeline = HARBOUR
        self.file = folder / "article.txt"
        self.file.write_text("1")
        self.store = Store([str(folder)], lambda: self.timeline, OPTIONS)

    def change(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.file.write_text(self.file.read_text() + "1")
        assert not self.store.renew()  # it may still be being written
        assert self.store.renew()


@pytest.fixture
def source(tmp_path: Path) -> Source:
    return Source(tmp_path)


def client_of(source: Source, **rules: object) -> TestClient:
    return TestClient(application(source.store, Rules(**rules)), base_url="http://localhost:8000")


@pytest.fixture
def client(source: Source) -> Iterator[TestClient]:
    with client_of(source, hosts=frozenset({"localhost"})) as client:
        yield client


def uids(body: bytes) -> set[str]:
    return {str(event["UID"]).removesuffix("@timeline") for event in icalendar.Calendar.from_ical(body).events}


@pytest.mark.parametrize(
    ("path", "media"),
    [("/", "text/html"), ("/timeline.ics", "text/calendar"), ("/timeline.json", "application/json")],
)
def test_each_form_has_its_type_and_the_headers_of_safety(client, path, media):
    got = client.get(path)
    assert got.status_code == 200
    assert got.headers["content-type"] == f"{media}; charset=utf-8"
    assert got.headers["x-content-type-options"] == "nosniff"
    assert "max-age" in got.headers["cache-control"]
    head = client.head(path)
    assert (head.content, head.headers["content-length"]) == (b"", got.headers["content-length"])


def test_the_calendar_has_a_file_name(client):
    assert client.get("/timeline.ics").headers["content-disposition"] == 'inline; filename="timeline.ics"'


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_what_the_client_has_is_not_sent_again(client, path, encoding):
    got = client.get(path, headers={"accept-encoding": encoding})
    for header in ({"if-none-match": got.headers["etag"]}, {"if-modified-since": got.headers["last-modified"]}):
        again = client.get(path, headers={"accept-encoding": encoding, **header})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == got.headers["etag"]


def test_an_etag_outweighs_a_date_and_nonsense_is_passed_over(client):
    got = client.get("/timeline.ics")
    for headers in (
        {"if-none-match": '"other"', "if-modified-since": got.headers["last-modified"]},
        {"if-modified-since": "the day before yesterday"},
        {"if-modified-since": "Mon, 01 Jan 0001 00:00:00 +2300"},
    ):
        assert client.get("/timeline.ics", headers=headers).status_code == 200


def test_gzip_only_for_those_who_ask(client, source):
    plain = client.get("/timeline.ics", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    zipped = client.get("/timeline.ics", headers={"accept-encoding": "gzip"})
    assert zipped.headers["content-encoding"] == "gzip"
    assert zipped.content == plain.content
    assert zipped.headers["etag"] != plain.headers["etag"]
    assert gzip.decompress(source.store.snapshot.known("timeline.ics", _ALL).zipped) == plain.content
    for asked, given in {"br, gzip;q=0": False, "gzip; q=0.000, br": False, "deflate, gzip;q=0.5": True}.items():
        got = client.get("/timeline.ics", headers={"accept-encoding": asked})
        assert ("content-encoding" in got.headers) == given
    with client_of(source, compress=False) as other:
        assert "content-encoding" not in other.get("/timeline.ics", headers={"accept-encoding": "gzip"}).headers


def test_parameters_narrow_every_form(client):
    assert uids(client.get("/timeline.ics?since=2025-06-20").content) == {"e-strike", "e-0701", "e-open"}
    assert uids(client.get("/timeline.ics?kind=planned&kind=possible").content) == {"e-0701", "e-open"}
    assert uids(client.get("/timeline.ics?about=crane").content) == {"e-0617n"}
    assert uids(client.get("/timeline.ics?source=bulletin").content) == {"e-0617", "e-open"}
    assert [e["uid"] for e in client.get("/timeline.json?until=2023-12").json()["events"]] == ["e-1998", "e-2023"]
    assert b"SOURCE;VALUE=URI:https://example.org/news/timeline.ics?about=crane" in (
        client.get("/timeline.ics?about=crane").content
    )


@pytest.mark.parametrize(
    "query",
    [
        "since=tomorrow",
        "since=9999999999999999999999999",
        "until=2025-13",
        "kind=unheard",
        "colour=red",
        "about=" + "a" * 201,
        "&".join(f"about=a{n}" for n in range(21)),
        "since=P3D",
        "since=99999999",
        "since=2025-07&until=2025-06",
        "about=%00",
    ],
)
def test_absurd_parameters_get_400(client, query):
    got = client.get(f"/timeline.ics?{query}")
    assert (got.status_code, got.headers["content-type"]) == (400, "text/plain; charset=utf-8")


@pytest.mark.parametrize("path", ["/article.txt", "/../article.txt", "/%2e%2e/%2e%2e/etc/passwd", "/timeline.ics/"])
def test_no_file_can_be_reached(client, path):
    assert client.get(path).status_code == 404


def test_nothing_can_be_sent(client):
    assert client.post("/timeline.ics").status_code == 405


def test_another_name_of_this_machine_is_refused(source):
    with client_of(source, hosts=frozenset({"news.example"})) as client:
        assert client.get("/timeline.ics").status_code == 421


def test_a_token_is_a_secret_path(source):
    with client_of(source, token="s3cret") as client:
        for path in (*PATHS, "/s3cre/timeline.ics", "/s3cretx/timeline.ics", "/é/timeline.ics"):
            assert client.get(path).status_code == 404
        got = client.get("/s3cret/timeline.ics")
        assert got.status_code == 200
        assert got.headers["cache-control"].startswith("private")


def test_a_change_shows_and_the_rest_keeps_its_bytes(client, source):
    before = client.get("/timeline.ics")
    source.change(evolve(HARBOUR, events=EVENTS[1:]))
    after = client.get("/timeline.ics")
    assert after.headers["etag"] != before.headers["etag"]
    assert after.headers["last-modified"] != before.headers["last-modified"]
    told = {str(e["UID"]): e for e in icalendar.Calendar.from_ical(after.content).events}
    assert (told["e-1998@timeline"]["STATUS"], told["e-1998@timeline"]["SEQUENCE"]) == ("CANCELLED", 1)
    blocks = before.content.split(b"BEGIN:VEVENT")
    assert set(after.content.split(b"BEGIN:VEVENT")) >= set(blocks[2:-1])


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("about=treaty", 1),
        ("about=crane", 0),
        ("kind=happened", 1),
        ("kind=planned", 0),
        ("until=2024", 1),
        ("since=2026", 0),
        ("source=no-such", 0),
    ],
)
def test_a_filtered_calendar_tells_of_the_withdrawal_of_what_it_may_have_told(client, source, query, told):
    assert client.get(f"/timeline.ics?{query}").content.count(b"UID:e-2024a@") == told
    source.change(evolve(HARBOUR, events=tuple(event for event in EVENTS if event.uid != "e-2024a")))
    assert client.get(f"/timeline.ics?{query}").content.count(b"STATUS:CANCELLED") == told


def test_it_is_rendered_once_a_change_and_not_once_a_request(client, source, monkeypatch):
    rendered = []
    whole = type(source.store.snapshot)._render
    monkeypatch.setattr(
        type(source.store.snapshot), "_render", lambda self, *key: rendered.append(key) or whole(self, *key)
    )
    for _ in range(3):
        client.get("/timeline.ics")
        client.get("/timeline.ics?about=crane")
        client.get("/timeline.ics?%61bout=crane+")
    assert len(rendered) == 1


def test_the_memory_of_renderings_is_bounded(client, source):
    for number in range(120):
        assert client.get(f"/timeline.ics?about=w{number}").status_code == 200
    assert len(source.store.snapshot._answers) <= 100
    assert source.store.snapshot.known("timeline.ics", _ALL)


def test_what_cannot_be_built_leaves_the_timeline_as_it_was(client, source, caplog):
    def broken() -> Timeline:
        raise ValueError("nothing can be read any more")

    before = client.get("/timeline.ics").content
    source.store._build = broken
    source.file.write_text("changed")
    assert not source.store.renew()
    assert not source.store.renew()
    assert client.get("/timeline.ics").content == before
    assert "nothing can be read" in caplog.text


def test_a_change_that_tells_nothing_new_changes_nothing(source):
    before = source.store.snapshot
    source.file.write_text("changed")
    assert not source.store.renew()
    assert not source.store.renew()
    assert source.store.snapshot is before


def test_what_was_served_is_kept_and_taken_up_again(tmp_path):
    kept: list[bytes] = []
    Store([str(tmp_path)], lambda: HARBOUR, OPTIONS, None, kept.append)
    fewer = evolve(HARBOUR, events=EVENTS[1:])
    again = Store([str(tmp_path)], lambda: fewer, OPTIONS, kept[-1], kept.append)
    assert kept[-1] == again.snapshot.calendar
    assert kept[-1].count(b"STATUS:CANCELLED") == 1
    assert Store([str(tmp_path)], lambda: fewer, OPTIONS, kept[-1]).snapshot.calendar == kept[-1]


def test_the_links_lead_to_every_calendar(client):
    page = client.get("/?about=crane").text
    for link in (
        "webcal://example.org/news/timeline.ics?about=crane",
        "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fexample.org%2Fnews%2Ftimeline.ics%3Fabout%3Dcrane",
        "https://outlook.live.com/calendar/0/addfromweb?url=https%3A%2F%2Fexample.org",
    ):
        assert link in page


def test_without_its_libraries_it_says_what_to_install(monkeypatch, tmp_path, capsys):
    from timeline.cli import main

    for name in [
        name for name in sys.modules if name.startswith(("uvicorn", "timeline.serve", "timeline.cli.serving"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    assert main(["serve", str(tmp_path)]) == 2
    assert "pip install '.[serve]'" in capsys.readouterr().err
