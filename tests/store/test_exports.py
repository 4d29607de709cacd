"""The exports: the filtered rows, in forms that their own readers accept."""

from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest

from core.records import Claim, Event, Toponym, from_json
from core.store import queries
from core.store.exports import FORMATS
from core.store.exports.acled import COLUMNS as ACLED
from core.store.exports.codes import acled_geo_precision, country_name, ucdp_where_prec
from core.store.exports.csvtable import COLUMNS as CLAIMS
from core.store.exports.kml import _geometry
from core.store.exports.rows import cell
from core.store.exports.timelinejs import COLUMNS as TIMELINE
from core.store.exports.ucdp import COLUMNS as UCDP
from core.store.filters import Filters
from tests.store.made import TEXT, made, raqqa, rec

KML = "{http://www.opengis.net/kml/2.2}"
EVIL = '=HYPERLINK("http://x") <script>alert(1)</script> & "quoted" ]]>\x0b'


def export(workspace, name: str, filters: Filters | None = None) -> str:
    return FORMATS[name].text(workspace, filters or Filters())


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.split("\n", 1)[1] if text.startswith("#") else text, newline="")))


@pytest.fixture
def nasty(empty):
    """An article in which every word that a publisher chose is meant to break a format."""
    text = f"{EVIL} At least 20 people died in {EVIL}"
    where = rec(Toponym, text, EVIL, name=EVIL, kind="city", country="SY", lat=1.0, lon=2.0)
    died = rec(Claim, text, EVIL, value=20.0, category="fatalities", speaker=EVIL, via=(EVIL,), counted=EVIL, toponym_id=where.id)
    event = rec(Event, text, EVIL, trigger=(0, 5), lemma=EVIL, interval_begin="2015-01-01", interval_end="2015-01-31", toponym_ids=(where.id,))
    empty.add([made("<evil>", text, where, died, event, title=EVIL, outlet=EVIL, byline=EVIL, url="https://x/?a=1&b=<2>")])
    return empty


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_workspace_exports(empty, name):
    assert export(empty, name) == "" if name == "json" else export(empty, name)


def test_json_is_what_was_enriched_and_corrected(workspace):
    enriched = workspace.enriched("raqqa")
    workspace.desk.pick_place(enriched, enriched.toponyms[0], None)
    found = {e.article.id: e for e in map(from_json, export(workspace, "json").splitlines())}
    assert set(found) == {"raqqa", "bare", "old"}
    assert found["raqqa"] == workspace.enriched("raqqa")
    assert len(export(workspace, "json", Filters(speaker=("Bo Li",))).splitlines()) == 1


def test_csv_has_the_claims_and_a_dictionary_of_every_column(workspace):
    rows = table(export(workspace, "csv", Filters(category=("fatalities",))))
    assert len(rows) == 1
    assert list(rows[0]) == list(CLAIMS)
    wanted = {"value": "20", "low": "20", "high": "", "modifier": "at_least", "speaker": "Ann Moe", "via": "the Courier", "place": "Raqqa, SY"}
    assert {key: rows[0][key] for key in wanted} == wanted
    assert (rows[0]["reliability"], rows[0]["credibility"]) == ("F", "6")
    assert TEXT[int(rows[0]["start_char"]) : int(rows[0]["end_char"])] == rows[0]["text"]
    described = json.loads(FORMATS["csv"].beside())["tableSchema"]["columns"]
    assert [c["name"] for c in described] == list(CLAIMS)
    assert all(c["dc:description"] for c in described)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_no_cell_is_a_formula(start):
    assert cell(start + "cmd") == f"'{start}cmd"
    assert cell([start + "cmd"]) == f"'{start}cmd"


@pytest.mark.parametrize(("value", "written"), [(None, ""), (-5.0, -5), (1e8, 100000000), (0.5, 0.5), (1e300, 1e300), ("Raqqa", "Raqqa"), (["a", "b"], "a; b")])
def test_numbers_stay_numbers(value, written):
    assert cell(value) == written


@pytest.mark.parametrize("name", ["csv", "acled", "ucdp", "timelinejs"])
def test_no_table_runs_what_an_article_says(nasty, name):
    rows = table(export(nasty, name))
    assert len(rows) == 1
    assert not [v for v in rows[0].values() if v.startswith(("=", "+", "@"))]


def test_a_timeline_escapes_what_it_will_show_as_html(nasty):
    (row,) = table(export(nasty, "timelinejs"))
    assert "<script" not in row["Text"]
    assert "<script" not in row["Headline"]


