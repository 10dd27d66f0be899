"""The state that is being served, and its renewal when the inputs change."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from timeline.event import Timeline
from timeline.serve.snapshot import Snapshot
from timeline.serve.watch import newest, signature
from timeline.views.options import ViewOptions

_LOG: Final = logging.getLogger(__name__)


class Store:
    """Holds the present snapshot; `renew` puts another in its place, whole.

    `build` tells the timeline of the paths anew, `keep` is given each new calendar (to be written to a state file).
    """

    def __init__(
        self,
        paths: Sequence[str],
        build: Callable[[], Timeline],
        options: ViewOptions,
        state: bytes | None = None,
        keep: Callable[[bytes], None] = lambda _: None,
    ) -> None:
        """Make the first snapshot; ValueError when the state is no calendar of ours."""
        self._paths, self._build, self._options, self._keep = paths, build, options, keep
        self._seen = self._last = signature(paths)
        self.snapshot = self._made(build(), state, None)

    def renew(self) -> bool:
        """Make a new snapshot if the inputs have changed, then stayed the same since the last look, and tell news."""
        now = signature(self._paths)
        settled, self._last = now == self._last, now
        if now == self._seen or not settled:
            return False
        self._seen = now
        try:
            timeline = self._build()
            if timeline == self.snapshot.timeline:  # a file beside the articles, such as the state itself
                return False
            self.snapshot = self._made(timeline, self.snapshot.calendar, self.snapshot.modified)
        except (OSError, ValueError) as error:
            _LOG.warning("the timeline stays as it was: %s", error)
            return False
        return True

    def _made(self, timeline: Timeline, state: bytes | None, before: datetime | None) -> Snapshot:
        changed = datetime.fromtimestamp(int(newest(self._seen)) or datetime.now(UTC).timestamp(), UTC)
        if before is not None:  # a file that comes with an old time stamp is news all the same
            changed = max(changed, before + timedelta(seconds=1))
        snapshot = Snapshot(timeline, self._options, changed, state)
        self._keep(snapshot.calendar)
        return snapshot
