"""ZIP archives of articles: each member is read as the file that it is, a sidecar beside it included.

An archive is unpacked into a folder that is gone afterwards. It can hold a thousand times its size, so members and
their bytes are counted while they are unpacked and not believed beforehand; names lead nowhere out of the folder.
"""

from __future__ import annotations

import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from core.errors import ReadError
from core.records import Article

MOST_MEMBERS = 5_000
MOST_BYTES = 300_000_000
"""Unpacked, all members together."""
_CHUNK = 1 << 16
_SIDECAR = ".json"

Reader = Callable[[Path], Iterator[Article | ReadError]]


def read(path: Path, readers: Mapping[str, Reader]) -> Iterator[Article | ReadError]:
    """Read the members that ``readers`` know by their suffix, in the order of their names. Raises ``ReadError`` on what is no archive."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            with zipfile.ZipFile(path) as archive:
                found = _unpacked(archive, Path(folder), {*readers, _SIDECAR}, str(path))
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError) as error:
            raise ReadError(str(path), "no ZIP archive that can be read") from error
        except RuntimeError as error:  # what zipfile says of a password
            raise ReadError(str(path), "encrypted: unpack it first") from error
        articles = [file for file in found if file.suffix.lower() != _SIDECAR]
        if not articles:
            raise ReadError(str(path), f"holds no article ({', '.join(readers)})")
        for file in articles:
            for item in _read(file, readers[file.suffix.lower()]):
                yield _renamed(item, folder, str(path)) if isinstance(item, ReadError) else item


def _unpacked(archive: zipfile.ZipFile, folder: Path, suffixes: set[str], name: str) -> list[Path]:
    """The members of these suffixes as files, sorted by name."""
    members = [m for m in archive.infolist() if not m.is_dir() and PurePosixPath(m.filename).suffix.lower() in suffixes and not _hidden(m.filename)]
    if len(members) > MOST_MEMBERS:
        raise ReadError(name, f"holds more than {MOST_MEMBERS:,} articles")
    left, files = MOST_BYTES, []
    for member in sorted(members, key=lambda m: m.filename):
        file = folder.joinpath(*_steps(member.filename))
        file.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(member) as source, file.open("wb") as target:
            while chunk := source.read(_CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise ReadError(name, f"holds more than {MOST_BYTES // 1_000_000} MB")
                target.write(chunk)
        files.append(file)
    return files


def _steps(name: str) -> list[str]:
    """The way to a member within its folder, without any step out of it."""
    return [step for step in name.replace("\\", "/").split("/") if step not in ("", ".", "..")]


def _hidden(name: str) -> bool:
    steps = _steps(name)
    return not steps or any(step.startswith((".", "~$", "__MACOSX")) for step in steps)


def _read(file: Path, reader: Reader) -> Iterator[Article | ReadError]:
    try:
        yield from reader(file)
    except ReadError as error:
        yield error
    except OSError as error:
        yield ReadError(str(file), error.strerror or str(error))


def _renamed(error: ReadError, folder: str, name: str) -> ReadError:
    return ReadError(error.name.replace(folder, name), error.reason.replace(folder, name))