def test_geojson_has_points_areas_and_unresolved_ones(workspace):
    workspace.add([made("nowhere", "Mordor fell.", rec(Toponym, "Mordor fell.", "Mordor"))])
    collection = json.loads(export(workspace, "geojson"))
    features = {f["properties"]["text"]: f for f in collection["features"]}
    assert features["Raqqa"]["geometry"] == {"type": "Point", "coordinates": [39.01, 35.95]}
    assert features["Raqqa"]["properties"]["precision"] == "point"
    assert (features["Raqqa"]["properties"]["where_prec"], features["Raqqa"]["properties"]["uncertainty_m"]) == (1, 4000.0)
    assert features["Syria"]["geometry"]["type"] in ("Polygon", "MultiPolygon")
    assert (features["Syria"]["properties"]["precision"], features["Syria"]["properties"]["where_prec"]) == ("area", 6)
    assert features["Mordor"]["geometry"] is None
    assert len(json.loads(export(workspace, "geojson", Filters(place=("Syria",))))["features"]) == 2


def test_kml_is_xml_with_every_geometry(workspace, nasty):
    root = ElementTree.fromstring(export(workspace, "kml"))
    marks = root.findall(f".//{KML}Placemark")
    names = [m.findtext(f"{KML}name") for m in marks]
    assert {"Raqqa, SY", "Syria", "Tripoli, LB"} < set(names)
    assert len(names) == 4
    assert root.findall(f".//{KML}Polygon")
    evil = [m for m in marks if "script" in (m.findtext(f"{KML}name") or "")]
    assert len(evil) == 1
    assert evil[0].findtext(f".//{KML}TimeSpan/{KML}begin") is None


def test_kml_lines_and_holes():
    ring = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0]]
    drawn = {"type": "GeometryCollection", "geometries": [{"type": "Polygon", "coordinates": [ring, ring]}, {"type": "MultiLineString", "coordinates": [ring, ring]}]}
    root = ElementTree.fromstring(_geometry(drawn))
    assert len(root.findall(".//LineString")) == 2
    assert len(root.findall(".//innerBoundaryIs")) == 1
    assert root.findtext(".//outerBoundaryIs/LinearRing/coordinates").split()[1] == "1.00000,0.00000"


def test_timelinejs_has_the_dated_events(workspace):
    (row,) = table(export(workspace, "timelinejs"))
    assert tuple(row) == TIMELINE
    assert (row["Year"], row["Month"], row["Day"], row["End Year"]) == ("2019", "5", "4", "")
    assert row["Headline"] == "Strategic developments, Raqqa, SY"
    assert row["Group"] == "happened"


def test_a_range_has_its_end(nasty):
    (row,) = table(export(nasty, "timelinejs"))
    assert (row["Day"], row["End Month"], row["End Day"]) == ("1", "1", "31")
    assert row["Display Date"] == "2015-01-01 to 2015-01-31"


def test_acled_says_that_it_is_not_and_codes_what_can_be(workspace):
    text = export(workspace, "acled")
    assert text.startswith("# Not ACLED data.")
    rows = table(text)
    assert tuple(rows[0]) == ACLED
    entered, killed = rows
    assert (entered["event_date"], entered["year"], entered["time_precision"]) == ("04 May 2019", "2019", "1")
    assert (entered["country"], entered["location"], entered["geo_precision"]) == ("Syria", "Raqqa", "1")
    assert (killed["event_type"], killed["disorder_type"], killed["fatalities"]) == ("Violence against civilians", "Political violence", "20")
    assert (killed["event_date"], killed["time_precision"], killed["actor1"]) == ("", "", "")


def test_ucdp_says_that_it_is_not_and_keeps_bounds(workspace):
    text = export(workspace, "ucdp")
    assert text.startswith("# Not UCDP data.")
    entered, killed = table(text)
    assert tuple(entered) == UCDP
    assert (entered["date_start"], entered["date_end"], entered["date_prec"], entered["year"]) == ("2019-05-04", "2019-05-04", "1", "2019")
    assert (killed["best"], killed["low"], killed["high"]) == ("20", "20", "")
    assert (killed["where_prec"], killed["geom_wkt"], killed["side_a"]) == ("1", "POINT (39.01 35.95)", "")
    assert killed["source_office"] == "Courier"


def test_what_was_only_said_or_planned_is_no_event_to_a_codebook(empty):
    text = "They will attack. He spoke. It burned."
    empty.add([made("a", text, *(rec(Event, text, w, trigger=(0, 1), lemma=w, clock=c) for w, c in (("attack", "planned"), ("spoke", "said"), ("burned", "happened"))))])
    assert len(table(export(empty, "acled"))) == len(table(export(empty, "ucdp"))) == 1
    assert len(queries.timeline(empty)) == 3


