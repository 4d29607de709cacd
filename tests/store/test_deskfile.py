"""What people wrote, as a file and back: nothing lost, nothing twice, and what contradicts itself kept with its time."""

from __future__ import annotations

import datetime
import itertools
import json
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import StoreError
from core.records import RECORD_TYPES
from core.store.anchors import Anchor
from core.store.desk import Desk
from core.store.deskfile import MarkEntry, NameEntry, ViewEntry, entries, lines
from core.store.workspace import Workspace
from tests.store.made import raqqa

EARLY, LATE = "2026-01-02T03:04:05+00:00", "2026-05-06T07:08:09+00:00"


def written(desk):
    return "".join(lines(desk.entries())).encode()


def everything(workspace):
    """One of each sort of what can be written."""
    enriched, desk = workspace.enriched("raqqa"), workspace.desk
    desk.pick_place(enriched, enriched.toponyms[0], {"name": "Ar Raqqah", "country": "SY", "lat": 1.5, "lon": 2.5})
    desk.pick_place(enriched, enriched.toponyms[2], None)
    desk.review(enriched, "claims", enriched.claims[0], "wrong")
    desk.grade_information(enriched, "claims", enriched.claims[0], "2")
    desk.note(enriched, "Ask “again”.\nTwo lines, \u2028 and a NUL: \0", "claims", enriched.claims[0])
    desk.note(enriched, "On the whole.")
    desk.set_published("bare", "2020-02-03")
    desk.merge("Ann Moe", "A. Moe", "same rank")
    desk.keep_apart("Bo Li", "B. Lee")
    desk.grade_source("A. Moe", "B")
    desk.save_view("Strikes", "claims?category=strikes")


def test_a_desk_comes_back_whole(workspace, tmp_path):
    everything(workspace)
    other = Workspace(tmp_path / "other")
    other.add([raqqa()])
    taken = other.take_in(entries("desk.jsonl", written(workspace.desk)))
    assert (taken.added, taken.there, taken.back, taken.dated) == (11, 0, 0, ("bare",))
    assert written(other.desk) == written(workspace.desk)
    marks = {m.what: m for m in other.desk.marks() if m.anchor}
    assert {m.record_id for m in marks.values()} <= {r.id for kind in RECORD_TYPES for r in getattr(raqqa(), kind)}
    assert other.enriched("raqqa").toponyms[0].name == "Ar Raqqah"
    assert other.desk.lost_marks() == []


def test_twice_is_once(workspace):
    everything(workspace)
    before, version = written(workspace.desk), workspace.version
    taken = workspace.take_in(entries("desk.jsonl", before))
    assert taken.said == "0 entries added, 11 there already"
    assert written(workspace.desk) == before
    assert workspace.version == version


def test_what_was_taken_back_stays_so_and_is_told(workspace):
    enriched = workspace.enriched("raqqa")
    mark = workspace.desk.note(enriched, "No.")
    before = written(workspace.desk)
    workspace.desk.undo(mark)
    taken = workspace.take_in(entries("desk.jsonl", before))
    assert taken.said == "0 entries added, 1 taken back here before"
    assert workspace.desk.marks() == []


def test_what_contradicts_itself_is_kept_and_the_newest_counts(workspace):
    claim = raqqa().claims[0]
    anchor = Anchor(kind="claims", start_char=claim.start_char, end_char=claim.end_char, quote=claim.text)
    for at, grade in ((LATE, "2"), (EARLY, "5")):
        workspace.take_in([MarkEntry(what="credibility", article_id="raqqa", anchor=anchor, value=grade, at=at)])
        workspace.take_in([NameEntry(what="reliability", name="Ann Moe", value=chr(ord("A") + int(grade)), at=at)])
    assert [(m.value, m.at) for m in workspace.desk.marks()] == [("5", EARLY), ("2", LATE)]
    assert workspace.desk.reliabilities() == {"Ann Moe": "C"}
    from core.store import queries

    assert queries.claims(workspace)["credibility"].tolist() == ["2", "6"]


def test_merges_that_contradict_each_other_follow_the_newest(workspace):
    workspace.take_in([NameEntry(what="merge", name="b", value="a", at=LATE), NameEntry(what="merge", name="a", value="b", at=EARLY)])
    assert workspace.desk.merges() == {"b": "a"}
    workspace.take_in([NameEntry(what="apart", name="a", value="b", at="2026-06-01T00:00:00+00:00")])
    assert workspace.desk.merges() == {}
    assert len(workspace.desk.decisions()) == 3


def test_a_longer_ring_of_merges_is_cut_at_its_newest(workspace):
    pairs = [("a", "b"), ("b", "c"), ("c", "a")]
    workspace.take_in([NameEntry(what="merge", name=n, value=v, at=f"2026-01-0{i}T00:00:00+00:00") for i, (n, v) in enumerate(pairs, 1)])
    assert workspace.desk.merges() == {"a": "b", "c": "b"} or len(set(workspace.desk.merges().values())) == 1


