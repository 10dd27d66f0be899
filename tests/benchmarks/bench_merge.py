"""How long merging takes and how well it does, on generated stories whose truth is known.

    python tests/benchmarks/bench_merge.py [MENTIONS ...]        # 1000 10000 100000 unless told

Each story is one happening with a day, names and words of its own, told by several articles in other words, some a
day off; each article also recalls happenings of other days. Printed: seconds, microseconds a mention, and pairwise
precision, recall and F1 of the grouping.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator

from timeline.article import Article, Published
from timeline.cli import YOUNG
from timeline.event import Mention
from timeline.extract import Told
from timeline.merge import merge
from timeline.moments import Moment

FIRST_DAY = 730_000
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu", "pa", "re", "si", "to", "vu", "wa", "xe", "zo")
COMMON = [f"common{number}" for number in range(400)]
TELLERS = 5  # articles a story, on average
RECALLED = 4  # other happenings that an article tells


def word(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(syllables))


def happening(chance: random.Random) -> tuple[int, list[str]]:
    """Return the day of a happening and the words that tell it from others."""
    names = [word(chance, 3).capitalize() for _ in range(3)]
    return FIRST_DAY + chance.randrange(3_000), names + [word(chance, 4) for _ in range(9)]


def sentence(chance: random.Random, words: list[str]) -> str:
    """Return a statement that uses most of the words of a happening, among common ones."""
    told = chance.sample(words, 7) + chance.sample(COMMON, 5)
    chance.shuffle(told)
    return " ".join(told)


def telling(article: str, place: int, day: int, text: str) -> Mention:
    when = Moment.of(1, 1, 1).shift(day - 1)
    return Mention(article, place * 200, place * 200 + len(text), text, text[:80], "happened", None, when, (), 0.9)


def stories(mentions: int, chance: random.Random) -> Iterator[tuple[Told, list[int]]]:
    """Yield articles with their mentions, and the number of the happening that each mention tells."""
    each = TELLERS * (1 + RECALLED)
    happenings = [happening(chance) for _ in range(max(2, mentions // each))]
    past = [happening(chance) for _ in range(max(2, mentions * RECALLED // each // 3))]
    for number in range(mentions // (1 + RECALLED)):
        story = number % len(happenings)
        told = [(story, happenings[story])]
        for recalled in chance.sample(range(len(past)), min(RECALLED, len(past))):
            told.append((len(happenings) + recalled, past[recalled]))
        id_ = f"article{number}"
        spoken = [
            telling(id_, place, day + (place == 0 and chance.random() < 0.1), sentence(chance, words))
            for place, (_, (day, words)) in enumerate(told)
        ]
        published = Published.on(Moment.of(1, 1, 1).shift(happenings[story][0]), "given", 1.0)
        article = Article(id_, spoken[0].title, "\n".join(mention.quote for mention in spoken), published)
        yield Told(article, tuple(spoken), 0, 0), [truth for truth, _ in told]


def pairwise(truth: dict[tuple[str, int], int], found: dict[tuple[str, int], str]) -> tuple[float, float, float]:
    """Return precision, recall and F1 over pairs of mentions."""

    def pairs(labels: Counter[object]) -> int:
        return sum(count * (count - 1) // 2 for count in labels.values())

    both = pairs(Counter((truth[key], found[key]) for key in truth))
    precision = both / (pairs(Counter(found.values())) or 1)
    recall = both / (pairs(Counter(truth.values())) or 1)
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1)


def run(mentions: int) -> tuple[float, tuple[float, float, float]]:
    """Return the seconds that merging so many mentions takes, and how well it did."""
    told, truths = [], {}
    for each, numbers in stories(mentions, random.Random(mentions)):
        told.append(each)
        truths.update({(each.article.id, m.start): number for m, number in zip(each.mentions, numbers, strict=True)})
    told.sort(key=lambda each: each.article.id)
    begin = time.process_time()
    timeline = merge(told, [each.article for each in told])
    seconds = time.process_time() - begin
    found = {(m.article, m.start): event.uid for event in timeline.events for m in event.mentions}
    return seconds, pairwise(truths, found)


def main() -> None:
    """Print a line for each size, with garbage searched for as often as the command line has it."""
    gc.set_threshold(YOUNG)
    for mentions in [int(size) for size in sys.argv[1:]] or [1_000, 10_000, 100_000]:
        seconds, (precision, recall, f1) = run(mentions)
        sys.stdout.write(
            f"{mentions:>7} mentions {seconds:7.2f} s {1e6 * seconds / mentions:6.0f} µs each"
            f"   precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}\n"
        )


if __name__ == "__main__":
    main()
