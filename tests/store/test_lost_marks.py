"""What people wrote about words that are gone: kept, and moved where a person says."""

from __future__ import annotations

import pytest

from core.errors import StoreError
from core.records import Claim, Entity, Toponym
from core.store.anchors import Anchor, elsewhere
from core.store.deskfile import MarkEntry
from core.store.workspace import Workspace
from tests.store.made import made, rec

OLD = "Officers in Raqqa said that 20 people were killed on Monday. Raqqa was quiet."
NEW = "Officers in Raqqa said that 31 people were killed on Monday. RAQQA  was quiet."


def noted(workspace, text=OLD, words="20 people"):
    """An article with a note on one claim of it."""
    workspace.add([made("a", text, rec(Claim, text, words), rec(Toponym, text, "Raqqa"))])
    enriched = workspace.enriched("a")
    workspace.desk.note(enriched, "The mayor says 31", "claims", enriched.claims[0])
    return workspace.desk.marks("note")[0]


def anchor(quote, text=OLD, kind="claims"):
    at = text.index(quote)
    return Anchor(kind=kind, start_char=at, end_char=at + len(quote), quote=quote, prefix=text[:at][-32:], suffix=text[at + len(quote) :][:32])


def test_changed_words_are_found_where_they_stood(empty):
    enriched = made("a", NEW, rec(Claim, NEW, "31 people"), rec(Entity, NEW, "Officers", label="PERSON", entity="Officers"))
    assert [r.text for _, r in elsewhere(anchor("20 people"), enriched, ("claims",))] == ["31 people"]
    assert elsewhere(anchor("20 people"), enriched, ("toponyms",)) == []


def test_the_same_words_are_found_in_other_letters_and_spaces():
    text = "The town of   raqqa  was quiet. Nothing stood in Raqqanaut."
    enriched = made("a", text, rec(Toponym, text, "raqqa"), rec(Toponym, text, "Raqqanaut"))
    assert [(k, r.text) for k, r in elsewhere(anchor("Raqqa", kind="toponyms"), enriched, ("toponyms",))] == [("toponyms", "raqqa")]


def test_the_first_kind_with_a_record_counts_and_each_record_once():
    enriched = made("a", OLD, rec(Entity, OLD, "Raqqa", label="GPE", entity="Raqqa"), rec(Toponym, OLD, "Raqqa"), rec(Entity, OLD, "Raqqa", 1, label="GPE", entity="Raqqa"))
    found = elsewhere(anchor("Raqqa", kind="claims"), enriched, ("claims", "toponyms", "entities"))
    assert [(kind, r.start_char) for kind, r in found] == [("toponyms", OLD.index("Raqqa")), ("entities", OLD.rindex("Raqqa"))]


def test_words_much_like_them_are_found_wherever_they_stand():
    text = "In the town 31 old villagers died, and 20 trucks burnt."
    enriched = made("a", text, rec(Claim, text, "31 old villagers"), rec(Claim, text, "20 trucks"))
    assert [r.text for _, r in elsewhere(anchor("20 old villagers", "20 old villagers were killed."), enriched, ("claims",))] == ["31 old villagers"]


@pytest.mark.parametrize("quote", ["", "   ", "(((", "a" * 10_000])
def test_no_quote_makes_it_raise(quote):
    enriched = made("a", "((( " + "a " * 5000, rec(Claim, "((( a", "((("))
    odd = Anchor(kind="claims", start_char=0, end_char=1, quote=quote, prefix="a a a a a a a a a", suffix="a a a a a a a a a")
    assert len(elsewhere(odd, enriched, ("claims",))) <= 1


def test_a_mark_that_lost_its_words_is_kept_and_moved(empty):
    mark = noted(empty)
    empty.add([made("a", NEW, rec(Claim, NEW, "31 people"))])
    (lost,) = empty.desk.lost_marks()
    assert (lost.id, lost.value, lost.anchor.quote) == (mark.id, "The mayor says 31", "20 people")
    enriched = empty.enriched("a")
    ((kind, record),) = elsewhere(lost.anchor, enriched, ("claims",))
    version = empty.version
    moved = empty.desk.reattach(lost.id, enriched, kind, record)
    assert empty.version != version
    assert empty.desk.lost_marks() == []
    (now,) = empty.desk.marks("note")
    assert (now.id, now.value, now.at, now.record_id, now.anchor.quote) == (moved, mark.value, mark.at, record.id, "31 people")


def test_words_that_come_back_find_their_mark_again(empty):
    noted(empty)
    empty.add([made("a", NEW, rec(Claim, NEW, "31 people"))])
    empty.add([made("a", OLD, rec(Claim, OLD, "20 people"))])
    assert empty.desk.lost_marks() == []


def test_a_mark_cannot_be_moved_twice_nor_to_another_article(empty):
    mark = noted(empty)
    enriched = empty.enriched("a")
    other = made("b", OLD, rec(Claim, OLD, "20 people"))
    with pytest.raises(StoreError):
        empty.desk.reattach(mark.id, other, "claims", other.claims[0])
    empty.desk.reattach(mark.id, enriched, "toponyms", enriched.toponyms[0])
    with pytest.raises(StoreError):
        empty.desk.reattach(mark.id, enriched, "claims", enriched.claims[0])
    assert len(empty.desk.marks("note")) == 1


def test_all_that_people_wrote_can_be_taken_away(empty):
    mark = noted(empty)
    empty.desk.merge("Kerry", "John Kerry", "the same")
    empty.desk.save_view("Strikes", "claims?category=strikes")
    empty.remove(["a"])
    taken = list(Workspace(empty.folder).desk.entries())
    assert taken[0] == MarkEntry(what="note", article_id="a", anchor=mark.anchor, value=mark.value, at=mark.at)
    assert taken[1].value == "John Kerry"
    assert (taken[2].name, taken[2].query) == ("Strikes", "claims?category=strikes")
