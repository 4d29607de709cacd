"""Bytes -> an XML tree, from a source that may mean harm. Nothing outside the bytes is ever read."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.parsers import expat

from core.errors import ReadError

MOST_BYTES = 20_000_000
"""A tree takes ten times the memory of its bytes."""


def tree(raw: bytes, name: str) -> ElementTree.Element:
    """The root of a document. Raises ``ReadError``, naming it ``name``, when it is none, too large, or declares entities.

    Entities of a document's own can grow without end ("a billion laughs"); neither feeds nor
    Word documents need any. They are looked for by the parser, which knows every encoding.
    """
    if len(raw) > MOST_BYTES:
        raise ReadError(name, f"more than {MOST_BYTES // 1_000_000} MB of XML")

    def refuse(*_: object) -> None:
        raise ReadError(name, "declares entities of its own, which could grow without end")

    guard = expat.ParserCreate()
    guard.EntityDeclHandler = refuse
    try:
        guard.Parse(raw, True)
        return ElementTree.fromstring(raw)
    except (expat.ExpatError, ElementTree.ParseError, LookupError, ValueError) as error:
        raise ReadError(name, f"no XML that can be read ({error})") from error


def local(element: ElementTree.Element) -> str:
    """An element's name without its namespace; empty for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
