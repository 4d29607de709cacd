"""Files, folders and addresses of the web -> articles. One reader per format; a new format is one file and one line in ``READERS``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from core.errors import ReadError
from core.read import address, archive, feed, jsonlines, mail, opendocument, pdf, plain, richtext, table, webpage, word
from core.read.faults import caught
from core.read.fetch import is_address
from core.read.listing import hidden, is_about
from core.records import Article

Reader = Callable[[Path], Iterator[Article | ReadError]]
"""Yields the articles of one file; what is no article comes as an error, and the rest goes on."""

READERS: dict[str, Reader] = {
    ".txt": plain.read,
    ".md": plain.read,
    ".jsonl": jsonlines.read,
    ".html": webpage.read,
    ".htm": webpage.read,
    ".eml": mail.read,
    ".pdf": pdf.read,
    ".docx": word.read,
    ".odt": opendocument.read,
    ".rtf": richtext.read,
    ".csv": table.read,
    ".tsv": table.read,
    ".xml": feed.read,
    ".rss": feed.read,
    ".atom": feed.read,
}
"""Reader by file name extension, lower case."""
READERS[".zip"] = partial(archive.read, readers={**READERS})


MOST_BYTES = 100_000_000
"""Of one file; some formats allow less."""
PIECE_BY_PIECE = frozenset({".jsonl", ".zip"})
"""Formats that are never in memory as a whole."""


def read(inputs: Iterable[str | Path], but: str = "") -> Iterator[Article | ReadError]:
    """Read files, folders and addresses, in the order given and one article at a time.

    A folder is walked in sorted order for files of a known format; hidden ones, what lies
    beside an article (a sidecar) and what tells of the folder (README.md) are no articles. Two articles of one id cannot both
    go on: the second one is an error. ``but`` is a file that is no article wherever it lies: the one
    that is written meanwhile.
    """
    seen: dict[str, str] = {}
    for name in inputs:
        for place in [str(name)] if is_address(str(name)) else _files(name):
            if isinstance(place, Path) and but and place.absolute() == Path(but).absolute():
                continue
            for item in [place] if isinstance(place, ReadError) else _read_place(place):
                yield item if isinstance(item, ReadError) else _once(item, str(place), seen)


def _read_place(place: Path | str) -> Iterator[Article | ReadError]:
    return caught(_read_file(place) if isinstance(place, Path) else address.read(place), str(place))


def _read_file(path: Path) -> Iterator[Article | ReadError]:
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        yield ReadError(str(path), f"no format that can be read ({', '.join(READERS)})")
        return
    size = path.stat().st_size
    if size > MOST_BYTES and path.suffix.lower() not in PIECE_BY_PIECE:
        yield ReadError(str(path), f"{size / 1e6:,.0f} MB: a file of this kind may have at most {MOST_BYTES // 1_000_000}")
        return
    yield from reader(path)


def _once(article: Article, where: str, seen: dict[str, str]) -> Article | ReadError:
    if article.id in seen:
        return ReadError(where, f"the id {article.id!r} was read before, from {seen[article.id]}")
    seen[article.id] = where
    return article


def _files(name: str | Path) -> Iterator[Path | ReadError]:
    path = Path(name)
    try:
        is_file, is_folder = path.is_file(), path.is_dir() and name != ""
    except OSError as error:  # a name that is too long, a folder that may not be entered
        yield ReadError(str(path), error.strerror or str(error))
        return
    if is_file:
        yield path
    elif is_folder:
        found = [p for p in _walk(path) if isinstance(p, ReadError) or (p.suffix.lower() in READERS and not is_about(p))]
        yield from found
        if not found:
            yield ReadError(str(path), f"no article in this folder ({', '.join(READERS)})")
    else:
        yield ReadError(str(name), "no such file or folder" if name == "" or not path.exists() else "neither a file nor a folder")


def _walk(folder: Path) -> Iterator[Path | ReadError]:
    """Files below a folder, sorted by name at each level. Links to folders are not followed."""
    try:
        found = [(path, path.is_dir() and not path.is_symlink(), path.is_file()) for path in sorted(folder.iterdir()) if not hidden(path.name)]
    except OSError as error:
        yield ReadError(str(folder), error.strerror or str(error))
        return
    for path, is_folder, is_file in found:
        if is_folder:
            yield from _walk(path)
        elif is_file:
            yield path
