"""How fast a feed of 5,000 events is served: `python tests/benchmarks/bench_serve.py` (needs wrk).

Prints requests per second for the feed, for conditional requests (304), and for a static file of the same size from
the same server, and the memory of the server before and after REQUESTS of them.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from multiprocessing import Process
from pathlib import Path

from timeline.article import Article, Published
from timeline.event import Event, Mention, Timeline
from timeline.moments import Moment

EVENTS = 5_000
REQUESTS = 100_000  # conditional ones, to see that memory stays as it is
SECONDS = 6
PORT = 8_917
FEED, STATIC = "/timeline.ics", "/static/same.ics"


def feed() -> Timeline:
    """Return a timeline of EVENTS events."""
    first = Moment.of(2020, 1, 1)
    article = Article("a", "News", "", Published.on(Moment.of(2025, 1, 1), "given", 1.0), "a.txt")
    events = []
    for number in range(EVENTS):
        title = f"The council of district {number} approves the budget for the coming year"
        mention = Mention("a", 0, 9, title + ", it said on Tuesday.", title, "happened", None, first.shift(number // 2))
        events.append(Event(f"{number:016x}", title, "happened", mention.when, 0.9, (mention,)))
    return Timeline(tuple(events), (article,))


def serve(folder: str) -> None:
    """Serve the feed below / and the static file below /static."""
    import uvicorn
    from starlette.routing import Mount
    from starlette.staticfiles import StaticFiles

    from timeline.serve.app import Rules, application
    from timeline.serve.store import Store
    from timeline.views.options import ViewOptions

    store = Store([], feed, ViewOptions(address="http://localhost/"))
    (Path(folder) / "same.ics").write_bytes(store.snapshot.calendar)
    app = application(store, Rules())
    app.routes.insert(0, Mount("/static", StaticFiles(directory=folder)))
    uvicorn.run(app, port=PORT, log_level="error", access_log=False)


def rate(path: str, *headers: str) -> tuple[float, int]:
    """Return the requests per second that wrk measures, and how many there were."""
    options = [part for header in headers for part in ("-H", header)]
    command = ["wrk", "-t2", "-c32", f"-d{SECONDS}s", *options, f"http://127.0.0.1:{PORT}{path}"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.search(r"(\d+) requests in.*?Requests/sec:\s*([\d.]+)", told, re.DOTALL)
    assert found, told
    return float(found[2]), int(found[1])


def memory(process: int) -> str:
    """Return the resident memory of a process."""
    status = Path(f"/proc/{process}/status").read_text()
    found = re.search(r"VmRSS:\s*(\d+)", status)
    assert found
    return f"{int(found[1]) / 1024:.0f} MB"


def etag(path: str) -> str:
    """Return the ETag of an address; waits until the server is up."""
    command = ["curl", "-sI", "--retry", "60", "--retry-connrefused", "--retry-delay", "1"]
    told = subprocess.run([*command, f"http://127.0.0.1:{PORT}{path}"], capture_output=True, text=True, check=True)
    return re.search(r"(?i)^etag: (.*)$", told.stdout, re.MULTILINE)[1].strip()


def main() -> None:
    """Print all rates."""
    if not shutil.which("wrk"):
        sys.exit("wrk is not installed: apt-get install wrk")
    with tempfile.TemporaryDirectory() as folder:
        server = Process(target=serve, args=(folder,), daemon=True)
        server.start()
        kept = {path: f"If-None-Match: {etag(path)}" for path in (FEED, STATIC)}
        runs = {
            "feed, 304": (FEED, kept[FEED]),
            "static file, 304": (STATIC, kept[STATIC]),
            "feed, whole": (FEED,),
            "static file, whole": (STATIC,),
            "feed, whole, gzip": (FEED, "Accept-Encoding: gzip"),
        }
        for name, run in runs.items():
            a_second, number = rate(*run)
            print(f"{name:<20}{a_second:>7,.0f} a second ({number:,} requests)")
        print("memory before", memory(server.pid))
        number = 0
        while number < REQUESTS:
            number += rate(*runs["feed, 304"])[1]
        print(f"memory after {number:,} conditional requests", memory(server.pid))
        server.terminate()


if __name__ == "__main__":
    main()
