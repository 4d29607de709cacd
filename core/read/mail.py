"""E-mail (RFC 5322): the body as the text, subject, sender and date as what was given with it."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path

from core.errors import ReadError
from core.read.decode import checked
from core.read.markup import parse
from core.read.metadata import Given, article, sidecar
from core.read.stamps import day_given
from core.records import Article


def read(path: Path) -> Iterator[Article]:
    """Read one message. Raises ``ReadError`` when it has no text."""
    name = str(path)
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    try:
        text, given = _body(message), _given(message)
    except (LookupError, ValueError, AttributeError, TypeError, IndexError) as error:
        raise ReadError(name, "no e-mail that can be read") from error
    yield article(path.stem, checked(text, name), given | sidecar(path), name)


def _body(message: EmailMessage) -> str:
    part = message.get_body(("plain", "html"))
    content = str(part.get_content()) if part is not None else ""
    return parse(content).text() if part is not None and part.get_content_subtype() == "html" else content


def _given(message: EmailMessage) -> Given:
    sender, address = parseaddr(str(message.get("From", "")))
    found = {"title": str(message.get("Subject", "")), "byline": sender or address, "outlet": str(message.get("Organization", ""))}
    found |= {"language": str(message.get("Content-Language", "")), "published": day_given(str(message.get("Date", "")))}
    return {field: " ".join(value.split()) for field, value in found.items() if value.strip()}
