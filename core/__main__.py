"""The commands: ``python -m core enrich | ingest | export | desk``."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from core.errors import ArticleError, DatelineError
from core.isodates import days
from core.settings import SETTINGS, WORKSPACE

FILTER_HELP = {
    "begin": "on or after this day, month or year (ISO)",
    "end": "on or before it",
    "place": 'place, such as "Syria" or "Tripoli, LB"',
    "entity": "person, organisation or thing by its canonical name",
    "speaker": "who says it, or through whom it came",
    "category": "category of claim or event, such as fatalities",
    "outlet": "who published the article",
    "text": 'words of the article; "a phrase" in double quotes',
    "article": "article id",
}
ONCE = ("begin", "end", "text")
FORMAT_NAMES = ("json", "csv", "geojson", "html", "timelinejs", "kml", "acled", "ucdp", "webannotation")


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command. 0: every article went through, 1: some did not or the command could not run, 2: wrong usage."""
    args = parser().parse_args(argv)
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stderr)
    try:
        status: int = args.run(args)
        return status
    except DatelineError as error:
        return _complain(error)
    except BrokenPipeError:
        # Whoever read our output has had enough; keep Python from complaining again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:  # a disk that is full, a folder that may not be written
        return _complain(": ".join(filter(None, (str(error.filename or ""), error.strerror or str(error)))))
    except KeyboardInterrupt:
        return 130


