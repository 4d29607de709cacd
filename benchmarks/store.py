"""How fast the pages' queries are, and what the store costs beside one SQLite file.

Makes a workspace of synthetic articles (the same on every run), times every query of
``core.store.queries`` on it, and puts the same rows into indexed SQLite to ask both the
same two questions in this process. Ratios mean more than the milliseconds of one machine.

    python benchmarks/store.py [ARTICLES]
"""

from __future__ import annotations

import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from core.records import Article, Attribution, Check, Claim, EnrichedArticle, Entity, Event, Timex, Toponym
from core.store import queries
from core.store.filters import Filters
from core.store.workspace import Workspace

ARTICLES = 10_000
SENTENCES = 12
BATCH = 500
RUNS = 5

PLACES = [(f"Town{n}", "SY" if n % 3 else "LB", 30 + n % 11 + n / 1000, 35 + n % 7 + n / 1000) for n in range(800)]
NAMES = [f"Person {n}" for n in range(3000)]
CATEGORIES = ["fatalities", "injuries", "strikes", "money", "displaced", "territory"]
EVENTS = ["Battles", "Explosions/Remote violence", "Violence against civilians", "Protests", None]


def article(n: int) -> EnrichedArticle:
    """One synthetic article: twelve sentences, each with a place, a name, and some a claim and a date."""
    pick = random.Random(n)
    published = f"20{10 + n % 10:02d}-{1 + n % 12:02d}-{1 + n % 28:02d}"
    text, found = "", {kind: [] for kind in ("entities", "toponyms", "timexes", "claims", "attributions", "events", "checks")}  # type: ignore[var-annotated]
    for _ in range(SENTENCES):
        _sentence(pick, len(text), published, found)
        place, name = found["toponyms"][-1].text, found["entities"][-1].text
        text += f"{name} said on Monday that {pick.randrange(400)} people had left their homes near {place}. "
    texted = {kind: tuple(records) for kind, records in found.items()}
    return EnrichedArticle(article=Article(id=f"a{n}", text=text, title=f"Article {n}", outlet=f"Outlet {n % 40}", published=published, published_basis="given"), **texted)


def _sentence(pick: random.Random, start: int, published: str, found: dict[str, list[Any]]) -> None:
    name = NAMES[min(int(pick.expovariate(0.004)), len(NAMES) - 1)]
    place, country, lat, lon = PLACES[min(int(pick.expovariate(0.01)), len(PLACES) - 1)]
    at: dict[str, Any] = {"start_char": start, "end_char": start + len(name), "rule": "made"}
    top, said = f"toponym-{start}", f"attribution-{start}"
    found["entities"].append(Entity(id=f"entity-{start}", text=name, label="PERSON", entity=name, **at))
    found["toponyms"].append(Toponym(id=top, text=place, name=place, kind="city", country=country, lat=lat, lon=lon, uncertainty_m=3000.0, **at))
    found["attributions"].append(Attribution(id=said, text=name, content=((start, start + 9),), speaker=name, **at))
    if pick.random() < 0.4:
        found["events"].append(Event(id=f"event-{start}", text=name, trigger=(start, start + 3), lemma="leave", category=pick.choice(EVENTS), interval_begin=published, interval_end=published, precision="day", toponym_ids=(top,), attribution_id=said, **at))
    if pick.random() < 0.3:
        found["claims"].append(Claim(id=f"claim-{start}", text=name, value=float(pick.randrange(400)), category=pick.choice(CATEGORIES), speaker=name, toponym_id=top, attribution_id=said, **at))
    if pick.random() < 0.3:
        found["timexes"].append(Timex(id=f"timex-{start}", text=name, type="DATE", value=published, interval_begin=published, interval_end=published, precision="day", **at))
    if pick.random() < 0.02:
        found["checks"].append(Check(id=f"check-{start}", text=name, kind="sum", claim_ids=(), statement="They differ.", **at))


FILTERS = {
    "all": Filters(),
    "one place": Filters(place=("Town5, SY",)),
    "one speaker": Filters(speaker=("Person 40",)),
    "a month": Filters(begin="2015-08", end="2015-08"),
    "words": Filters(text="Person 40 Town5"),
}
TOTALS = ("place_totals", "entity_totals", "speaker_totals", "overview")
FRAMES = ("articles", "places", "timeline", "claims", "attributions", "checks", "entities")