def test_of_two_views_of_one_name_both_are_kept(workspace):
    desk = workspace.desk
    old, new = ViewEntry(name="Strikes", query="claims?begin=2014", at=EARLY), ViewEntry(name="Strikes", query="claims?begin=2015", at=LATE)
    for order in itertools.permutations([old, new]):
        workspace.take_in(order)
        assert desk.views() == {"Strikes": new.query, "Strikes (2026-01-02)": old.query}
        assert workspace.take_in(order).added == 0
        for name in list(desk.views()):
            desk.delete_view(name)


def test_a_clock_that_runs_ahead_does_not_outdo_what_is_written_now(workspace):
    enriched = workspace.enriched("raqqa")
    claim = enriched.claims[0]
    anchor = Anchor(kind="claims", start_char=claim.start_char, end_char=claim.end_char, quote=claim.text)
    workspace.take_in([MarkEntry(what="credibility", article_id="raqqa", anchor=anchor, value="5", at="2099-01-01T00:00:00+00:00")])
    workspace.desk.grade_information(enriched, "claims", claim, "1")
    assert workspace.desk.marks("credibility")[-1].value == "1"
    assert workspace.desk.marks()[-1].at.startswith("2099")
    workspace.desk.note(enriched, "Now.")
    assert not workspace.desk.marks("note")[-1].at.startswith("2099")


def test_what_fits_no_article_or_no_words_is_kept_as_lost(workspace):
    lost = [
        MarkEntry(what="note", article_id="elsewhere", anchor=Anchor(kind="claims", start_char=0, end_char=3, quote="not"), value="x", at=EARLY),
        MarkEntry(what="note", article_id="raqqa", anchor=Anchor(kind="claims", start_char=0, end_char=9, quote="not there"), value="y", at=EARLY),
    ]
    workspace.take_in(lost)
    assert [m.value for m in workspace.desk.lost_marks()] == ["x", "y"]
    assert workspace.take_in(lost).there == 2


def test_a_file_of_the_older_form_is_read(workspace):
    everything(workspace)
    desk = workspace.desk
    old = {
        "marks": [msgspec.to_builtins(m) for m in desk.marks()],
        "names": [msgspec.to_builtins(d) for d in desk.decisions()],
        "views": desk.views(),
    }
    taken = workspace.take_in(entries("dateline-desk.json", json.dumps(old, indent=1).encode()))
    assert (taken.added, taken.there) == (0, 11)


