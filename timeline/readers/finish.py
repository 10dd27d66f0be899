"""What every article needs after its reader: an id, a language, a date, a title, its debris."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from attrs import evolve

from timeline import language as languages
from timeline.article import Article, Published, content_id
from timeline.readers.debris import find_dropped
from timeline.readers.options import ReadOptions
from timeline.readers.published import find_published, find_stamps, not_after
from timeline.readers.title import find_title

_SAMPLE: Final = 4_000
_WORD: Final = re.compile(r"[^\W\d_]+")


def finish(article: Article, options: ReadOptions, override: Published | None = None) -> Article:
    """Return the article with all that its text tells about it; `override` outweighs what it states."""
    language = options.language or article.language or detect_language(article.text)
    article = evolve(article, language=language, id=article.id or content_id(article.text))
    stamps = find_stamps(article.text, language)
    dropped = find_dropped(article.text, language, [stamp.line for stamp in stamps])
    stated = override or article.published or find_published(article, stamps)
    published = stated or options.published or not_after(article.url)
    title = article.title or find_title(article.text, dropped)
    return evolve(article, published=published, title=title, dropped=dropped)


def detect_language(text: str) -> str:
    """Return the language of a text as an ISO 639 code, "en" where nothing can be told.

    >>> detect_language("The ferry to the island was closed on Monday, the harbour master said in a note.")
    'en'
    """
    words = [word.casefold() for word in _WORD.findall(text[:_SAMPLE])]
    for language in languages.available():
        common = _common(language)
        if sum(word in common for word in words) > 0.2 * len(words) + 1:
            return language
    if len(words) < 5 and not re.search(r"[^\W\d_]{20}|[\u0400-\uffff]", text[:_SAMPLE]):
        return "en"
    from py3langid import classify  # noqa: PLC0415 - slow to import, and seldom needed

    return str(classify(text[:_SAMPLE])[0])


@cache
def _common(language: str) -> frozenset[str]:
    try:
        return frozenset(languages.load(language, "debris").get("common", ()))
    except LookupError:
        return frozenset()
