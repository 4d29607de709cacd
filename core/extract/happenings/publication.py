"""The article's own publication, as an event on the printed clock."""

from __future__ import annotations

import re

from core.extract.dateline import Dateline
from core.records import Article, Event, Span, record_id

_FIRST_WORD = re.compile(r"\w{1,200}|\S")


def publication(article: Article, dateline: Dateline | None) -> Event | None:
    """When the article came out; ``None`` while nothing is known of its date.

    It stands on the dateline, else on the first word: the text has no other place for it.
    """
    place = _place(article, dateline)
    if place is None or not (article.published_earliest or article.published_latest or article.published):
        return None
    begin = article.published or article.published_earliest
    end = article.published or article.published_latest
    return Event(
        id=record_id("publication", *place),
        start_char=place[0],
        end_char=place[1],
        text="",
        rule=f"event.published.{article.published_basis or 'given'}",
        trigger=place,
        lemma="publish",
        interval_begin=begin,
        interval_end=end,
        precision="day" if begin == end else "vague",
        clock="printed",
    )


def _place(article: Article, dateline: Dateline | None) -> Span | None:
    if dateline is not None:
        return dateline.place
    word = _FIRST_WORD.search(article.text, 0, 2000)
    return word.span() if word else None
