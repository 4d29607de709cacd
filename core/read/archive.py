"""ZIP archives of articles: each member is read as the file that it is, a sidecar beside it included.

An archive is unpacked into a folder that is gone afterwards. It can hold a thousand times its size, so members and
their bytes are counted while they are unpacked and not believed beforehand; names lead nowhere out of the folder.
"""

from __future__ import annotations

import lzma
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path, PurePosixPath

from core.errors import ReadError
from core.read.faults import caught
from core.read.listing import hidden, is_about
from core.records import Article

MOST_MEMBERS = 5_000
MOST_BYTES = 300_000_000
"""Unpacked, all members together."""
_CHUNK = 1 << 16
_ARCHIVES = frozenset({".zip"})
_BESIDE = frozenset({".json"}) | _ARCHIVES
"""Suffixes of what is unpacked for an article, or named as what is not read."""

Reader = Callable[[Path], Iterator[Article | ReadError]]


def read(path: Path, readers: Mapping[str, Reader]) -> Iterator[Article | ReadError]:
    """Read the members that ``readers`` know by their suffix, in the order of their names. Raises ``ReadError`` on what is no archive."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            with zipfile.ZipFile(path) as archive:
                found = list(_unpacked(archive, Path(folder), {*readers, *_BESIDE}, str(path)))
        except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError) as error:
            raise ReadError(str(path), "no ZIP archive that can be read") from error
        articles = [file for file in found if isinstance(file, ReadError) or (file.suffix.lower() in readers and not is_about(file))]
        if not articles:
            raise ReadError(str(path), f"holds no article ({', '.join(readers)})")
        for file in articles:
            for item in [file] if isinstance(file, ReadError) else caught(readers[file.suffix.lower()](file), str(file)):
                yield _renamed(item, folder, str(path)) if isinstance(item, ReadError) else item


def _unpacked(archive: zipfile.ZipFile, folder: Path, suffixes: set[str], name: str) -> Iterator[Path | ReadError]:
    """The members of these suffixes as files, sorted by name, and those that cannot be unpacked."""
    members = [m for m in archive.infolist() if not m.is_dir() and PurePosixPath(m.filename).suffix.lower() in suffixes and not _hidden(m.filename)]
    if len(members) > MOST_MEMBERS:
        raise ReadError(name, f"holds more than {MOST_MEMBERS:,} articles")
    left = MOST_BYTES
    for member in sorted(members, key=lambda m: m.filename):
        steps = _steps(member.filename)
        called = "/".join((name, *steps))
        try:
            file = _place(folder, steps)
            if file.suffix.lower() in _ARCHIVES:
                raise ReadError(called, "an archive within an archive: unpack it first")
            with archive.open(member) as source, file.open("wb") as target:
                while chunk := source.read(_CHUNK):
                    left -= len(chunk)
                    if left < 0:
                        break
                    target.write(chunk)
            if left >= 0:
                yield file
        except ReadError as error:
            yield error
        except RuntimeError:  # what zipfile says of a password
            yield ReadError(called, "encrypted: unpack it first")
        except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, NotImplementedError, EOFError, ValueError, OSError) as error:
            yield ReadError(called, f"cannot be unpacked ({getattr(error, 'strerror', None) or 'damaged'})")
        if left < 0:
            raise ReadError(name, f"holds more than {MOST_BYTES // 1_000_000} MB")


def _place(folder: Path, steps: list[str]) -> Path:
    """Where a member goes; one whose way is another's too goes beside it."""
    ways = (folder.joinpath(*([f"again-{n}"] * (n > 0)), *steps) for n in count())
    file = next(way for way in ways if not way.exists())
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


def _steps(name: str) -> list[str]:
    """The way to a member within its folder, without any step out of it."""
    return [step for step in name.replace("\\", "/").split("/") if step not in ("", ".", "..")]


def _hidden(name: str) -> bool:
    steps = _steps(name)
    return not steps or any(map(hidden, steps))


def _renamed(error: ReadError, folder: str, name: str) -> ReadError:
    return ReadError(error.name.replace(folder, name), error.reason.replace(folder, name))
