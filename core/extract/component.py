"""How an extractor becomes a spaCy component.

An extractor is a pure function from a ``Doc`` to records. ``register`` wraps it in a
factory, so that anyone can add it to a pipeline of their own::

    nlp.add_pipe("news_timexes")
    nlp("He left on Tuesday.")._.timexes

Records are kept on the Doc as plain dictionaries, because dataclasses on a Doc are lost
in ``DocBin`` and break with several processes; the attribute's getter makes them records
again.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterable
from functools import partial
from operator import attrgetter
from typing import Any, TypeVar

import msgspec
from msgspec.structs import force_setattr
from spacy.language import Language
from spacy.tokens import Doc

from core.extract.foreign import other_language
from core.records import Article, Record

R = TypeVar("R", bound=Record)
ARTICLE_KEY = "dateline.article"
LANGUAGE_KEY = "dateline.language"
Finder = Callable[[Doc], Iterable[R]]


def article_of(doc: Doc) -> Article:
    """The article that a Doc was made from; for a bare Doc, one of its text alone."""
    stored: dict[str, Any] | None = doc.user_data.get(ARTICLE_KEY)
    return Article(id="", text=doc.text) if stored is None else msgspec.convert(stored, Article)


_last_text: tuple[weakref.ref[Doc], str] | None = None


def text_of(doc: Doc) -> str:
    """``doc.text``, but without joining it from the tokens where the article's own text is at hand.

    A Doc's text never changes, and spaCy joins it anew at every call, which costs more than
    most rules do; it is kept for all extractors that read one Doc after another.
    """
    global _last_text
    last = _last_text  # another thread may put its own there meanwhile
    if last is None or last[0]() is not doc:
        last = _last_text = (weakref.ref(doc), _text(doc))
    return last[1]


def _text(doc: Doc) -> str:
    stored: dict[str, Any] | None = doc.user_data.get(ARTICLE_KEY)
    if stored is None or not len(doc):
        return doc.text
    last = doc[-1]
    whole = len(stored["text"]) == last.idx + len(last) + len(last.whitespace_)
    return model_text(stored["text"]) if whole else doc.text


def _given_text(doc: Doc) -> str:
    """The article's text as given, odd spaces and all; for a bare Doc, its own."""
    stored: dict[str, Any] | None = doc.user_data.get(ARTICLE_KEY)
    return text_of(doc) if stored is None else stored["text"]


def model_text(text: str) -> str:
    """What the model reads: the same text with every odd space a plain one.

    Same length, so offsets hold; a non-breaking space would otherwise be a token of its
    own and split "98 km".
    """
    # To look for each is faster than to translate every character, and most texts have none or one kind.
    for space in _SPACES if not text.isascii() else "":
        if space in text:
            text = text.replace(space, " ")
    return text


_OFFSETS = attrgetter("start_char", "end_char")
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"


def set_article(doc: Doc, article: Article) -> None:
    """Keep ``article`` on the Doc; extractors that learn its date or dateline call this again."""
    doc.user_data[ARTICLE_KEY] = msgspec.to_builtins(article)


_Kept = dict[str, tuple[list[dict[str, Any]], tuple[Any, ...]]]
_last_kept: tuple[weakref.ref[Doc], _Kept] | None = None


def _kept_of(doc: Doc) -> _Kept:
    """Records made for one Doc, by kind, beside the rows that they were made of.

    Extractors read one Doc after another and each other's records over and over; to make
    them anew from their rows cost more than some rules do.
    """
    global _last_kept
    last = _last_kept  # another thread may put its own there meanwhile
    if last is None or last[0]() is not doc:
        last = _last_kept = (weakref.ref(doc), {})
    return last[1]


def records_of(doc: Doc, kind: str, record: type[R]) -> tuple[R, ...]:
    """The records of one kind that an extractor left on the Doc, in text order.

    They are made once of the stored rows and kept as long as these are the same list, of the
    same length; who changes a row sets a new list.
    """
    rows = doc.user_data.get(f"dateline.{kind}")
    if not rows:
        return ()
    kept = _kept_of(doc)
    made = kept.get(kind)
    if made is None or made[0] is not rows or len(made[1]) != len(rows):
        made = kept[kind] = (rows, msgspec.convert(rows, tuple[record, ...]))  # type: ignore[valid-type]
    return made[1]


def stored_records(doc: Doc, kind: str) -> list[dict[str, Any]]:
    """The records of one kind as the Doc keeps them, without the cost of making them records again."""
    rows: list[dict[str, Any]] = doc.user_data.get(f"dateline.{kind}", [])
    return rows


def language_of(doc: Doc) -> str | None:
    """The language of a Doc that is plainly not in English (see ``foreign``), ``None`` for one that is read."""
    known: str | None = doc.user_data.get(LANGUAGE_KEY)
    if known is None:
        known = doc.user_data[LANGUAGE_KEY] = other_language(text_of(doc)) or ""
    return known or None


class Extractor:
    """A pipeline component that runs ``find`` and keeps its records on the Doc.

    The rules are of English: in a text of another language nothing is found.
    """

    def __init__(self, kind: str, find: Finder[Any]) -> None:
        self.kind = kind
        self.find = find

    def __call__(self, doc: Doc) -> Doc:
        """Run the finder; the record texts are cut from the article as given."""
        found = list(self.find(doc)) if language_of(doc) is None else []
        if len(found) > 1:
            found.sort(key=_OFFSETS)
        text = _given_text(doc) if found else ""
        for record in found:
            force_setattr(record, "text", text[record.start_char : record.end_char])
        rows: list[dict[str, Any]] = msgspec.to_builtins(found)
        doc.user_data[f"dateline.{self.kind}"] = rows
        _kept_of(doc)[self.kind] = (rows, tuple(found))
        return doc


def register(name: str, kind: str, record: type[R], find: Finder[R]) -> None:
    """Make ``find`` the spaCy component ``name`` and ``doc._.<kind>`` its records."""
    Doc.set_extension(kind, getter=partial(records_of, kind=kind, record=record), force=True)

    def factory(nlp: Language, name: str) -> Extractor:
        return Extractor(kind, find)

    Language.factory(name, assigns=[f"doc._.{kind}"], func=factory)


class Reviser:
    """A pipeline component that learns something about the article itself, such as its date."""

    def __init__(self, revise: Callable[[Doc], Article]) -> None:
        self.revise = revise

    def __call__(self, doc: Doc) -> Doc:
        """Keep the revised article on the Doc; it has the same text."""
        set_article(doc, self.revise(doc))
        return doc


def register_reviser(name: str, revise: Callable[[Doc], Article]) -> None:
    """Make ``revise`` the spaCy component ``name``: it makes no records, it changes ``doc._.article``."""

    def factory(nlp: Language, name: str) -> Reviser:
        return Reviser(revise)

    Language.factory(name, assigns=["doc._.article"], func=factory)


Doc.set_extension("article", getter=article_of, force=True)
