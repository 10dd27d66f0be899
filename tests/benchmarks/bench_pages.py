"""Dates of saved web pages: how often right, and at what cost beside the libraries alone.

    python tests/benchmarks/bench_pages.py FOLDER [--errors 20]

FOLDER holds `gold.jsonl`, a line `{"file", "published"}` a page, and the pages.
"""

from __future__ import annotations

import argparse
import json
import logging
import time
from collections import Counter
from pathlib import Path

from timeline.article import Article, Published
from timeline.readers import read


def ours(path: Path) -> Published | None:
    """Return the date that the reader gives a page."""
    found = next(iter(read([str(path)])), None)
    return found.published if isinstance(found, Article) else None


def libraries(path: Path) -> tuple[float, float, str | None]:
    """Return the seconds that trafilatura's text takes, those of text and date together, and that date."""
    from trafilatura import bare_extraction

    data = path.read_bytes()
    start = time.process_time()
    bare_extraction(data, with_metadata=False, include_comments=False)
    middle = time.process_time()
    found = bare_extraction(data, with_metadata=True, include_comments=False)
    return middle - start, time.process_time() - middle, getattr(found, "date", None)


def main() -> None:
    """Measure a folder of pages."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    logging.disable(logging.CRITICAL)
    gold = [json.loads(line) for line in (args.folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    paths = [args.folder / Path(each["file"]).name for each in gold]
    for warm_up in paths[:3]:
        ours(warm_up)
        libraries(warm_up)
    right = theirs = shown = 0
    own_time = their_text = their_time = 0.0
    steps: Counter[tuple[float, bool]] = Counter()
    for each, path in zip(gold, paths, strict=True):
        true = each["published"] if isinstance(each["published"], str) else None
        start = time.process_time()
        published = ours(path)
        own_time += time.process_time() - start
        extraction, both, date = libraries(path)
        their_text += extraction
        their_time += both
        theirs += date == true
        day = published.day.value if published and published.day else None
        right += day == true
        if published and published.day:
            steps[min(int(published.confidence * 10) / 10, 0.9), day == true] += 1
        if day != true and shown < args.errors:
            shown += 1
            print(f"  {path.name}: {true}, not {day}: {published.note if published else 'nothing found'}")
    pages = len(gold)
    print(f"{pages} pages: accuracy {right / pages:.3f}; trafilatura's date alone {theirs / pages:.3f}")
    print(f"{own_time / pages * 1000:.0f} ms a page, {own_time / their_time:.2f} times its text and date together")
    print(
        f"{pages / own_time:.1f} pages a second; {their_text / own_time:.0%} of the time is its extraction of the text"
    )
    for low in sorted({step for step, _ in steps}, reverse=True):
        good, bad = steps[low, True], steps[low, False]
        print(f"  confidence {low:.1f}: {good + bad} pages, {good / (good + bad):.1%} right")


if __name__ == "__main__":
    main()
