"""The server as a process, and calendars that subscribe to it: vdirsyncer and khal."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import icalendar
import pytest

ARTICLES = {
    "strike.txt": "Strike ends\n\nPublished June 18, 2025\n\nDockers in Lindow ended their strike on June 17, 2025.\n",
    "bridge.txt": "Bridge opens\n\nPublished June 20, 2025\n\nThe mayor opened the iron bridge on June 19, 2025.\n",
}
WAIT = 20  # seconds at most for anything


class Server:
    """`timeline serve` on a folder of articles."""

    def __init__(self, folder: Path, file: Path | None = None) -> None:
        """Start it, on one file if that is given, and wait until it listens."""
        self.folder = folder / "articles"
        self.folder.mkdir()
        for name, text in ARTICLES.items():
            (self.folder / name).write_text(text, encoding="utf-8")
        path = str(file or self.folder)
        command = [sys.executable, "-m", "timeline", "serve", path, "--port", "0", "--interval", "0.1"]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        assert self.process.stderr
        found = re.search(r"at (http://\S+)", self.process.stderr.readline())
        assert found
        self.address = f"{found[1]}timeline.ics"

    def feed(self) -> bytes:
        with urllib.request.urlopen(self.address, timeout=WAIT) as answer:
            return answer.read()

    def wait_until(self, told: Callable[[bytes], bool]) -> None:
        end = time.monotonic() + WAIT
        while not told(self.feed()):
            assert time.monotonic() < end, self.feed().decode()
            time.sleep(0.05)

    def wait_until_told(self, words: str) -> None:
        assert self.process.stderr
        while words not in (told := self.process.stderr.readline()):
            assert told, "it has ended"

    def stop(self, number: int = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        assert self.process.stderr
        self.process.stderr.close()
        return self.process.wait(WAIT)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("serve"))
    yield running
    running.stop()


class Subscriber:
    """vdirsyncer and khal with their files in a folder of their own."""

    def __init__(self, folder: Path, address: str) -> None:
        """Configure both; vdirsyncer copies the feed, khal shows the copy."""
        self.items = folder / "items"
        self.items.mkdir()
        self.home = os.environ | {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CACHE_HOME": str(folder)}
        self.sync_conf = folder / "vdirsyncer.conf"
        self.sync_conf.write_text(
            f'[general]\nstatus_path = "{folder}/status/"\n'
            '[pair news]\na = "web"\nb = "disk"\ncollections = null\n'
            f'[storage web]\ntype = "http"\nurl = "{address}"\n'
            f'[storage disk]\ntype = "filesystem"\npath = "{self.items}"\nfileext = ".ics"\n'
        )
        self.khal_conf = folder / "khal.conf"
        self.khal_conf.write_text(
            f"[calendars]\n[[news]]\npath = {self.items}\nreadonly = True\n"
            "[locale]\nlocal_timezone = Europe/Berlin\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            f"[sqlite]\npath = {folder}/khal.db\n"
        )
        self._run("vdirsyncer", "-c", str(self.sync_conf), "discover")

    def sync(self) -> dict[str, icalendar.Event]:
        """Fetch the feed; return the copied events by their titles."""
        self._run("vdirsyncer", "-c", str(self.sync_conf), "sync")
        found = {}
        for path in sorted(self.items.iterdir()):
            (event,) = icalendar.Calendar.from_ical(path.read_bytes()).events
            found[str(event["SUMMARY"])] = event
        assert len(found) == len(list(self.items.iterdir()))
        return found

    def shown(self) -> str:
        return self._run("khal", "-c", str(self.khal_conf), "list", "2025-06-01", "30d", "--format", "{title}")

    def _run(self, program: str, *arguments: str) -> str:
        command = [str(Path(sys.executable).with_name(program)), *arguments]
        done = subprocess.run(command, env=self.home, capture_output=True, text=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout


def test_a_subscriber_sees_every_change_and_nothing_twice(server: Server, tmp_path: Path):
    subscriber = Subscriber(tmp_path, server.address)
    first = subscriber.sync()
    assert len(first) == 2
    files = sorted(subscriber.items.iterdir())
    stamps = [path.stat().st_mtime_ns for path in files]
    assert subscriber.sync().keys() == first.keys()
    assert [path.stat().st_mtime_ns for path in files] == stamps  # nothing was copied again
    assert all(title in subscriber.shown() for title in first)

    (server.folder / "more.txt").write_text(
        "Bridge\n\nPublished June 21, 2025\n\nThe mayor opened the iron bridge on June 19, 2025, to much applause.\n"
    )
    server.wait_until(lambda feed: b"SEQUENCE:1" in feed)
    changed = subscriber.sync()
    assert len(changed) == 2
    assert sorted(int(event["SEQUENCE"]) for event in changed.values()) == [0, 1]
    assert len({str(e["UID"]) for e in changed.values()} & {str(e["UID"]) for e in first.values()}) == 1

    (server.folder / "strike.txt").unlink()
    server.wait_until(lambda feed: b"CANCELLED" in feed)
    left = subscriber.sync()
    assert sorted(str(event["STATUS"]) for event in left.values()) == ["CANCELLED", "CONFIRMED"]


def test_an_export_that_breaks_leaves_the_server_running(tmp_path: Path):
    file = tmp_path / "story.json"
    good = subprocess.run(
        [sys.executable, "-m", "timeline", "export", "json", "-"],
        input=b"The mayor opened the bridge on 3 May 2025.",
        capture_output=True,
        check=True,
    ).stdout
    file.write_bytes(good)
    server = Server(tmp_path, file)
    before = server.feed()
    file.write_bytes(good[:200])
    server.wait_until_told("stays as it was")
    assert server.feed() == before
    file.write_bytes(good.replace(b"opened", b"closed"))
    server.wait_until(lambda feed: b"closed" in feed)
    assert server.stop() == 0


def test_a_port_that_is_taken_is_told(server: Server):
    port = re.search(r":(\d+)/", server.address)
    assert port
    command = [sys.executable, "-m", "timeline", "serve", str(server.folder), "--port", port[1]]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert port[1] in done.stderr


def test_only_this_machine_is_answered_and_no_file_is_reached(server: Server):
    for path, host, code in (("../articles/strike.txt", None, 404), ("", "evil.example", 421)):
        base = server.address.removesuffix("timeline.ics")
        request = urllib.request.Request(base + path, headers={"Host": host} if host else {})
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request, timeout=WAIT)
        with refused.value:
            assert refused.value.code == code


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
def test_a_signal_ends_it_cleanly(tmp_path: Path):
    assert Server(tmp_path).stop(signal.SIGTERM) == 0


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
def test_ctrl_c_ends_it_as_an_interruption(tmp_path: Path):
    running = Server(tmp_path)
    running.process.send_signal(signal.SIGINT)
    assert running.process.communicate(timeout=WAIT)[1] == "timeline: interrupted\n"
    assert running.process.returncode == 130
