"""What each command does: it takes the arguments and an output, and returns the exit code."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from attrs import evolve

from timeline.cli.calendar_notes import warn_of_calendar
from timeline.cli.inputs import day_span, gather, gather_articles, today
from timeline.cli.output import Output, UsageError, words
from timeline.event import Timeline
from timeline.views import VIEWS
from timeline.views.options import ViewOptions
from timeline.views.select import Selection, select


def show(args: Namespace, output: Output) -> int:
    """Draw the timeline."""
    from timeline.cli.screen import Screen
    from timeline.views.terminal import drawn

    timeline, code = gather(args, output)
    screen = Screen(args)
    options = ViewOptions(
        everything=args.all,
        quotes=args.quotes,
        group=args.group,
        backwards=args.reverse,
        most_told=args.sort == "sources",
        limit=args.limit,
        today=today() if screen.terminal else None,
        width=screen.width,
        ascii=screen.ascii,
    )
    kept = _kept(timeline, evolve(selection(args), conflicts=args.conflicts), output)
    if kept.events or (code != 2 and not timeline.events):
        screen.show(drawn(kept, options, screen.colours), output)
    return code


def _kept(timeline: Timeline, asked: Selection, output: Output) -> Timeline:
    """Return what is asked for of a timeline; warn if that is nothing."""
    kept = select(timeline, asked)
    if timeline.events and not kept.events:
        from timeline.cli.nothing import why_nothing

        output.warn(f"none of the {len(timeline.events)} events is what you ask for: {why_nothing(timeline, asked)}")
    return kept


def export(args: Namespace, output: Output) -> int:
    """Write the timeline in another form."""
    timeline, code = gather(args, output)
    if code == 2:
        return code
    kept = _kept(timeline, selection(args), output)
    options = ViewOptions(
        name=args.name,
        approximate=args.approx,
        with_text=args.with_text,
        state=_state(args.state) if args.state else None,
        kept_back=frozenset(event.uid for event in timeline.events),
    )
    try:
        data = VIEWS[args.format].render(kept, options)
    except ValueError as error:
        raise UsageError(f"{args.state}: {error}") from error
    output.write(data)
    if args.format == "ics":
        warn_of_calendar(kept, options, len(data), output, "--since, --until, --about, --kind, --source")
    return code


def _state(path: str) -> bytes | None:
    """Return the earlier export; None when there is none yet, as at the first run."""
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UsageError(f"{path}: {words(error)}") from error


def selection(args: Namespace) -> Selection:
    """Return what the arguments select."""
    since = day_span(args.since)[0] if args.since else None
    until = day_span(args.until)[1] if args.until else None
    if since is not None and until is not None and since > until:
        raise UsageError(f"--since {args.since} is after --until {args.until}")
    return Selection(
        since=since,
        until=until,
        about=args.about,
        kinds=tuple(args.kind),
        sources=tuple(args.source),
    )


def tag(args: Namespace, output: Output) -> int:
    """Find the date expressions of texts."""
    from timeline.cli.tagging import Tagger
    from timeline.views import tags

    tagger = Tagger(args, output)
    if streamed := tags.STREAMED.get(args.format):
        for tagged in tagger:
            output.write(streamed(tagged))
    elif args.format == "timeml":
        output.write(tags.timeml(list(tagger)))
    else:
        from timeline.cli.screen import Screen
        from timeline.views.tag_table import table

        screen = Screen(args)
        screen.show(table(tagger, screen.width, screen.colours), output)
    return tagger.code


def articles(args: Namespace, output: Output) -> int:
    """List the articles, their dates and what of them was dropped."""
    from timeline.views.articles import as_lines, table

    found, code = gather_articles(args, output)
    if args.json:
        output.write(as_lines(found))
    elif found:
        from timeline.cli.screen import Screen

        screen = Screen(args)
        screen.show(table(found, screen.width, screen.colours), output)
    return code


def explain(args: Namespace, output: Output) -> int:
    """Tell why an expression has its value, or why an event is as it is."""
    from timeline.cli.explaining import event, expression

    return event(args, output) if args.event else expression(args, output)


def serve(args: Namespace, output: Output) -> int:
    """Offer the timeline over HTTP until stopped."""
    from timeline.cli.serving import run

    return run(args, output)
