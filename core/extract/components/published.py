"""Find the article's own date: given, else stated in the text, else an interval with its evidence."""

from __future__ import annotations

import msgspec
from spacy.tokens import Doc

from core.extract.component import article_of, language_of, register_reviser, text_of
from core.extract.components.timexes import tense_reader
from core.extract.published.deduce import date_text, is_open
from core.isodates import days
from core.records import Article


def date_article(doc: Doc) -> Article:
    """The Doc's article with what is known of its date; a given date stays as it is.

    One in a language that is not read is given that language and no date.
    """
    article = article_of(doc)
    if (language := language_of(doc)) is not None:
        article = msgspec.structs.replace(article, language=article.language or language)
    if is_open(article):
        return article if language else date_text(article, text_of(doc), tense_reader(doc))
    covered = days(article.published)
    if covered is None:
        return article
    return msgspec.structs.replace(
        article,
        published_basis=article.published_basis or "given",
        published_earliest=article.published_earliest or covered[0],
        published_latest=article.published_latest or covered[1],
    )


register_reviser("news_published", date_article)
