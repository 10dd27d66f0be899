"""One happening told by several articles, shown once."""

from timeline.merge.build import build, merge

__all__ = ["build", "merge"]
