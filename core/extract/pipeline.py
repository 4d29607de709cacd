"""The pipeline: load the model, make a Doc of an article, run the extractors in order."""

from __future__ import annotations

import atexit
import gc
import importlib
from collections.abc import Iterable, Iterator

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from core.errors import ModelError
from core.extract.component import article_of, records_of, set_article
from core.extract.component import model_text as model_text  # also part of this module's interface
from core.extract.matmul import use_fastest_product
from core.extract.version import MODELS
from core.memory import give_back
from core.records import RECORD_TYPES, Article, EnrichedArticle
from core.settings import MODEL

EXTRACTORS: tuple[str, ...] = (
    "news_entities",
    "news_toponyms",
    "news_published",
    "news_timexes",
    "news_quantities",
    "news_attributions",
    "news_claims",
    "news_events",
    "news_checks",
)
"""In running order: each may read what those before it left on the Doc."""

UNUSED: tuple[str, ...] = ("lemmatizer", "attribute_ruler")
"""Left out of the model: cue forms stand in a table, so no rule needs lemmas or coarse tags."""

Part = tuple[str, tuple[Article, int]]
"""A part of an article's text, the article, and the number of characters after the part."""

BATCH_SIZE = 32
MAX_PART_CHARS = 30_000
"""Longer articles are parsed in parts."""
MAX_BATCH_CHARS = 30_000
"""No more are with the model at once: it takes about 3 KB of memory for each until it is done with all."""


def load(model: str | None = None) -> Language:
    """Load the model and add every extractor.

    ``model`` is the name of an installed spaCy package; by default the setting, else the
    first of ``MODELS`` that is installed. Raises ``ModelError`` when there is none.
    """
    nlp = _load_model(model or MODEL.get() or None)
    use_fastest_product(nlp)
    for name in EXTRACTORS:
        importlib.import_module(f"core.extract.components.{name.removeprefix('news_')}")
        nlp.add_pipe(name)
    _keep_for_good()
    return nlp


def _keep_for_good() -> None:
    """Let the garbage collector pass over what is loaded.

    The model and its words are a hundred thousand objects that stay; every full collection
    while articles are read would visit them all, and took as long as 500 words.
    """
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)  # at the end it takes all down as ever: some packages complain of what is left


def _load_model(name: str | None) -> Language:
    for candidate in (name,) if name else MODELS:
        if spacy.util.is_package(candidate):
            return spacy.load(candidate, exclude=UNUSED)
    wanted = name or " or ".join(MODELS)
    raise ModelError(f"no spaCy model {wanted} is installed; run: pip install -r requirements.txt")


def make_doc(nlp: Language, article: Article) -> Doc:
    """Tokenize an article and keep it on the Doc."""
    doc = nlp.make_doc(model_text(article.text))
    set_article(doc, article)
    return doc


def enrich(nlp: Language, articles: Iterable[Article]) -> Iterator[EnrichedArticle]:
    """Enrich articles one after another, in order."""
    for doc in parse(nlp, articles):
        for name in EXTRACTORS:
            doc = nlp.get_pipe(name)(doc)
        yield to_records(doc)


def parse(nlp: Language, articles: Iterable[Article]) -> Iterator[Doc]:
    """Run the model alone: one Doc an article, in order, before any extractor."""
    parts = ((part, (a, left)) for a in articles for part, left in _parts(a.text))
    parsed = (pair for batch in _batches(parts) for pair in _parse_batch(nlp, batch))
    waiting: list[Doc] = []
    for doc, (article, left) in parsed:
        waiting.append(doc)
        if left == 0:
            whole = waiting[0] if len(waiting) == 1 else Doc.from_docs(waiting, ensure_whitespace=False)
            assert whole is not None
            set_article(whole, article)
            waiting = []
            yield whole


def _batches(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """Parts in order, as many as may be with the model at once."""
    batch: list[Part] = []
    size = 0
    for part in parts:
        if batch and (len(batch) == BATCH_SIZE or size + len(part[0]) > MAX_BATCH_CHARS):
            yield batch
            batch, size = [], 0
        batch.append(part)
        size += len(part[0])
    if batch:
        yield batch


def _parse_batch(nlp: Language, batch: list[Part]) -> Iterator[tuple[Doc, tuple[Article, int]]]:
    made = ((nlp.make_doc(model_text(part)), of) for part, of in batch)
    for doc, of in nlp.pipe(made, as_tuples=True, batch_size=BATCH_SIZE, disable=EXTRACTORS):
        doc.tensor = doc.tensor[:0]  # what the model saw: no extractor asks for it, and it is most of a Doc
        yield doc, of
    if any(len(article.text) > MAX_PART_CHARS for _, (article, _) in batch):
        give_back()  # else what the whole article needs next comes on top of what the model took for each part


def _parts(text: str) -> Iterator[tuple[str, int]]:
    """Cut a long text after a line feed, or after a space where no line feed is near.

    Yields each part with the number of characters after it.
    """
    start = 0
    while len(text) - start > MAX_PART_CHARS:
        window = text[start : start + MAX_PART_CHARS]
        cut = max(window.rfind("\n", MAX_PART_CHARS // 2), 0) or max(window.rfind(" ", MAX_PART_CHARS // 2), 0)
        end = start + (cut + 1 if cut else MAX_PART_CHARS)
        yield text[start:end], len(text) - end
        start = end
    yield text[start:], 0


def to_records(doc: Doc) -> EnrichedArticle:
    """What the extractors left on the Doc, as one enriched article."""
    found = {kind: records_of(doc, kind, record) for kind, record in RECORD_TYPES.items()}
    return EnrichedArticle(article=article_of(doc), **found)  # type: ignore[arg-type]
