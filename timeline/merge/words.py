"""The words by which texts are compared, with what is common in their language left out."""

from __future__ import annotations

from functools import cache

from timeline.merge.similarity import Tokenizer
from timeline.statements import statements


@cache
def tokenizer(language: str, stem: int | None = None) -> Tokenizer:
    """Return the tokenizer of a language."""
    return Tokenizer(statements(language).common, stem)
