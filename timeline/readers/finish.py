"""What every article needs after its reader: an id, a language, a date, a title, its debris."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from attrs import evolve

from timeline import language as languages
from timeline.article import Article, Published, content_id
from timeline.readers.dates import written_order
from timeline.readers.debris import find_dropped
from timeline.readers.options import ReadOptions
from timeline.readers.published import find_published, not_after
from timeline.readers.stamps import find_stamps
from timeline.readers.title import find_title

_SAMPLE: Final = 4_000
_TAG: Final = re.compile(r"([A-Za-z]{2,3})(?![A-Za-z])")
_WORD: Final = re.compile(r"[^\W\d_]+")
_OTHER_SCRIPT: Final = re.compile(r"[\u0370-\u1fff\u2e80-\ufdff]{2}")
_DEFAULT: Final = "en"
# Shares of a language's most common words: above the first it is that one, below the second another. In 1,000 English
# news texts the lowest was 0.2; short messages go down to none, so that few words are no reason for another language.
_CERTAIN: Final = 0.2
_CERTAIN_OF_OTHERS: Final = 0.25  # whose neighbours share some of these words: Catalan has a tenth of the Spanish ones
_POSSIBLE: Final = 0.1
_FEW: Final = 12


def finish(article: Article, options: ReadOptions, override: Published | None = None) -> Article:
    """Return the article with all that its text tells about it; `override` outweighs what it states."""
    language = options.language or _code(article.language) or detect_language(article.text)
    day_first = written_order(article.text, article.language or language, options.day_first)
    known = article.id or content_id(article.text)
    article = evolve(article, language=language, id=known, day_first=day_first)
    stamps = find_stamps(article.text, language, day_first=day_first)
    dropped = find_dropped(
        article.text, language, {stamp.line.start: (stamp.start, stamp.end) for stamp in reversed(stamps)}
    )
    stated = override or article.published or find_published(article, stamps)
    published = stated or options.published or not_after(article.url)
    title = article.title or find_title(article.text, dropped, language)
    return evolve(article, published=published, title=title, dropped=dropped)


def _code(language: str) -> str:
    """Return the two or three letters of a language tag such as `en-GB`; "" for what is none."""
    match = _TAG.match(language)
    return match.group(1).lower() if match else ""


def detect_language(text: str) -> str:
    """Return the language of a text as an ISO 639 code, "en" where nothing can be told.

    >>> detect_language("The ferry to the island was closed on Monday, the harbour master said in a note.")
    'en'
    """
    words = [word.casefold() for word in _WORD.findall(text[:_SAMPLE])]
    counts: dict[str, int] = {}
    for language in sorted(languages.available(), key=lambda each: each != _DEFAULT):  # others are seldom loaded
        counts[language] = sum(word in _common(language) for word in words)
        if counts[language] > (_CERTAIN if language == _DEFAULT else _CERTAIN_OF_OTHERS) * len(words):
            return language
    possible = counts[_DEFAULT] > _POSSIBLE * len(words)
    if not _OTHER_SCRIPT.search(text[:_SAMPLE]) and (len(words) < _FEW or possible):
        return max(counts, key=lambda each: counts[each])
    from py3langid import classify  # noqa: PLC0415 - slow to import, and seldom needed

    told = str(classify(text[:_SAMPLE])[0])
    return told if len(told) == 2 else _DEFAULT  # rare languages are told of capitals and names


@cache
def _common(language: str) -> frozenset[str]:
    try:
        return frozenset(languages.load(language, "debris").get("common", ()))
    except LookupError:
        return frozenset()
