"""From the paths and dates of the command line to a timeline."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from timeline.article import Article, Published, Skipped
from timeline.cli.output import Output, UsageError
from timeline.cli.progress import Progress, counted
from timeline.days import day_number
from timeline.event import Mention, Timeline
from timeline.language import known
from timeline.moments import Grain, Moment
from timeline.readers import ReadOptions, read
from timeline.readers.options import is_named
from timeline.views.dates import in_words
from timeline.views.json import is_export, load
from timeline.when import Interval, Partial, day_ends


def gather(args: Namespace, output: Output) -> tuple[Timeline, int]:
    """Return the timeline of the paths, and the exit code that what could not be read makes.

    A single export is taken as it is; several, or with articles beside, are told anew from the texts in them.
    """
    exports, paths = _exports(args.paths)
    if len(exports) == 1 and not paths:
        return exports[0], 0
    from timeline.merge import build

    progress, options = Progress(), read_options(args)
    found = [*_again(exports), *progress.counting(read(paths, options))]
    progress.tell(f"putting {counted(len(found))} together")
    timeline = build(found, infer_dates=not args.no_infer)
    progress.clear()
    code = report(found, args, options, output)
    _warn_of_undated(timeline, output)
    return timeline, code


def gather_articles(args: Namespace, output: Output) -> tuple[list[Article], int]:
    """Return the articles of the paths with their dates, and the exit code."""
    exports, paths = _exports(args.paths)
    progress, options = Progress(), read_options(args)
    found: list[Article | Skipped] = [each for export in exports for each in export.articles]
    found += progress.counting(read(paths, options))
    progress.clear()
    articles = [each for each in found if isinstance(each, Article)]
    if paths and not args.no_infer:
        from timeline.infer import infer

        articles = infer(articles)
    return articles, report(found, args, options, output)


def report(found: Sequence[Article | Skipped], args: Namespace, options: ReadOptions, output: Output) -> int:
    """Warn of every input that was not read and of languages that are read less surely; return the exit code."""
    _warn_of_unread(options.overrides, found, output)
    skipped = [each for each in found if isinstance(each, Skipped)]
    for each in skipped:
        output.warn(f"{each.source}: {each.reason}")
    _warn_of_languages(found, output)
    _warn_of_order(found, output)
    if not found:
        output.warn(f"{', '.join(args.paths)}: nothing to read")
    return 2 if len(skipped) == len(found) else 1 if skipped else 0


def _warn_of_languages(found: Iterable[Article | Skipped], output: Output) -> None:
    """Warn of each language that is read less surely, with the first article in it: it may be mistaken."""
    unknown: dict[str, list[str]] = {}
    for each in found:
        if isinstance(each, Article) and not known(each.language):
            unknown.setdefault(each.language, []).append(each.source)
    for language, sources in sorted(unknown.items()):
        output.warn(
            f"{sources[0]}{_more(sources)}: in a language without a grammar ({language}):"
            " fewer dates are found, and less surely; if it is another, say --language"
        )


def _warn_of_undated(timeline: Timeline, output: Output) -> None:
    """Warn of articles with events that the day of publication would date, with the first of them."""
    dayless = {each.id: each for each in timeline.articles if not (each.published and each.published.day)}
    undated = [mention for event in timeline.events if event.when is None for mention in event.mentions]
    told = [(dayless[mention.article], mention) for mention in undated if mention.article in dayless]
    sources = [article.source for article, mention in told if _wants_day(mention, article.language)]
    if sources := sorted(set(sources)):
        output.warn(
            f"{sources[0]}{_more(sources)}: nothing tells the day of publication, which would date more of it:"
            " say --published D"
        )


def _wants_day(mention: Mention, language: str) -> bool:
    """Tell whether a sentence names a weekday or the like that only the day of publication makes a date."""
    from timeline.recognise import find_timexes

    return any(
        isinstance(timex.when, Partial)
        for timex in find_timexes(mention.quote, language=language if known(language) else "en")
    )


def _more(named: Sequence[object]) -> str:
    """Return how many there are besides the first, which is named."""
    return f" and {len(named) - 1} more" if len(named) > 1 else ""


def _warn_of_order(found: Iterable[Article | Skipped], output: Output) -> None:
    """Warn of articles whose date may be meant the other way round, with the first of them."""
    from timeline.readers.dates import EITHER_WAY

    unsure = [each for each in found if isinstance(each, Article) and each.published]
    unsure = [each for each in unsure if each.published and each.published.note.endswith(EITHER_WAY)]
    if unsure:
        day = in_words(unsure[0].day)
        output.warn(
            f"{unsure[0].source}{_more(unsure)}: the month is read first ({day}); if that is wrong, say --day-first"
        )


def _warn_of_unread(named: Iterable[str], found: Sequence[Article | Skipped], output: Output) -> None:
    """Warn of every date that is given to a file that was not read: its name may be misspelt."""
    read_names = {each.source.partition("#")[0] for each in found}
    for name in named:
        if not any(is_named(path, name) for path in read_names):
            output.warn(f"--published {name}=...: no such file was read")


def _exports(paths: Sequence[str]) -> tuple[list[Timeline], list[str]]:
    exports, rest = [], []
    for path in paths:
        data = _export_at(path)
        if data is None:
            rest.append(path)
            continue
        try:
            exports.append(load(data))
        except ValueError as error:
            raise UsageError(f"{path}: {error}") from error
    return exports, rest


def _export_at(path: str) -> bytes | None:
    """Return the file's bytes if it is an export; whatever else it is, the readers tell."""
    if not path.endswith(".json"):
        return None
    try:
        with Path(path).open("rb") as stream:
            start = stream.read(64)
            return start + stream.read() if is_export(start) else None
    except OSError:
        return None


