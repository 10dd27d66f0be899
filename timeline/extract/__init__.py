"""What an article tells: its dated statements as mentions, its news and its story."""

from timeline.extract.told import Told, extract

__all__ = ["Told", "extract"]
