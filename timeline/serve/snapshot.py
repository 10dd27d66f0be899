"""One state of what is served: a timeline and its renderings, each made once."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections import OrderedDict
from datetime import datetime
from threading import Lock
from typing import Final

from attrs import evolve, frozen

from timeline.event import Timeline
from timeline.serve.query import Query
from timeline.views import VIEWS
from timeline.views.options import ViewOptions
from timeline.views.schedule import slot
from timeline.views.select import select
from timeline.views.withdrawn import Withdrawn

FORMS: Final = {"timeline.ics": "ics", "timeline.json": "json", "": "html"}
_KEPT: Final = 100  # renderings in memory
_EVENT: Final = re.compile(rb"(?=^BEGIN:VEVENT\r\n)", re.MULTILINE)
_END: Final = b"END:VCALENDAR\r\n"


@frozen
class Answer:
    """A body in both encodings, with the strong validator of its plain form."""

    body: bytes
    zipped: bytes
    etag: str
    media_type: str

    @classmethod
    def of(cls, body: bytes, media_type: str) -> Answer:
        """Return the answer with this body."""
        etag = hashlib.blake2b(body, digest_size=12).hexdigest()
        return cls(body, gzip.compress(body, 6, mtime=0), etag, media_type)


class Snapshot:
    """A timeline as it is served; `calendar` is the whole feed, a revision of the one before it (`state`)."""

    def __init__(self, timeline: Timeline, options: ViewOptions, modified: datetime, state: bytes | None) -> None:
        """Render what everybody asks for; ValueError when the state is no calendar of ours."""
        self.timeline, self.modified = timeline, modified
        self._options = options
        self.calendar = VIEWS["ics"].render(timeline, evolve(options, state=state))
        _, *blocks = _EVENT.split(self.calendar.removesuffix(_END))
        placed = [event.uid for event in timeline.events if slot(event.when, options.approximate)]
        self._blocks = dict(zip(placed, blocks, strict=False))
        self._cancelled = [Withdrawn.of(block) for block in blocks[len(placed) :]]
        self._answers: OrderedDict[tuple[str, str], Answer] = OrderedDict()
        self._lock = Lock()
        for name in FORMS:
            self.answer(name, Query.of(()))

    def known(self, name: str, query: Query) -> Answer | None:
        """Return the answer if it is in memory."""
        return self._answers.get((name, query.text))

    def answer(self, name: str, query: Query) -> Answer:
        """Return the answer to a request, rendered at the first time; the oldest are forgotten."""
        key = name, query.text
        with self._lock:
            if key not in self._answers:
                self._answers[key] = self._render(name, query)
                if len(self._answers) > _KEPT:
                    self._answers.pop(next(each for each in self._answers if each[1]))
            return self._answers[key]

    def _render(self, name: str, query: Query) -> Answer:
        form = FORMS[name]
        kept = select(self.timeline, query.selection)
        suffix = f"?{query.text}" if query.text else ""
        if form == "ics":
            empty = evolve(self._options, address=f"{self._options.address}{name}{suffix}")
            head = VIEWS["ics"].render(Timeline((), ()), empty).removesuffix(_END)
            events = [self._blocks[event.uid] for event in kept.events if event.uid in self._blocks]
            gone = [each.block for each in self._cancelled if each.may_be_in(query.selection, self.timeline)]
            body = b"".join((head, *events, *gone, _END))
        else:
            body = VIEWS[form].render(kept, evolve(self._options, query=query.text))
        return Answer.of(body, f"{VIEWS[form].media_type}; charset=utf-8")