def test_two_counts_of_dead_are_none(empty):
    text = "A blast killed 5 men and 3 women."
    five, three = rec(Claim, text, "5 men", value=5.0, category="fatalities"), rec(Claim, text, "3 women", value=3.0, category="fatalities")
    empty.add([made("a", text, five, three, rec(Event, text, "killed", trigger=(8, 14), lemma="kill", claim_ids=(five.id, three.id)))])
    assert table(export(empty, "acled"))[0]["fatalities"] == ""


@pytest.mark.parametrize(
    ("kind", "within", "ucdp", "acled"),
    [
        ("city", 1000.0, 1, 1),
        ("city", None, 1, 1),
        ("city", 9_000.0, 1, 1),
        ("metonym", 500.0, 1, 1),
        ("city", 27_000.0, 2, 2),
        ("city", 90_000.0, 5, 3),
        ("admin2", None, 3, 2),
        ("admin1", None, 4, 3),
        ("border", None, 5, 3),
        ("country", None, 6, None),
        ("water", None, 7, None),
        (None, None, None, None),
    ],
)
def test_place_precision_in_the_codebooks_words(kind, within, ucdp, acled):
    assert ucdp_where_prec(kind, within) == ucdp
    assert acled_geo_precision(kind, within) == acled


def test_a_river_is_a_line_and_a_sea_is_water():
    assert ucdp_where_prec("water", 5e5, "river:amu-darya") == 5
    assert ucdp_where_prec("water", 5e5, "sea:black") == 7
    assert acled_geo_precision("water", 5e5, "river:amu-darya") == 3
    assert acled_geo_precision("water", 5e5, "sea:black") is None


def test_countries_have_names():
    assert country_name("SY") == "Syria"
    assert country_name("ZZ") is None
    assert country_name(None) is None


def test_annotations_point_at_their_words(workspace):
    page: dict[str, Any] = json.loads(export(workspace, "webannotation"))
    assert page["type"] == "AnnotationPage"
    kinds = {item["body"]["dateline:record"] for item in page["items"]}
    assert kinds == {"toponym", "entity", "claim", "attribution", "event", "check"}
    for item in page["items"]:
        quote, position = item["target"]["selector"]
        assert TEXT[position["start"] : position["end"]] == quote["exact"]
        assert TEXT.startswith(quote["prefix"] + quote["exact"] + quote["suffix"], position["start"] - len(quote["prefix"]))
    assert len({item["id"] for item in page["items"]}) == len(page["items"])


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.words = ""

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.add(tag)
        self.links += [v for k, v in attrs if k in ("src", "href")]

    def handle_data(self, data) -> None:
        self.words += data


def test_the_report_holds_the_rows_and_nothing_foreign(nasty):
    nasty.add([raqqa()])
    page = _Page()
    page.feed(export(nasty, "html", Filters(end="2030")))
    assert "script" not in page.tags
    assert page.links == []
    assert "At least 20 people" in page.words
    assert "end: 2030" in page.words
    assert EVIL.strip("\x0b") in page.words
    assert "20 and 300 differ" in page.words


def test_filters_hold_in_every_format(workspace):
    nothing = Filters(speaker=("Nobody",))
    assert export(workspace, "json", nothing) == ""
    assert json.loads(export(workspace, "geojson", nothing))["features"] == []
    assert json.loads(export(workspace, "webannotation", nothing))["items"] == []
    for name in ("csv", "acled", "ucdp", "timelinejs"):
        assert table(export(workspace, name, nothing)) == []
    assert "Placemark" not in export(workspace, "kml", nothing)
    assert "<td>" not in export(workspace, "html", nothing)


def test_a_rate_is_written_as_one_and_codes_no_dead(empty):
    text = "On 4 May 2019 shells killed 30 people a day in Homs."
    daily = rec(Claim, text, "30 people", value=30.0, low=30.0, high=30.0, category="fatalities", counted="people", per="day")
    killed = rec(Event, text, "shells killed 30 people a day", trigger=(21, 27), lemma="kill", interval_begin="2019-05-04", interval_end="2019-05-04", claim_ids=(daily.id,))
    empty.add([made("rates", text, daily, killed)])
    assert [row["fatalities"] for row in table(export(empty, "acled"))] == [""]
    assert table(export(empty, "csv"))[0]["per"] == "day"
    assert "30 per day" in export(empty, "html")
