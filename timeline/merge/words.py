"""The words by which texts are compared, with what is common in their language left out."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from timeline.event import Mention
from timeline.merge.similarity import Tokenizer
from timeline.statements import statements


class Said(NamedTuple):
    """The words of a mention: of its title, and of the sentence that it stands in."""

    title: list[str]
    quote: list[str]


@cache
def tokenizer(language: str) -> Tokenizer:
    """Return the tokenizer of a language."""
    words = statements(language)
    return Tokenizer(words.common, words.same)


def said_by(mention: Mention, language: str) -> Said:
    """Return the words of a mention."""
    tokens, in_one_word = tokenizer(language), statements(language).in_one_word
    return Said(tokens(in_one_word(mention.title)), tokens(in_one_word(mention.quote)))
