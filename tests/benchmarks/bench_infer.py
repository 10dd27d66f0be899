"""How often a hidden date of publication is found again, and whether its confidence is honest.

    python tests/benchmarks/bench_infer.py CORPUS.jsonl... [--aside 0|1] [--errors 20]

Each line of a corpus is `{"id", "text", "dct"}`; `dct` is hidden from the reader. `--aside 1` takes the fifth of the
articles that is kept for the last word, `--aside 0` the rest; all of them are read together in any case.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
import zlib
from collections.abc import Iterable
from pathlib import Path

from timeline.article import Article
from timeline.infer import infer
from timeline.moments import Grain, Moment
from timeline.readers import read
from timeline.readers.dates import parse_date

HIDDEN = ("dct", "date", "published")


def hidden(corpus: Path, folder: Path) -> tuple[Path, dict[str, Moment]]:
    """Write the corpus without its dates; return where, and the dates by id."""
    dates = {}
    path = folder / corpus.name
    with path.open("w", encoding="utf-8") as out:
        for line in corpus.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            moment = parse_date(str(record["dct"]))
            if moment:
                dates[str(record["id"])] = moment.widen(Grain.DAY)
            out.write(json.dumps({key: value for key, value in record.items() if key not in HIDDEN}) + "\n")
    return path, dates


def report(name: str, rows: Iterable[tuple[float | None, int]], total: int) -> None:
    """Print the shares of all articles, and those of each step of confidence."""
    rows = list(rows)
    given = [(sure, off) for sure, off in rows if sure is not None]
    print(f"{name}: {total} articles, a day given {len(given) / total:.1%}")
    for low, high in ((0.0, 1.01), (0.9, 1.01), (0.8, 0.9), (0.7, 0.8), (0.6, 0.7), (0.5, 0.6), (0.0, 0.5)):
        offs = [abs(off) for sure, off in given if low <= sure < high]
        if offs:
            shares = " ".join(f"{label} {sum(off <= most for off in offs) / len(offs):.1%}" for label, most in STEPS)
            print(f"  confidence {low:.1f}-{min(high, 1):.1f}: {len(offs) / total:6.1%} of all; {shares}")


STEPS = (("exact", 0), ("within 1 day", 1), ("within 7", 7))


def main() -> None:
    """Measure each corpus by itself."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", nargs="+", type=Path)
    parser.add_argument("--aside", type=int, choices=(0, 1))
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    for corpus in args.corpus:
        with tempfile.TemporaryDirectory() as folder:
            path, dates = hidden(corpus, Path(folder))
            start = time.process_time()
            articles = [found for found in read([str(path)]) if isinstance(found, Article)]
            middle = time.process_time()
            inferred = infer(articles)
            end = time.process_time()
        rows, shown = [], 0
        for article in inferred:
            if args.aside is not None and (zlib.crc32(article.id.encode()) % 5 == 0) != bool(args.aside):
                continue
            day = article.published.day if article.published else None
            off = day.n - dates[article.id].n if day else 0
            rows.append((article.published.confidence if day and article.published else None, off))
            if off and shown < args.errors and article.published:
                shown += 1
                print(f"  {dates[article.id].value} {article.published} {article.title[:60]}")
        report(corpus.name, rows, len(rows))
        print(f"  read {middle - start:.1f} s, inferred {end - middle:.1f} s")


if __name__ == "__main__":
    main()
