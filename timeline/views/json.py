"""The export that holds all that is known, and reading it back: `timeline.schema.json` describes it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from timeline.article import Article, Dropped, Published, Skipped
from timeline.event import Conflict, Event, Mention, Timeline
from timeline.moments import Moment
from timeline.timex import Timex
from timeline.views.options import ViewOptions
from timeline.when import Interval, Repeat, When, parse

# JSON itself escapes only C0: the rest of what could steer a terminal is escaped here.
_ESCAPED: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")


def render(timeline: Timeline, options: ViewOptions) -> bytes:
    """Return the timeline as one JSON object in UTF-8, with the texts of the articles if `with_text`."""
    return dump(as_object(timeline, with_text=options.with_text), indent=1)


def dump(value: object, indent: int | None = None) -> bytes:
    """Return a value as JSON in UTF-8 and a newline; what could steer a terminal is escaped."""
    text = _SURROGATES.sub("\ufffd", json.dumps(value, ensure_ascii=False, indent=indent))
    return (_ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n").encode()


def as_object(timeline: Timeline, *, with_text: bool = False) -> dict[str, Any]:
    """Return the timeline as the object that the schema describes."""
    return {
        "timeline": 1,
        "articles": [_article(article, timeline, with_text) for article in timeline.articles],
        "events": [event_fields(event) for event in timeline.events],
        "skipped": [{"source": skipped.source, "reason": skipped.reason} for skipped in timeline.skipped],
    }


def _article(article: Article, timeline: Timeline, with_text: bool) -> dict[str, Any]:
    fields = article_fields(article)
    dropped = fields.pop("dropped")
    fields |= {"lead": timeline.leads.get(article.id), "story": timeline.stories.get(article.id)}
    return fields | {"text": article.text, "dropped": dropped} if with_text else fields


def article_fields(article: Article) -> dict[str, Any]:
    """Return what is known of an article but for its text and its place on the timeline."""
    return {
        "id": article.id,
        "source": article.source,
        "title": article.title,
        "publisher": article.publisher,
        "language": article.language,
        "url": article.url,
        "published": _published(article.published) if article.published else None,
        "dropped": [{"start": d.start, "end": d.end, "reason": d.reason} for d in article.dropped],
    }


def _published(published: Published) -> dict[str, Any]:
    bounds = {"date": published.moment, "earliest": published.earliest, "latest": published.latest}
    return {
        **{name: moment.value if moment else None for name, moment in bounds.items()},
        "origin": published.origin,
        "confidence": round(published.confidence, 3),
        "note": published.note,
    }


def event_fields(event: Event) -> dict[str, Any]:
    """Return all that is known of an event."""
    return {
        "uid": event.uid,
        "title": event.title,
        "kind": event.kind,
        "when": _when(event.when),
        "confidence": round(event.confidence, 3),
        "sources": event.sources,
        "names": list(event.names),
        "conflicts": [{**_dated(c.when), "articles": list(c.articles)} for c in event.conflicts],
        "mentions": [_mention(mention) for mention in event.mentions],
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "article": mention.article,
        "quote": mention.quote,
        "start": mention.start,
        "end": mention.end,
        "title": mention.title,
        "kind": mention.kind,
        "when": _when(mention.when),
        "confidence": round(mention.confidence, 3),
        "names": list(mention.names),
        "timex": _timex(mention.timex) if mention.timex else None,
    }


def _timex(timex: Timex) -> dict[str, Any]:
    shown = {
        "text": timex.text,
        "start": timex.start,
        "end": timex.end,
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        "rule": timex.rule,
    }
    return shown | {name: value for name in ("quant", "freq") if (value := getattr(timex, name))}


def _dated(when: Moment | Interval) -> dict[str, Any]:
    """Return the TIMEX3 value of a date with its modifiers (two for an interval), which the value cannot hold."""
    mods = [end.mod if end else None for end in (when.first, when.last)] if isinstance(when, Interval) else [when.mod]
    return {"value": when.value} | ({"mods": mods} if any(mods) else {})


def _when(when: Moment | Interval | None) -> dict[str, Any] | None:
    if when is None:
        return None
    return {
        **_dated(when),
        "start": when.start,
        "end": when.end,
        "grain": when.grain.name.lower(),
        "edtf": when.edtf,
    }


def load(data: bytes) -> Timeline:
    """Return the timeline of an export; ValueError, with the reason, for what is none."""
    try:
        top = json.loads(data)
        if not isinstance(top, dict) or top.get("timeline") != 1:
            raise ValueError("it does not begin as one")
        articles = top["articles"]
        return Timeline(
            tuple(_read_event(event) for event in top["events"]),
            tuple(_read_article(article) for article in articles),
            {a["id"]: a["lead"] for a in articles if a["lead"] is not None},
            {a["id"]: a["story"] for a in articles if a["story"] is not None},
            tuple(Skipped(s["source"], s["reason"]) for s in top["skipped"]),
        )
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError) as error:
        raise ValueError(f"not an export of timeline: {error}") from error


def is_export(data: bytes) -> bool:
    """Tell from its first bytes whether a file is an export of this view."""
    return re.match(rb'\s*\{\s*"timeline":\s*1\s*,', data) is not None


def _read_article(a: Mapping[str, Any]) -> Article:
    return Article(
        a["id"],
        a["title"],
        a.get("text", ""),
        _read_published(a["published"]) if a["published"] else None,
        a["source"],
        a.get("url", ""),
        a["publisher"],
        a["language"],
        tuple(Dropped(d["start"], d["end"], d["reason"]) for d in a.get("dropped", ())),
    )


def _read_published(p: Mapping[str, Any]) -> Published:
    earliest, latest = (_moment(p[name]) if p[name] else None for name in ("earliest", "latest"))
    return Published(earliest, latest, p["origin"], p["confidence"], p.get("note", ""))


def _read_event(e: Mapping[str, Any]) -> Event:
    return Event(
        e["uid"],
        e["title"],
        e["kind"],
        _read_when(e["when"]) if e["when"] else None,
        e["confidence"],
        tuple(_read_mention(mention) for mention in e["mentions"]),
        tuple(Conflict(_read_when(c), tuple(c["articles"])) for c in e["conflicts"]),
        e.get("sources", len(e["mentions"])),
    )


def _read_mention(m: Mapping[str, Any]) -> Mention:
    return Mention(
        m["article"],
        m["start"],
        m["end"],
        m["quote"],
        m["title"],
        m["kind"],
        _read_timex(m["timex"]) if m["timex"] else None,
        _read_when(m["when"]) if m.get("when") else None,
        tuple(m.get("names", ())),
        m.get("confidence", 1.0),
    )


def _read_timex(t: Mapping[str, Any]) -> Timex:
    return Timex(t["start"], t["end"], t["text"], read_value(t), t["rule"])


def read_value(t: Mapping[str, Any]) -> When:
    """Return what the type, value, mod, quant and freq of an expression say; ValueError when they say nothing."""
    when = parse(t["value"], repeats=t["type"] == "SET", mod=t.get("mod"))
    return Repeat(when.every, t.get("quant"), t.get("freq")) if isinstance(when, Repeat) else when


def _read_when(w: Mapping[str, Any]) -> Moment | Interval:
    when = parse(w["value"])
    mods = w.get("mods") or [None, None]
    if isinstance(when, Interval):
        first, last = (
            end.with_mod(mod) if end else None for end, mod in zip((when.first, when.last), mods, strict=True)
        )
        return Interval(first, last)
    return _checked(when).with_mod(mods[0])


def _moment(value: str) -> Moment:
    return _checked(parse(value))


def _checked(when: When) -> Moment:
    if isinstance(when, Moment):
        return when
    raise ValueError(f"{when.value} is no day of the calendar")
