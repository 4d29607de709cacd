"""Rich Text Format (.rtf), as databases of news export it: striprtf takes the words out of the markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from core.errors import ReadError
from core.read.decode import checked
from core.read.metadata import article, sidecar
from core.records import Article

MOST_BYTES = 10_000_000
_PICTURE = re.compile(rb"(?<![0-9A-Fa-f\s])[0-9A-Fa-f\s]{2000,}")
"""Pictures are written out in figures. Sought where such a run begins only, for else its length would count squared."""


def read(path: Path) -> Iterator[Article]:
    """Read one document and the sidecar beside it. Raises ``ReadError`` on one that has no text to give."""
    name = str(path)
    raw = path.read_bytes()
    if not raw.strip():
        raise ReadError(name, "empty")
    if not raw.lstrip().startswith(b"{\\rtf"):
        raise ReadError(name, "no RTF that can be read")
    raw = _PICTURE.sub(b"", raw)
    if len(raw) > MOST_BYTES:
        raise ReadError(name, f"more than {MOST_BYTES // 1_000_000} MB of RTF without its pictures")
    yield article(path.stem, checked(_text(raw, name), name), sidecar(path), name)


def _text(raw: bytes, name: str) -> str:
    from striprtf.striprtf import rtf_to_text

    try:
        text: str = rtf_to_text(raw.decode("cp1252", errors="replace"), errors="replace")  # type: ignore[no-untyped-call]
    except Exception as error:  # broken markup fails in as many ways as it can be broken
        raise ReadError(name, "no RTF that can be read") from error
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")  # RTF writes an emoji in two halves
    lines = ((line.replace("|", "\t") if line.endswith("|") else line).strip() for line in whole.splitlines())
    return "\n\n".join(line for line in lines if line)
