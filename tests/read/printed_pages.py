"""PDF files and Word documents, made by hand as small as the formats allow."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

Placed = tuple[float, float, float, str]
"""x, y (points, y upwards), size, text."""


def column(lines: Sequence[str], x: float = 72, top: float = 700, size: float = 11, leading: float = 14) -> list[Placed]:
    """Lines below each other; an empty one leaves half a line free, two spaces before a line indent it."""
    placed, y = [], top
    for line in lines:
        if line:
            placed.append((x + (18 if line.startswith("  ") else 0), y, size, line.strip()))
        y -= leading if line else leading / 2
    return placed


def pdf(pages: Sequence[Sequence[Placed]], info: str = "", rotate: int = 0, root: str = "") -> bytes:
    """A PDF of one font whose pages show lines at given places."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {root} >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for n, page in enumerate(pages):
        content = "\n".join(_shown(*line, rotate) for line in page)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Rotate {rotate} /Contents {5 + 2 * n} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
    return _file([*objects, f"<< {info} >>"])


def _shown(x: float, y: float, size: float, text: str, rotate: int) -> str:
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    # What is upright on a page that is turned clockwise stands on its side in the page's own space.
    matrix = f"0 1 -1 0 {792 - y} {x}" if rotate == 90 else f"1 0 0 1 {x} {y}"
    return f"BT /F1 {size} Tf {matrix} Tm ({escaped}) Tj ET"


def _file(objects: Sequence[str]) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{at:010} 00000 n \n" for at in places)
    return out + f"{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(out)}\n%%EOF\n".encode()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'


def docx(path: Path, body: str, about: str = "", head: str = "") -> None:
    """A Word document of a body's XML and the elements of its core properties."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"{head}<w:document {W}><w:body>{body}</w:body></w:document>")
        if about:
            archive.writestr("docProps/core.xml", f"<cp:coreProperties {DC}>{about}</cp:coreProperties>")


def paragraph(text: str) -> str:
    return f"<w:p><w:pPr><w:jc/></w:pPr><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"
