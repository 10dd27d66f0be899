"""Explanations in words: why an expression has its value, and how an event came to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from timeline.article import Article
from timeline.event import Event, Mention, Timeline
from timeline.merge.evidence import Evidence, evidence
from timeline.views.dates import in_words, published_in_words
from timeline.views.sources import name_of
from timeline.views.text import cut, line

if TYPE_CHECKING:
    from timeline.explain import Explanation

_QUOTE: Final = 400  # characters
_DROPPED: Final = 70  # characters
_FIRST: Final = 2  # stretches dropped for one reason that are shown


def expressions(explanations: Sequence[Explanation]) -> str:
    """Return, for each expression, its tokens, rule, operator, anchor and value."""
    return "\n".join("\n".join(_expression(explanation)) + "\n" for explanation in explanations)


def _expression(explanation: Explanation) -> Iterator[str]:
    yield line(explanation.text)
    yield "  tokens    " + "  ".join(f"{line(words)} ({types})" for words, types in explanation.tokens)
    yield f"  rule      {explanation.rule}"
    yield f"  operator  {explanation.operator}(" + ", ".join(f"{n}={v}" for n, v in explanation.arguments) + ")"
    yield "  anchor    " + "; ".join(f"{name}: {line(value)}" for name, value in explanation.anchor)
    timex = explanation.timex
    if timex is None:
        yield "  value     none: it is no date here"
        return
    more = "".join(f" {name}={value}" for name in ("mod", "quant", "freq") if (value := getattr(timex, name)))
    yield f"  value     {timex.type} {timex.value}{more}"
    if timex.note:
        yield f"  note      it {timex.note}"


def event(timeline: Timeline, told: Event) -> str:
    """Return how an event came to be: its mentions, why they are one, why this date, and what was dropped."""
    articles = {article.id: article for article in timeline.articles}
    tellers = [articles[id_] for id_ in told.articles if id_ in articles]
    parts = [
        _head(told),
        *(_mention(mention, articles.get(mention.article)) for mention in told.mentions),
        *_joined(timeline, told),
        *_dated(told, articles),
        *_of_kind(told),
        *_roles(timeline, told, tellers),
        *_dropped(tellers),
    ]
    return "\n\n".join(parts) + "\n"


def _head(told: Event) -> str:
    value = f" ({told.when.value}, EDTF {told.when.edtf})" if told.when else ""
    return (
        f"{line(told.title)}\n{in_words(told.when)}{value}\n"
        f"uid {line(told.uid)}, {told.kind}, confidence {told.confidence:.2f},"
        f" {told.sources} independent source{'' if told.sources == 1 else 's'}"
    )


def _mention(mention: Mention, article: Article | None) -> str:
    known = ""
    if article:
        published = article.published
        sure = f", {published.origin} {published.confidence:.2f}" if published else ""
        sure += f": {line(published.note)}" if published and published.note else ""
        day = published_in_words(published, bare=True) or "unknown"
        known = f"{name_of(article)} ({line(article.source)}), published {day}{sure}"
    lines = [known or line(mention.article), f"  “{cut(mention.quote, _QUOTE)}”"]
    if mention.timex:
        lines.append(f"  “{line(mention.timex.text)}” is {mention.timex.value}, by the rule {mention.timex.rule}")
    elif mention.when:
        lines.append("  has no date of its own: the day is carried over from beside it")
    lines.append(f"  taken as {mention.kind}, {in_words(mention.when)}, confidence {mention.confidence:.2f}")
    return "\n".join(lines)


def _joined(timeline: Timeline, told: Event) -> Iterator[str]:
    """Yield what binds each mention to the earlier one that it is most like."""
    if len(told.mentions) < 2:
        return
    lines = [f"{len(told.mentions)} mentions are one event; how alike they are, from 0 (no telling word shared) to 1:"]
    yield "\n".join([*lines, *map(_bound, evidence(timeline, told))])


def _bound(found: Evidence) -> str:
    """Return what binds a mention to the one that it is most like."""
    pair = f"  “{line(found.mention.title)}” and “{line(found.like.title)}”"
    words = ", ".join(f"“{line(word)}”" for word in found.words)
    if not words:
        return f"{pair}: one article tells both of this time"
    if found.own:
        return f"{pair}: {found.likeness:.2f}, sharing {words}"
    return f"{pair}: their articles tell one story, {found.likeness:.2f} alike, sharing {words}"


def _dated(told: Event, articles: dict[str, Article]) -> Iterator[str]:
    if told.when is None:
        return
    said = Counter(in_words(mention.when) for mention in told.mentions)
    among = ", ".join(f"{when} ×{n}" for when, n in said.most_common())
    lines = [f"The date is {in_words(told.when)}" + (f", of {among}." if len(told.mentions) > 1 else ".")]
    for conflict in told.conflicts:
        sayers = ", ".join(name_of(articles[id_]) for id_ in conflict.articles if id_ in articles)
        lines.append(f"≠ {in_words(conflict.when)}, says {sayers}")
    yield "\n".join(lines)


def _of_kind(told: Event) -> Iterator[str]:
    """Yield why it is of its kind where its mentions are of several."""
    kinds = Counter(mention.kind for mention in told.mentions)
    if len(kinds) > 1:
        why = "what is told as done is planned no more" if told.kind == "happened" else "most speaks for it"
        yield f"Its kind is {told.kind}, of {', '.join(f'{kind} ×{n}' for kind, n in kinds.most_common())}: {why}."


def _roles(timeline: Timeline, told: Event, tellers: Sequence[Article]) -> Iterator[str]:
    behind = {id_: uid for id_, uid in timeline.stories.items() if timeline.leads.get(id_) != uid}
    for role, uids in (("the news", timeline.leads), ("the story behind the news", behind)):
        names = [name_of(article) for article in tellers if uids.get(article.id) == told.uid]
        if names:
            yield f"It is {role} of {', '.join(names)}."


def _dropped(tellers: Sequence[Article]) -> Iterator[str]:
    for article in tellers:
        stretches: dict[str, list[str]] = {}
        for each in article.dropped:
            stretches.setdefault(each.reason, []).append(cut(article.text[each.start : each.end], _DROPPED))
        if stretches:
            lines = [
                f"  {reason}{f' ×{len(texts)}' if len(texts) > 1 else ''}: {'; '.join(dict.fromkeys(texts[:_FIRST]))}"
                for reason, texts in stretches.items()
            ]
            yield "\n".join([f"Dropped from {name_of(article)}:", *lines])