def _again(exports: Iterable[Timeline]) -> Iterator[Article | Skipped]:
    """Yield what the exports were made of, with dates that were inferred to be inferred anew."""
    for export in exports:
        if any(not article.text for article in export.articles):
            raise UsageError("to merge exports, make them with --with-text")
        for article in export.articles:
            inferred = article.published is not None and article.published.origin == "inferred"
            yield article.dated(None) if inferred else article
        yield from export.skipped


def read_options(args: Namespace, *, plain: bool = False) -> ReadOptions:
    """Return what the arguments say on reading."""
    default, overrides = given_dates(args.published)
    zone = getattr(args, "zone", "")
    if zone and not re.fullmatch(r"Z|[+-]\d\d:\d\d", zone):
        raise UsageError(f"{zone!r} is no zone: write +09:00 or Z")
    form, by_file = "text" if plain else "", getattr(args, "file_dates", False)
    return ReadOptions(default, overrides, form, args.language, zone, args.day_first, by_file)


def given_dates(said: Sequence[str]) -> tuple[Published | None, dict[str, Published]]:
    """Return the date for articles that state none, and those given to single files."""
    default, overrides = None, {}
    for each in said:
        file, equals, text = each.rpartition("=")
        dated = _given(text)
        if equals:
            overrides[file.replace("\\", "/").removeprefix("./")] = dated
        else:
            default = dated
    return default, overrides


def given_day(args: Namespace) -> Published | None:
    """Return the one day that is given for all texts, which a month or a year is not."""
    default, others = given_dates(args.published)
    if others:
        raise UsageError(f"{args.command} takes one --published D, without a file")
    if default is not None and default.moment is None:
        raise UsageError("--published: which day? Write it as 2024-02-14")
    return default


def _given(text: str) -> Published:
    from timeline.readers.published import given

    try:
        return given(text)
    except ValueError as error:
        raise UsageError(f"--published: {error}") from error


def today() -> int:
    """Return the number of the present day."""
    day = date.today()  # noqa: DTZ011 - the user's own day
    return day_number(day.year, day.month, day.day)


def day_span(text: str) -> tuple[int, int]:
    """Return the first and last day of a date as a person types it: an ISO date, words, or any locale's form."""
    from timeline.recognise import find_timexes

    now = Moment.at(today(), Grain.DAY)
    for timex in find_timexes(text, now):
        if isinstance(timex.when, Moment | Interval) and timex.end - timex.start >= len(text.strip()):
            first, last = day_ends(timex.when)
            if first is not None and last is not None:
                return first, last
    from timeline.readers.published import given

    try:
        dated = given(text)
    except ValueError as error:
        raise UsageError(f"{text!r} is no date: write 2024, 2024-06 or 2024-06-17") from error
    if dated.earliest is None or dated.latest is None:
        raise UsageError(f"{text!r} is no date")
    return dated.earliest.first, dated.latest.last
