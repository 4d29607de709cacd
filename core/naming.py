"""What to call an article in a list: its title, else its first words, marked as such.

The title of an article that has none stays unknown; its first words stand in for it where a
person has to tell articles apart, in quotation marks because they are the text's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.records import Article

MOST = 64
"""Characters of an opening."""
LOOKED_AT = 400
"""Characters of a text that an opening is made from."""


def opening(text: str) -> str | None:
    """The first words of a text, in quotation marks: ``“The bridge at the old mill fell …”``.

    It ends with the first line where that is short, which is then a headline more often than not.
    """
    looked_at = text[:LOOKED_AT]
    first = next((line for line in looked_at.splitlines() if line.strip()), "")
    words = " ".join(first.split())
    if not words:
        return None
    if len(words) > MOST:
        cut = words[: MOST + 1].rpartition(" ")[0]
        words = (cut if len(cut) > MOST // 2 else words[:MOST]).rstrip(",;:–—- ")
    return f"“{words} …”" if len(words) < len(" ".join(looked_at.split())) else f"“{words}”"


def article_name(row: Mapping[str, Any]) -> str:
    """What to call the article of a row: its ``title``, else its ``opening``, else its id (``article_id``, or ``id`` of an article's own row)."""
    for value in (row.get("title"), row.get("opening"), row.get("article_id"), row.get("id")):
        if isinstance(value, str) and value.strip():
            return value
    return ""


def name_of(article: Article) -> str:
    """The same from an article that is at hand with its text."""
    return article_name({"title": article.title, "opening": opening(article.text), "id": article.id})
