"""Many articles at once, where one bad article costs only itself."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from spacy.language import Language

from core.errors import ExtractError
from core.extract.pipeline import enrich
from core.records import Article, EnrichedArticle

log = logging.getLogger(__name__)


def enrich_batch(nlp: Language, batch: Sequence[Article]) -> list[EnrichedArticle | ExtractError]:
    """Enrich a batch at once; when that fails, one by one, to find whose fault it is."""
    try:
        return list(enrich(nlp, batch))
    except Exception as error:
        log.debug("a batch failed and is done one by one: %r", error)
    return [_enrich_one(nlp, article) for article in batch]


def _enrich_one(nlp: Language, article: Article) -> EnrichedArticle | ExtractError:
    try:
        return next(iter(enrich(nlp, [article])))
    except Exception as error:
        return ExtractError(article.id, f"{type(error).__name__}: {error}".strip().splitlines()[0])
