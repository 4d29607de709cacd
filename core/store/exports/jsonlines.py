"""Enriched articles, one JSON object a line: what ``enrich`` writes, with people's corrections."""

from __future__ import annotations

from collections.abc import Iterator

from core.records import to_json
from core.store.filters import Filters
from core.store.queries import articles
from core.store.workspace import Workspace


def write(workspace: Workspace, filters: Filters) -> Iterator[str]:
    """The articles that pass the filters, whole, newest first."""
    for enriched in workspace.enriched_many(articles(workspace, filters)["id"]):
        yield to_json(enriched) + "\n"