def parser() -> argparse.ArgumentParser:
    """The command line."""
    settings = "\n".join(f"  {s.name} (default: {s.default or 'empty'})\n      {s.help}" for s in SETTINGS)
    top = argparse.ArgumentParser(
        prog="python -m core",
        description="Where, when, how many, and says who: records from news articles.",
        epilog=f"settings (environment variables):\n{settings}\n\nexit status: 0 all articles went through, 1 some did not (named on standard error), 2 wrong usage",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = top.add_subparsers(title="commands", dest="command", required=True)
    _enrich_parser(commands)
    _ingest_parser(commands)
    _export_parser(commands)
    _desk_parser(commands)
    return top


def _enrich_parser(commands: Any) -> None:
    enrich = commands.add_parser("enrich", help="read articles, write one enriched article a line; touches no workspace")
    _inputs(enrich)
    enrich.add_argument("--out", default="-", metavar="FILE.jsonl", help="file to write; - is standard output (default)")
    enrich.set_defaults(run=_enrich)


def _ingest_parser(commands: Any) -> None:
    ingest = commands.add_parser("ingest", help="enrich articles and store them; skips what is stored and unchanged")
    _inputs(ingest)
    _workspace(ingest)
    ingest.add_argument("--workers", type=_positive, default=1, metavar="N", help="processes on this machine, each with the model (default: 1)")
    ingest.add_argument("--scheduler", metavar="ADDRESS", help="address of a Dask scheduler, such as tcp://host:8786, whose workers have Dateline")
    ingest.set_defaults(run=_ingest)


def _export_parser(commands: Any) -> None:
    export = commands.add_parser("export", help="write what the filters leave, as the dashboard's download buttons do")
    export.add_argument("format", metavar="FORMAT", choices=FORMAT_NAMES, help="one of: " + ", ".join(FORMAT_NAMES))
    _workspace(export)
    export.add_argument("--out", default="-", metavar="FILE", help="file to write; - is standard output (default)")
    group = export.add_argument_group("filters", "several may be given; values of the same filter are alternatives")
    for name, said in FILTER_HELP.items():
        kind = _date if name in ("begin", "end") else str
        group.add_argument(f"--{name}", help=said, type=kind, metavar=name.upper(), action="store" if name in ONCE else "append")
    export.set_defaults(run=_export)


def _desk_parser(commands: Any) -> None:
    desk = commands.add_parser("desk", help="write what people wrote, one entry a line; with files of it, add them to the desk")
    desk.add_argument("files", nargs="*", metavar="FILE", help="files written by this command or downloaded from the library, to be added")
    _workspace(desk)
    desk.add_argument("--out", metavar="FILE", help="file to write what is on the desk to; - is standard output (default, where nothing is added)")
    desk.set_defaults(run=_desk)


def _inputs(command: argparse.ArgumentParser) -> None:
    command.add_argument("inputs", nargs="+", metavar="INPUT", help="file, folder or address (http://, https://; fetched now): .txt, .md, .html, .eml, .pdf, .docx, .odt, .rtf, .xml, .rss, .atom (a saved feed), .csv, .tsv, .jsonl, .zip; a sidecar STEM.json of schema.org metadata may lie beside a file")


def _workspace(command: argparse.ArgumentParser) -> None:
    command.add_argument("--workspace", metavar="DIR", help=f"folder of the workspace (default: {WORKSPACE.name}, else {WORKSPACE.default})")


def _positive(value: str) -> int:
    number = int(value)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _date(value: str) -> str:
    if days(value) is None:
        raise argparse.ArgumentTypeError(f"{value!r} is no ISO date (YYYY, YYYY-MM or YYYY-MM-DD)")
    return value


def _enrich(args: argparse.Namespace) -> int:
    from core.ingest import enrich
    from core.read import read
    from core.records import to_json

    if _is_one_of(args.out, args.inputs):
        _complain(f"{args.out}: is an input, and writing to it would destroy it")
        return 2
    status = 0
    with _writing(args.out) as out:
        for result in enrich(read(args.inputs, but=args.out)):
            if isinstance(result, ArticleError):
                status = _complain(result)
            else:
                out.write(to_json(result).encode() + b"\n")
                out.flush()
    return status


def _ingest(args: argparse.Namespace) -> int:
    from core.ingest import ingest
    from core.ingest.engines import engine
    from core.read import read
    from core.store.workspace import Workspace

    workspace = Workspace(args.workspace or WORKSPACE.get())
    counts = dict.fromkeys(("stored", "unchanged", "failed"), 0)
    for done in ingest(workspace, read(args.inputs), engine(args.workers, args.scheduler)):
        counts[done.state] += 1
        if done.state == "failed":
            _complain(f"{done.name}: {done.reason}")
    print(", ".join(f"{n} {state}" for state, n in counts.items()))
    return 1 if counts["failed"] else 0


def _export(args: argparse.Namespace) -> int:
    from core.store.exports import FORMATS
    from core.store.filters import Filters

    form = FORMATS[args.format]
    filters = Filters.from_query({name: value for name in FILTER_HELP if (value := getattr(args, name))})
    workspace = _existing(args.workspace)
    with _writing(args.out) as out:
        _write(out, form.write(workspace, filters))
    if form.beside and args.out != "-":
        with _writing(args.out + form.beside_suffix) as out:
            _write(out, [form.beside()])
    return 0


def _desk(args: argparse.Namespace) -> int:
    from core.store.deskfile import entries, lines

    workspace, status = _existing(args.workspace), 0
    failed_files = []
    for name in args.files:
        try:
            taken = workspace.take_in(entries(name, _content(name)))
        except DatelineError as error:
            status = _complain(error)
            failed_files.append(name)
            continue
        print(f"{name}: {taken.said}", file=sys.stderr)
        dated = sorted(workspace.known(taken.dated))
        if dated:
            from core.ingest import reenrich

            failed = [done for done in reenrich(workspace, dated) if done.state == "failed"]
            status = max([status, *(_complain(f"{done.name}: {done.reason}") for done in failed)])
    if args.out and _is_one_of(args.out, failed_files):
        return _complain(f"{args.out}: not written, since nothing in it was taken in")
    if args.out or not args.files:
        with _writing(args.out or "-") as out:
            _write(out, lines(workspace.desk.entries()))
    return status


def _is_one_of(out: str, files: Iterable[str]) -> bool:
    """Whether what is to be written is one of the files that are read."""
    return out != "-" and Path(out).is_file() and any(Path(name).is_file() and Path(name).samefile(out) for name in files)


def _content(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise DatelineError(f"{name}: {error.strerror}") from error


def _existing(folder: str | None) -> Any:
    """The workspace to read: one that is named must be there, the default one is made as the dashboard makes it."""
    from core.store.workspace import SEED, Workspace

    if folder and not Workspace.exists(folder):
        raise DatelineError(f"{folder}: no workspace here; make one with: python -m core ingest INPUT --workspace {folder}")
    return Workspace.open_or_create(folder or WORKSPACE.get(), SEED)


def _write(out: BinaryIO, pieces: Iterable[str]) -> None:
    for piece in pieces:
        out.write(piece.encode())


@contextmanager
def _writing(name: str) -> Iterator[BinaryIO]:
    """Standard output or a file, as bytes: no line feed is translated on any system."""
    if name == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with _opened(Path(name)) as file:
        yield file


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("wb")
    except OSError as error:
        raise DatelineError(f"{path}: {error.strerror}") from error


def _complain(error: object) -> int:
    """One line on standard error; the status of a command that something failed in."""
    print(" ".join(str(error).split()), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