GOOD = '{"entry":"view","name":"a","query":"map","at":"2026-01-02T03:04:05+00:00"}'
NOTE = '{"entry":"mark","what":"note","article_id":"a","value":"x","at":"2026-01-02T03:04:05Z"}'


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("nonsense", "malformed"),
        ('{"entry":"view","name":"a"', "truncated"),
        ("[]", "Expected `object`"),
        ('{"name":"a"}', "missing required field `entry`"),
        ('{"entry":"vote"}', "vote"),
        ('{"entry":"view","name":"a","at":"2026-01-02T03:04:05Z"}', "`query`"),
        ('{"entry":"view","name":" ","query":"map","at":"2026-01-02T03:04:05Z"}', "without a name"),
        (GOOD.replace("map", 'map","colour":"red'), "colour"),
        (GOOD.replace("2026-01-02T03:04:05+00:00", "soon"), "'soon' is no time"),
        (GOOD.replace("+00:00", ""), "no time with its zone"),
        (NOTE.replace("note", "published"), "no value of a published"),
        (NOTE.replace("note", "review"), "without the words"),
        (NOTE.replace('"x"', "7"), "no value of a note: 7"),
        (NOTE.replace('"value"', '"anchor":{"kind":"dreams","start_char":0,"end_char":1,"quote":"x"},"value"'), "no kind of record: 'dreams'"),
        (NOTE.replace("note", "credibility").replace('"value"', '"anchor":{"kind":"claims","start_char":0,"end_char":1,"quote":"x"},"value"'), "no value of a credibility"),
        (
            NOTE.replace("note", "place").replace('"value":"x"', '"anchor":{"kind":"toponyms","start_char":0,"end_char":1,"quote":"x"},"value":{"geonameid":1e30}'),
            "no value of a place",
        ),
        ('{"entry":"name","what":"reliability","name":"a","value":"G","at":"2026-01-02T03:04:05Z"}', "one of A, B"),
        ("\udcff", "malformed"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_taken_in(line, reason):
    content = f"{GOOD}\r\n\n{line}\n{GOOD}".encode(errors="surrogateescape")
    with pytest.raises(StoreError, match=r"^mine\.jsonl:3: ") as said:
        entries("mine.jsonl", content)
    assert reason.lower() in str(said.value).lower()


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_says_so(content):
    with pytest.raises(StoreError, match="mine: empty"):
        entries("mine", content)


@pytest.mark.parametrize(
    "content", ['{"marks": 5}', '{"views": []}', '{"views": {}, "marks": null}', '{"names": {}}', "[" * 100_000, NOTE.replace('"x"', "[" * 5000 + "]" * 5000)]
)
def test_what_only_looks_like_a_file_of_a_desk_is_named(content):
    with pytest.raises(StoreError, match=r"^mine"):
        entries("mine", content.encode())


def test_a_bad_entry_of_the_older_form_is_named():
    with pytest.raises(StoreError, match=r"old\.json: marks\[1\]: "):
        entries("old.json", b'{"marks": [' + NOTE.encode().replace(b'"entry":"mark",', b"") + b', 7], "names": []}')


@given(st.binary(max_size=200))
def test_no_file_breaks_it(content):
    with suppress(StoreError):
        assert entries("any", content)


# --- any desk ------------------------------------------------------------------------------
TEXTS = st.text(max_size=12)
NAMES = st.sampled_from(["a", "b", "c", "Ann Moe", "naïve ☂"])
TIMES = st.datetimes(min_value=datetime.datetime(2020, 1, 1), max_value=datetime.datetime(2030, 1, 1)).map(lambda t: t.isoformat() + "+00:00")
ANCHORS = st.builds(Anchor, kind=st.sampled_from(list(RECORD_TYPES)), start_char=st.integers(0, 99), end_char=st.integers(0, 99), quote=TEXTS, prefix=TEXTS, suffix=TEXTS)
PLACES = st.none() | st.fixed_dictionaries({"name": TEXTS, "lat": st.floats(-90, 90), "lon": st.floats(-180, 180), "geonameid": st.none() | st.integers(0, 10**7)})
MARKS = st.one_of(
    st.builds(MarkEntry, what=st.just("note"), article_id=NAMES, anchor=st.none() | ANCHORS, value=TEXTS, at=TIMES),
    st.builds(MarkEntry, what=st.just("review"), article_id=NAMES, anchor=ANCHORS, value=st.sampled_from(["right", "wrong"]), at=TIMES),
    st.builds(MarkEntry, what=st.just("credibility"), article_id=NAMES, anchor=ANCHORS, value=st.sampled_from("123456"), at=TIMES),
    st.builds(MarkEntry, what=st.just("place"), article_id=NAMES, anchor=ANCHORS, value=PLACES, at=TIMES),
    st.builds(MarkEntry, what=st.just("published"), article_id=NAMES, value=st.dates().map(str), at=TIMES),
)
DECISIONS = st.one_of(
    st.builds(NameEntry, what=st.sampled_from(["merge", "apart"]), name=NAMES, value=NAMES, reason=st.none() | TEXTS, at=TIMES),
    st.builds(NameEntry, what=st.just("reliability"), name=NAMES, value=st.sampled_from("ABCDEF"), at=TIMES),
)
VIEWS = st.builds(ViewEntry, name=NAMES, query=TEXTS, at=TIMES)
FILES = st.lists(MARKS | DECISIONS | VIEWS, max_size=8)


def said(desk):
    """All that a desk holds, whatever its views are called."""
    return {json.dumps(msgspec.to_builtins(e) | ({"name": ""} if isinstance(e, ViewEntry) else {}), sort_keys=True) for e in desk.entries()}


@given(FILES)
def test_any_desk_is_the_same_after_a_round_trip(file):
    with TemporaryDirectory() as folder:
        one, other = Desk(Path(folder) / "one.sqlite"), Desk(Path(folder) / "other.sqlite")
        one.take_in(file)
        taken = other.take_in(entries("file", written(one) or b'{"marks": []}'))
        assert written(other) == written(one)
        assert taken.there == 0
        assert other.take_in(entries("file", written(one) or b'{"marks": []}')).added == 0
        assert other.merges() == one.merges()
        assert not any(other.merges().get(into) for into in other.merges().values())


@given(FILES, FILES)
def test_two_desks_hold_the_same_whichever_is_added_to_the_other(mine, theirs):
    with TemporaryDirectory() as folder:
        one, other = Desk(Path(folder) / "one.sqlite"), Desk(Path(folder) / "other.sqlite")
        for desk, first, second in ((one, mine, theirs), (other, theirs, mine)):
            desk.take_in(first)
            desk.take_in(second)
        same_view = {(e.name, e.query) for e in [*mine, *theirs] if isinstance(e, ViewEntry)}
        if len(same_view) == sum(isinstance(e, ViewEntry) for e in [*mine, *theirs]):
            assert said(one) == said(other)
        for e in [*mine, *theirs]:
            if not isinstance(e, ViewEntry):
                assert json.dumps(msgspec.to_builtins(e), sort_keys=True) in said(one)
            else:
                assert e.query in one.views().values()
