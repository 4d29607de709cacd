"""A workspace that may not be written: everything can be read, and what cannot be kept is refused with a reason."""

from __future__ import annotations

import os

import pytest

from core.errors import StoreError
from core.store import queries
from core.store.filters import Filters
from core.store.workspace import Workspace
from tests.store.made import made


@pytest.fixture
def sealed(workspace, tmp_path, monkeypatch):
    """The folder of a workspace with a saved view, as if its files belonged to someone else."""
    workspace.desk.save_view("Strikes", "claims?category=strikes")
    workspace.search("Raqqa")
    monkeypatch.setattr(os, "access", lambda path, mode, **_: mode != os.W_OK)
    return workspace.folder


def test_it_opens_and_can_be_read(sealed, tmp_path):
    seed = tmp_path / "seed.ndjson"
    seed.write_text("another seed than it was made from")
    kept = Workspace.open_or_create(sealed, seed)
    assert kept.desk.views() == {"Strikes": "claims?category=strikes"}
    assert len(queries.articles(kept)) == 3
    assert queries.articles(kept, Filters(text="Raqqa"))["id"].tolist() == ["raqqa"]
    assert kept.enriched("raqqa").claims


def test_what_cannot_be_kept_is_refused_with_a_reason(sealed):
    kept = Workspace(sealed)
    with pytest.raises(StoreError, match="readonly"):
        kept.desk.save_view("Mine", "map")
    with pytest.raises(StoreError, match="readonly"):
        kept.add([made("new", "A bridge fell.")])
    assert len(queries.articles(Workspace(sealed))) == 3


def test_notes_in_the_log_of_a_dead_writer_are_not_passed_over(workspace, monkeypatch):
    from core.store.sqlite import opened

    with opened(workspace.desk.path):  # a connection that stays open keeps the log from being merged
        workspace.desk.save_view("Last", "map")
        monkeypatch.setattr(os, "access", lambda path, mode, **_: mode != os.W_OK)
        assert "Last" in workspace.desk.views()
