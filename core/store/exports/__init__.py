"""Exports: the filtered rows in the formats that others read. One file per format.

A format is a function from a workspace and filters to pieces of text. ``FORMATS`` is what
the command line and the download buttons offer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.store.exports import csvtable, jsonlines
from core.store.filters import Filters
from core.store.workspace import Workspace

Write = Callable[[Workspace, Filters], Iterator[str]]


@dataclass(frozen=True)
class Format:
    """One format: how to write it, and what a browser and a person need to know of it."""

    name: str
    suffix: str
    media_type: str
    help: str
    write: Write
    beside: Callable[[], str] | None = None
    """Text of the file that belongs beside it (a data dictionary), if any."""
    beside_suffix: str = ""

    def text(self, workspace: Workspace, filters: Filters) -> str:
        """The whole export, for a download button."""
        return "".join(self.write(workspace, filters))


_ALL = (
    Format("json", ".jsonl", "application/jsonl", "enriched articles, one a line", jsonlines.write),
    Format("csv", ".csv", "text/csv", "claims, with who says so, when and where", csvtable.write, csvtable.dictionary, "-metadata.json"),
)

FORMATS: dict[str, Format] = {each.name: each for each in _ALL}
"""Formats by the name that the command line uses."""
