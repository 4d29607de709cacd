"""Exports: the filtered rows in the formats that others read. One file per format.

A format is a function from a workspace and filters to pieces of text. ``FORMATS`` is what
the command line and the download buttons offer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.store.exports import acled, csvtable, geojson, jsonlines, kml, report, timelinejs, ucdp, webannotation
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
    Format("geojson", ".geojson", "application/geo+json", "places as points, lines and areas, with their precision", geojson.write),
    Format("html", ".html", "text/html", "one self-contained report", report.write),
    Format("timelinejs", ".csv", "text/csv", "dated events, in TimelineJS's columns", timelinejs.write),
    Format("kml", ".kml", "application/vnd.google-earth.kml+xml", "places for globes and map programs", kml.write),
    Format("acled", ".csv", "text/csv", "events that happened, in ACLED's columns; not ACLED's data", acled.write),
    Format("ucdp", ".csv", "text/csv", "events that happened, in UCDP GED's columns; not UCDP's data", ucdp.write),
    Format("webannotation", ".jsonld", "application/ld+json", "every record as a W3C Web Annotation", webannotation.write),
)

FORMATS: dict[str, Format] = {each.name: each for each in _ALL}
"""Formats by the name that the command line uses."""
