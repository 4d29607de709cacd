"""Claims as CSV, and its data dictionary (W3C CSV on the Web, ``FILE.csv-metadata.json``)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from core.isodates import first_day, last_day
from core.precision import edtf
from core.store.exports.rows import csv_lines, rows
from core.store.filters import Filters
from core.store.queries import claims
from core.store.workspace import Workspace

COLUMNS: dict[str, tuple[str, str]] = {
    "article_id": ("string", "Id of the article"),
    "outlet": ("string", "Who published the article"),
    "published": ("date", "When it was published (ISO 8601)"),
    "title": ("string", "Its headline"),
    "id": ("string", "Id of the claim in the article"),
    "start_char": ("integer", "First character of the claim in the article's text (code points)"),
    "end_char": ("integer", "Character after its last one"),
    "text": ("string", "The claim as the article words it"),
    "sentence": ("string", "The sentence that it stands in"),
    "value": ("number", "The number stated; empty for a range and a vague word"),
    "low": ("number", "Lower bound, inclusive; empty is open"),
    "high": ("number", "Upper bound, inclusive; empty is open"),
    "modifier": ("string", "exact, about, at_least, at_most, more_than, less_than, range or vague"),
    "change": ("string", "up or down where the number is a change"),
    "unit": ("string", "Unit as Pint names it, or an ISO 4217 currency; empty for a count"),
    "counted": ("string", "What is counted or measured"),
    "per": ("string", "What a rate is per: a span of time such as day, or a word of the text such as barrel; empty for a plain amount"),
    "category": ("string", "Kind of claim, such as fatalities or strikes"),
    "status": ("string", "done, ongoing, planned, hypothetical or denied"),
    "speaker": ("string", "Who states it; empty when the article does so itself"),
    "source_text": ("string", "The words that name the speaker nearest the claim"),
    "via": ("string", "Through whom it came, the one nearest the speaker first"),
    "reliability": ("string", "Admiralty grade of the speaker A to F, set by a person; F cannot be judged"),
    "credibility": ("string", "Admiralty grade of the claim 1 to 6, set by a person; 6 cannot be judged"),
    "window_begin": ("string", "Start of the time that the number covers (ISO prefix date)"),
    "window_end": ("string", "End of that time"),
    "window_edtf": ("string", "That time as EDTF (ISO 8601-2); an unknown end is empty"),
    "time_begin": ("date", "First day of that time, else of the dates in the sentence"),
    "time_end": ("date", "Last day of it"),
    "place": ("string", "The place that the number is about, with its country"),
    "place_kind": ("string", "Kind of that place, such as country, city or border"),
    "place_country": ("string", "Its country (ISO 3166-1 alpha-2)"),
    "lat": ("number", "Latitude (WGS 84)"),
    "lon": ("number", "Longitude (WGS 84)"),
    "uncertainty_m": ("number", "Radius around that point, in metres, that holds what the text means"),
    "attribution_id": ("string", "Id of the attribution in the article"),
    "rule": ("string", "What found the claim"),
}
"""Column -> datatype and what it says."""


def write(workspace: Workspace, filters: Filters) -> Iterator[str]:
    """One row a claim."""
    table = ({**row, "window_edtf": edtf(first_day(row["window_begin"]), last_day(row["window_end"]))} for row in rows(claims(workspace, filters)))
    yield from csv_lines(list(COLUMNS), table)


def dictionary() -> str:
    """The data dictionary: each column with its datatype and meaning."""
    columns = [{"name": name, "titles": name, "datatype": kind, "dc:description": said} for name, (kind, said) in COLUMNS.items()]
    table = {
        "@context": "http://www.w3.org/ns/csvw",
        "dc:title": "Numeric claims of articles, found by Dateline",
        "dc:description": "Text that begins like a formula has an apostrophe before it.",
        "tableSchema": {"columns": columns},
    }
    return json.dumps(table, indent=2) + "\n"