def timed(run: Callable[[], Any]) -> tuple[float, float]:
    """Median wall and CPU time of a few runs after a first one, in milliseconds. CPU time counts every thread."""
    run()
    walls, cpus = [], []
    for _ in range(RUNS):
        wall, cpu = time.perf_counter(), time.process_time()
        run()
        walls.append((time.perf_counter() - wall) * 1000)
        cpus.append((time.process_time() - cpu) * 1000)
    return median(walls), median(cpus)


def build(folder: Path, count: int) -> Workspace:
    workspace = Workspace(folder)
    started = time.perf_counter()
    for first in range(0, count, BATCH):
        workspace.add([article(n) for n in range(first, min(first + BATCH, count))])
    print(f"{count:,} articles stored in {time.perf_counter() - started:.1f} s, {BATCH} a commit (making them included)")
    return workspace


def sqlite_copy(workspace: Workspace, path: Path) -> sqlite3.Connection:
    """The columns that the two questions need, and all the text, in SQLite with its indexes."""
    db = sqlite3.connect(path)
    for kind in ("toponyms", "entities", "claims", "events", "attributions", "timexes"):
        frame = workspace.snapshot().frame(f"SELECT * EXCLUDE ({'candidates' if kind == 'toponyms' else 'rule'}) FROM {kind}")
        flat = frame[[c for c in frame.columns if frame[c].dtype != object]]
        flat.to_sql(kind, db, index=False)
        db.execute(f"CREATE INDEX {kind}_article ON {kind} (article_id, sentence_start)")
    workspace.snapshot().frame("SELECT id, title, outlet, published, text FROM raw_articles").to_sql("articles", db, index=False)
    db.execute("CREATE INDEX entities_entity ON entities (entity)")
    db.execute("CREATE INDEX toponyms_place ON toponyms (place)")
    db.execute("ANALYZE")
    db.commit()
    return db


QUESTIONS = {
    "an entity's places": (
        "SELECT t.place, count(*) AS n FROM toponyms t JOIN entities e ON e.article_id = t.article_id "
        "AND e.sentence_start = t.sentence_start WHERE e.entity = 'Person 40' GROUP BY t.place ORDER BY n DESC LIMIT 50"
    ),
    "who is named with whom": (
        "SELECT a.entity AS one, b.entity AS two, count(*) AS n FROM entities a JOIN entities b ON a.article_id = b.article_id "
        "AND a.entity < b.entity GROUP BY a.entity, b.entity ORDER BY n DESC LIMIT 50"
    ),
    "places by mentions": "SELECT place, count(*) AS n FROM toponyms GROUP BY place ORDER BY n DESC LIMIT 50",
}


def bytes_below(folder: Path) -> int:
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())


def asked(workspace: Workspace) -> Iterator[tuple[str, str, Callable[[], Any]]]:
    """Each query with each filter, frames up to 1,000 rows."""
    for name in FRAMES:
        for said, filters in FILTERS.items():
            yield name, said, partial(getattr(queries, name), workspace, filters, 1000)
    for name in TOTALS:
        for said, filters in FILTERS.items():
            yield name, said, partial(getattr(queries, name), workspace, filters)
    yield "options", "all", partial(queries.options, workspace)
    yield "enriched", "one article", partial(workspace.enriched, "a7")
    yield "version", "", lambda: workspace.version


def compare(workspace: Workspace, path: Path) -> None:
    """The same questions to both stores, in turn."""
    db = sqlite_copy(workspace, path)
    print(f"\n{'question':<28}{'store ms':>10}{'SQLite ms':>11}{'ratio':>8}")
    for said, question in QUESTIONS.items():
        ours, _ = timed(partial(workspace.snapshot().rows, question))
        theirs, _ = timed(lambda question=question: db.execute(question).fetchall())  # type: ignore[misc]
        print(f"{said:<28}{ours:>10.1f}{theirs:>11.1f}{theirs / ours:>8.1f}")
    mine, other = bytes_below(workspace.folder / "records") / 1e6, path.stat().st_size / 1e6
    print(f"{'megabytes on disk':<28}{mine:>10.1f}{other:>11.1f}{other / mine:>8.1f}")


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    with tempfile.TemporaryDirectory() as name:
        workspace = build(Path(name) / "work", count)
        print(f"\n{'query':<16}{'filter':<14}{'ms':>9}{'CPU ms':>9}")
        for query, said, run in asked(workspace):
            wall, cpu = timed(run)
            print(f"{query:<16}{said:<14}{wall:>9.1f}{cpu:>9.1f}{'  over 100 ms' if cpu > 100 else ''}")
        compare(workspace, Path(name) / "copy.sqlite")


if __name__ == "__main__":
    main()
