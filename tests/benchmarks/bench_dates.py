"""How fast date expressions are found and given their values, and how well on corpora whose dates are known.

    python tests/benchmarks/bench_dates.py [TEXTS.jsonl...] [--corpus FOLDER] [--sample 40] [--megabytes 4]

Prints, one figure a line:
- the milliseconds that importing and loading English take in a fresh interpreter;
- MB of text a second on one core, found and valued, cold (first pass) and warm, and how much memory that takes at
  most for all of the text and for half of it (it should be the same);
- how many times faster that is than `dateparser.search.search_dates` on a sample of the same texts;
- MB a second on a megabyte each of hostile text, and beside it the share of the speed on half of it (linear: 1);
- with `--corpus`, for each of its `*.jsonl` the F1 of TempEval-3, strict and relaxed spans and values, on the texts
  to learn from and on the fifth that is kept aside (by the MD5 of the id).

A line of TEXTS or of a corpus is `{"id", "text", "dct", "timexes": [{"start", "end", "value"}]}`; the timexes are
only needed for scores. Without TEXTS the text is made up: sentences about a small town, a date in every third.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

from timeline.grammar import grammar
from timeline.recognise import find_timexes

Text: TypeAlias = tuple[str, str | None]
Span: TypeAlias = tuple[int, int, str | None]
MEGABYTE = 1_000_000
LOAD = """
import time
start = time.perf_counter()
from timeline.recognise import find_timexes
find_timexes("")
print(1000 * (time.perf_counter() - start))
"""


# -- texts

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
DATED = (
    "on {weekday}", "on {month} {day}", "on {day} {month} {year}", "in {year}", "in {month} {year}", "last week",
    "{count} years ago", "at {hour} p.m. {weekday}", "last month", "in the {decade}s", "yesterday", "since {month}",
    "for {count} days", "earlier this year", "by the end of {year}", "every {weekday}", "two days later", "now",
)  # fmt: skip
WHO = ("the council", "the harbour board", "a baker", "two dockers", "the mayor", "police", "a judge", "residents")
DID = ("closed", "rebuilt", "praised", "sued", "refused to fund", "visited", "may sell", "voted to keep", "left")
WHAT = ("the mill", "a second bridge", "5000 tickets", "the fall in fares", "Route 12", "12.5% of it", "the quay")


def made_up(size: int) -> list[Text]:
    """Return articles of some 3,000 characters each, the same ones every time."""
    random, texts, total = Random(1), [], 0
    while total < size:
        sentences = [sentence(random) for _ in range(40)]
        texts.append((" ".join(sentences), f"{random.randrange(1990, 2026)}-{random.randrange(1, 13):02d}-14"))
        total += len(texts[-1][0])
    return texts


def sentence(random: Random) -> str:
    """Return a sentence, one in three with a date."""
    words = (
        f"{random.choice(WHO)} {random.choice(DID)} {random.choice(WHAT)} and {random.choice(DID)} {random.choice(WHO)}"
    )
    if random.random() < 1 / 3:
        words += " " + random.choice(DATED).format(
            weekday=random.choice(WEEKDAYS),
            month=random.choice(MONTHS),
            day=random.randrange(1, 29),
            year=random.randrange(1900, 2030),
            decade=random.randrange(190, 203) * 10,
            count=random.randrange(2, 40),
            hour=random.randrange(1, 12),
        )
    return words.capitalize() + "."


def records(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def given(paths: Iterable[Path], size: int) -> list[Text]:
    """Return texts of the files, from the beginning again until there are enough."""
    texts = [(record["text"], record.get("dct")) for path in paths for record in records(path)]
    total = sum(len(text) for text, _ in texts)
    return texts * max(1, size // max(total, 1))


def hostile(random: Random) -> dict[str, Callable[[], str]]:
    """Return makers of pieces of text that look as if they could cost much."""
    return {
        "digits": lambda: str(random.randrange(10**9)),
        "month names": lambda: random.choice(MONTHS) + " ",
        "brackets": lambda: random.choice("[](){}"),
        "number words": lambda: random.choice(("two ", "hundred ", "and ", "thousand ", "twenty-", "half ", "a ")),
        "one endless word": lambda: random.choice("abcdefgh"),
        "combining marks": lambda: random.choice(("e\u0301", "\u0302")),
        "letters that grow": lambda: random.choice(("İ", "Friİday ", " May ")),
        "clocks": lambda: f"{random.randrange(99)}:{random.randrange(99)}{random.choice(': -')}",
        "slashes": lambda: (
            f"{random.randrange(40)}/{random.randrange(20)}/{random.randrange(3000)}{random.choice(' /')}"
        ),
        "line ends": lambda: random.choice(("\n", "\r\n", " \n ", "\t")),
    }


def megabyte(piece: Callable[[], str], size: int = MEGABYTE) -> str:
    """Return a text of `size` characters made of pieces."""
    parts, length = [], 0
    while length < size:
        parts.append(piece())
        length += len(parts[-1])
    return "".join(parts)[:size]


# -- measuring


def seconds(texts: Sequence[Text], find: Callable[[str, str | None], object] = find_timexes) -> float:
    """Return the CPU seconds that finding the dates of the texts takes."""
    start = time.process_time()
    for text, published in texts:
        find(text, published)
    return time.process_time() - start


def size_of(texts: Sequence[Text]) -> float:
    """Return the size of the texts in megabytes of UTF-8."""
    return sum(len(text.encode("utf-8", "replace")) for text, _ in texts) / MEGABYTE


def peak(texts: Sequence[Text]) -> float:
    """Return the most memory in megabytes that Python allocates to load English and find the dates."""
    grammar.cache_clear()
    tracemalloc.start()
    seconds(texts)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / MEGABYTE


def load_time() -> float:
    """Return the least milliseconds, of five, in which a fresh interpreter imports the engine and reads English."""
    runs = (subprocess.run([sys.executable, "-c", LOAD], capture_output=True, check=True) for _ in range(5))
    return min(float(run.stdout) for run in runs)


def search_dates(text: str, _published: str | None) -> object:
    """Find dates as dateparser does."""
    from dateparser.search import search_dates as search

    return search(text, languages=["en"])


# -- scores


def pairs(gold: Sequence[Span], ours: Sequence[Span]) -> list[tuple[Span, Span]]:
    """Return which spans answer which, one to one: equal ones first, then those that overlap, left to right."""
    equal = {span[:2]: span for span in ours}
    paired = [(span, equal.pop(span[:2])) for span in gold if span[:2] in equal]
    taken = {span for pair in paired for span in (pair[0][:2], pair[1][:2])}
    left = [span for span in gold if span[:2] not in taken]
    right = [span for span in ours if span[:2] not in taken]
    while left and right:
        one, other = left[0], right[0]
        if one[0] < other[1] and other[0] < one[1]:
            paired.append((left.pop(0), right.pop(0)))
        else:
            (left if one[1] <= other[0] else right).pop(0)
    return paired


def scores(corpus: Iterable[dict[str, Any]]) -> str:
    """Return the F1 of strict spans, relaxed spans and values (strings equal on relaxed spans), as in TempEval-3."""
    total = strict = relaxed = valued = right = 0
    for record in corpus:
        found = find_timexes(record["text"], record.get("dct"))
        ours: list[Span] = [(timex.start, timex.end, timex.value) for timex in found]
        gold: list[Span] = sorted((t["start"], t["end"], t.get("value")) for t in record["timexes"])
        paired = pairs(gold, ours)
        total += len(gold) + len(ours)
        strict += sum(one[:2] == other[:2] for one, other in paired)
        relaxed += len(paired)
        valued += sum(one[2] is not None for one, _ in paired)
        right += sum(one[2] == other[2] for one, other in paired)
    accuracy = right / valued if valued else 0.0
    f1 = 2 * relaxed / total if total else 1.0
    return f"strict {2 * strict / max(total, 1):.3f}  relaxed {f1:.3f}  value {f1 * accuracy:.3f}"


def aside(record: dict[str, Any]) -> bool:
    """Tell whether a text belongs to the fifth that nothing is learnt from."""
    return int(hashlib.md5(str(record["id"]).encode()).hexdigest(), 16) % 5 == 0


# -- reports


def report_speed(texts: Sequence[Text], sample: int) -> None:
    """Print speed and memory, and the ratio to dateparser."""
    size = size_of(texts)
    find_timexes("")  # loading is measured by itself
    cold, warm = seconds(texts), seconds(texts)
    print(f"find and value {size:.1f} MB      {size / cold:.2f} MB/s cold, {size / warm:.2f} warm")
    print(f"peak memory                 {peak(texts):.1f} MB, on half of it {peak(texts[: len(texts) // 2]):.1f}")
    sampled = texts[:: max(1, len(texts) // sample)][:sample] if sample else []
    if sampled:
        search_dates("Monday", None)  # its imports are not counted
        theirs = seconds(sampled, search_dates) / size_of(sampled)
        print(
            f"times as fast as dateparser {theirs / (warm / size):.0f} ({1 / theirs:.3f} MB/s on {len(sampled)} texts)"
        )


def report_hostile() -> None:
    """Print the speed on hostile megabytes, and how it compares with that on half of one."""
    for name, piece in hostile(Random(2)).items():
        whole, half = megabyte(piece), megabyte(piece, MEGABYTE // 2)
        one, other = seconds([(half, "2024-02-14")]), seconds([(whole, "2024-02-14")])
        print(f"hostile: {name:19}{1 / max(other, 1e-9):7.1f} MB/s   {2 * one / max(other, 1e-9):.2f} of half")


def report_scores(folder: Path) -> None:
    """Print the scores on each corpus of a folder."""
    for path in sorted(folder.glob("*.jsonl")):
        corpus = [record for record in records(path) if "timexes" in record and "text" in record]
        for kept, name in ((False, "learnt from"), (True, "kept aside ")):
            if part := [record for record in corpus if aside(record) is kept]:
                print(f"{path.stem:20} {name} {len(part):5} texts  {scores(part)}")


def main() -> None:
    """Measure everything that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*", type=Path)
    parser.add_argument("--corpus", type=Path, help="score each *.jsonl of a folder")
    parser.add_argument("--sample", type=int, default=40, help="texts that dateparser reads too (0: none)")
    parser.add_argument("--megabytes", type=float, default=4.0, help="how much text to read")
    args = parser.parse_args()
    size = int(args.megabytes * MEGABYTE)
    print(f"import and load             {load_time():.0f} ms")
    report_speed(given(args.texts, size) if args.texts else made_up(size), args.sample)
    report_hostile()
    if args.corpus:
        report_scores(args.corpus)


if __name__ == "__main__":
    main()
