"""Who published an article, and where it stands on the web."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from timeline.article import Article, unarchived
from timeline.views.text import cut, line

_WEB: Final = re.compile(r"https?://(?:[^/?#@]*@)?(?:www\.)?([^/?#:\[\]\s]+)", re.IGNORECASE)

_NAME: Final = 40  # characters


def name_of(article: Article) -> str:
    """Return who publishes an article: the publisher, else the address's host, else the file, else its id.

    Not the archive that holds a copy of it, though the link goes there.
    """
    host = _WEB.match(unarchived(web_address(article)))
    file, _, _ = line(article.source.rpartition("/")[2]).partition(".")
    return cut(line(article.publisher) or (host[1] if host else file) or article.id, _NAME)


def web_address(article: Article) -> str:
    """Return the address of an article on the web, percent-encoded; empty when it has none."""
    for address in (article.url, article.source):
        if _WEB.match(address):
            return quote(line(address).replace(" ", "%20"), safe="%/:=&?~#+!$,;'@()*[]")
    return ""
