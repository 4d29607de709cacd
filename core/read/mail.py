"""E-mail (RFC 5322): the body as the text, subject, sender and date as what was given with it."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from contextlib import suppress
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path

from core.errors import ReadError
from core.read.decode import checked
from core.read.markup import parse
from core.read.metadata import Given, article, sidecar
from core.read.stamps import day_given
from core.records import Article

_FIELD = re.compile(rb"^(?:content-[a-z-]{1,40}|from|subject|date|organization):.*(?:\r?\n[ \t].*)*", re.IGNORECASE | re.MULTILINE)
"""A field that is read, over all its lines."""
MOST_HEADER = 10_000
"""Characters of one field at a message's head: what reads them takes time by their square, and a subject has 100."""
MOST_NAMED = 5
"""Attachments that a message names."""


def read(path: Path) -> Iterator[Article]:
    """Read one message. Raises ``ReadError`` when it has no text."""
    name = str(path)
    try:
        message = email.message_from_bytes(_short_headed(path.read_bytes(), name), policy=email.policy.default)
        text, given = _body(message), _given(message)
        beside = [] if text.strip() else _attached(message)
    except (LookupError, ValueError, AttributeError, TypeError, IndexError, RecursionError, MessageError) as error:
        raise ReadError(name, "no e-mail that can be read") from error
    if beside:
        raise ReadError(name, f"no text of its own, but attachments: save and add {', '.join(beside)}")
    yield article(path.stem, checked(text, name), given | sidecar(path), name)


def _short_headed(raw: bytes, name: str) -> bytes:
    if any(field.end() - field.start() > MOST_HEADER for field in _FIELD.finditer(raw)):
        raise ReadError(name, f"no e-mail that can be read: a field at its head has more than {MOST_HEADER:,} characters")
    return raw


def _body(message: EmailMessage) -> str:
    """The plain text, else the markup's; what is attached is none of it."""
    for kind in ("plain", "html"):
        part = message.get_body((kind,))
        content = _content(part) if isinstance(part, EmailMessage) else ""
        if part is not None and kind == "html":
            content = parse(content).text()
        elif part is not None and str(part.get_param("format", "")).lower() == "flowed":
            content = _unflowed(content, str(part.get_param("delsp", "")).lower() == "yes")
        if content.strip():
            return content
    return ""


def _content(part: EmailMessage) -> str:
    """The letters of a part, in the encoding that it names, else UTF-8, else Windows-1252."""
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return ""
    with suppress(LookupError, UnicodeDecodeError):  # an encoding that nobody knows, or not that of the letters
        return raw.decode(str(part.get_content_charset("ascii")))
    with suppress(UnicodeDecodeError):
        return raw.decode()
    return raw.decode("cp1252", errors="replace")


def _unflowed(text: str, delete_space: bool) -> str:
    """Lines that were broken only to be sent made whole (RFC 3676): each ends with a space."""
    whole: list[str] = []
    flows = False
    for line in text.splitlines():
        unstuffed = line.removeprefix(" ")
        if flows and not line.startswith(">") and unstuffed != "-- ":
            whole[-1] = (whole[-1][:-1] if delete_space else whole[-1]) + unstuffed
        else:
            whole.append(unstuffed)
        flows = unstuffed.endswith(" ") and unstuffed != "-- "
    return "\n".join(whole)


def _attached(message: EmailMessage) -> list[str]:
    found = [" ".join((part.get_filename() or part.get_content_type()).split()) for part in message.iter_attachments()]
    return [*found[:MOST_NAMED], *([f"and {len(found) - MOST_NAMED} more"] * (len(found) > MOST_NAMED))]


def _given(message: EmailMessage) -> Given:
    sender, address = parseaddr(str(message.get("From", "")))
    found = {"title": str(message.get("Subject", "")), "byline": sender or address, "outlet": str(message.get("Organization", ""))}
    found |= {"language": str(message.get("Content-Language", "")), "published": day_given(str(message.get("Date", "")))}
    return {field: " ".join(value.split()) for field, value in found.items() if value.strip()}
