"""What the reader is told by the user."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from timeline.article import Published


@frozen
class ReadOptions:
    """How inputs are read.

    `published` dates the articles that state no date; `overrides` (file -> date) outweigh what an article states: a
    file is named by its path or the end of it.
    `format` names a reader of READERS, "" to look at the input; `language` is that of all articles, "" to detect it;
    `zone` ("+09:00", "Z") belongs to publication times that state none; `day_first` tells how 4/5/2025 is written, None
    leaves it to the articles. With `file_dates` a file's time of change dates what nothing else does.
    """

    published: Published | None = None
    overrides: Mapping[str, Published] = field(factory=dict)
    format: str = ""
    language: str = ""
    zone: str = ""
    day_first: bool | None = None
    file_dates: bool = False

    def override(self, name: str) -> Published | None:
        """Return the date that is given to a file, that of the longest name for it.

        >>> ReadOptions(overrides={"a.txt": Published(None, None, "given", 1.0)}).override("news/ba.txt")
        """
        named = [file for file in self.overrides if is_named(name, file)]
        return self.overrides[max(named, key=len)] if named else None


def is_named(path: str, file: str) -> bool:
    """Tell whether a file's name is a path or the end of it.

    >>> is_named("news/a.txt", "a.txt"), is_named("news/a.txt", "news/a.txt"), is_named("news/ba.txt", "a.txt")
    (True, True, False)
    """
    return f"/{path}".endswith(f"/{file}")
