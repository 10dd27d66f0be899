"""The texts of `timeline tag`, with their date expressions."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from timeline.article import Article, Published, Skipped
from timeline.cli.inputs import given_day, read_options
from timeline.cli.output import Output, words
from timeline.readers import read
from timeline.recognise import moment_of, recognise
from timeline.views.tags import Tagged


class Tagger:
    """The texts of the inputs with their expressions, one by one; `code` is the exit code once all are read."""

    def __init__(self, args: Namespace, output: Output) -> None:
        """Take the paths and what is said about them from the arguments; warn on the output."""
        self._args, self._output = args, output
        default = given_day(args)
        self._published = default.moment.value if default and default.moment else None
        self._read = self._refused = 0

    @property
    def code(self) -> int:
        """The exit code that what was refused makes."""
        return 2 if not self._read else 1 if self._refused else 0

    def __iter__(self) -> Iterator[Tagged]:
        yield from self._records() if self._args.source == "jsonl" else self._articles()
        if not self._read and not self._refused:
            self._output.warn(f"{', '.join(self._args.paths)}: nothing to read")

    def _articles(self) -> Iterator[Tagged]:
        is_plain = self._args.source == "text"
        all_found = read(self._args.paths, read_options(self._args, plain=is_plain))
        for found in all_found if is_plain or self._args.no_infer else _dated(all_found):
            if isinstance(found, Skipped):
                self._refuse(f"{found.source}: {found.reason}")
            else:
                yield self._tagged(found.source, found)

    def _records(self) -> Iterator[Tagged]:
        for path in self._args.paths:
            for number, line in self._lines(path):
                try:
                    record = json.loads(line)
                    article = self._article(record["text"], record.get("dct") or self._published)
                except (ValueError, TypeError, KeyError, RecursionError):
                    self._refuse(f"{path}:{number}: is no JSON object with a text, or its dct is no date")
                else:
                    yield self._tagged(record.get("id"), article)

    def _article(self, text: str, dated: str | None) -> Article:
        if not isinstance(text, str) or not isinstance(dated, str | None):
            raise TypeError
        moment = moment_of(dated)
        published = Published.on(moment, "given", 1.0) if moment else None
        language = self._args.language or "en"
        return Article("", "", text, published, language=language, day_first=self._args.day_first)

    def _tagged(self, name: Any, article: Article) -> Tagged:
        self._read += 1
        published = article.published
        day = published.moment.value if published and published.moment else None
        inferred = published is not None and published.origin == "inferred"
        return Tagged(name, article.text, recognise(article), day, inferred)

    def _lines(self, path: str) -> Iterator[tuple[int, bytes]]:
        try:
            stream: BinaryIO = sys.stdin.buffer if path == "-" else Path(path).open("rb")  # noqa: SIM115
            with stream:
                yield from ((number, line) for number, line in enumerate(stream, 1) if line.strip())
        except OSError as error:
            self._refuse(f"{path}: {words(error)}")

    def _refuse(self, message: str) -> None:
        self._refused += 1
        self._output.warn(message)


def _dated(found: Iterable[Article | Skipped]) -> Iterator[Article | Skipped]:
    """Yield what was read, articles that state no date with the one that is inferred for them, as in a timeline."""
    from timeline.infer import infer  # which the other ways to tag do not want

    everything = list(found)
    articles = iter(infer([each for each in everything if isinstance(each, Article)]))
    yield from (each if isinstance(each, Skipped) else next(articles) for each in everything)
