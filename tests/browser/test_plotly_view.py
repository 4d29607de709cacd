"""The figures as a reader handles them: drawn offline, clicked, zoomed, filtered."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, START_SECONDS, free_port

FIGURE = "document.querySelector('.dateline-figure')"
VIEW = f"() => {{ const g = {FIGURE}._fullLayout; return g.geo ? [g.geo.projection.scale, g.geo.center, g.geo.lonaxis.range] : g.xaxis.range }}"
SPOT = f"""([lon, lat]) => {{
  const g = {FIGURE}, [x, y] = g._fullLayout.geo._subplot.projection([lon, lat]), box = g.getBoundingClientRect();
  return [box.x + x, box.y + y];
}}"""


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a server of ``figures_app.py``, with the project's static files beside it."""
    folder, port = tmp_path_factory.mktemp("figures"), free_port()
    (folder / "static").symlink_to(ROOT / "static")
    (folder / "app.py").write_text((ROOT / "tests/browser/figures_app.py").read_text("utf-8"), "utf-8")
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}", "--server.address=127.0.0.1"]
    command += ["--server.headless=true", "--server.fileWatcherType=none", "--server.enableStaticServing=true", "--browser.gatherUsageStats=false"]
    with open(folder / "server.log", "wb") as log:
        process = subprocess.Popen(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=log, stderr=subprocess.STDOUT)
    url, deadline = f"http://127.0.0.1:{port}", time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"{url}/_stcore/health", timeout=2).close()
            break
        except OSError:
            time.sleep(0.1)
    yield url
    process.terminate()
    process.wait(timeout=20)


def drawn(page: Page, times: int = 1) -> None:
    page.wait_for_function(f"n => +({FIGURE}?.dataset.drawn ?? 0) >= n", arg=times)


def draws(page: Page) -> int:
    return int(page.evaluate(f"() => {FIGURE}.dataset.drawn"))


def open_figure(page: Page, url: str) -> None:
    page.goto(url)
    drawn(page)
    page.evaluate(f"() => {{ window.node = {FIGURE} }}")


def click_at(page: Page, lon: float, lat: float) -> None:
    x, y = page.evaluate(SPOT, [lon, lat])
    page.mouse.move(x - 2, y - 2)
    page.mouse.move(x, y)
    page.mouse.click(x, y)


def test_the_map_is_drawn_from_this_machine_alone(page: Page, figures: str) -> None:
    open_figure(page, f"{figures}/?figure=map")
    shapes = page.evaluate(f"() => [...{FIGURE}.querySelectorAll('.choroplethlayer path')].filter(p => (p.getAttribute('d') ?? '').length > 50).length")
    base = page.evaluate(f"() => {FIGURE}.querySelector('.layer.countries path').getAttribute('d').length")
    assert shapes >= 3
    assert base > 1000
    assert page.locator(".dateline-figure").get_attribute("role") == "figure"
    assert page.locator(".dateline-figure").get_attribute("aria-label") == "Map of six places"


@pytest.mark.parametrize(("lon", "lat", "place"), [(38.0, 34.3, "country:SY"), (33.8, 29.5, "region:sinai"), (37.16, 36.2, "geonameid:170063"), (38.99, 36.69, "border:SY-TR")])
def test_a_click_picks_the_place_under_it(page: Page, figures: str, lon: float, lat: float, place: str) -> None:
    open_figure(page, f"{figures}/?figure=map")
    click_at(page, lon, lat)
    expect(page.get_by_text(f"place: {place}", exact=True)).to_be_visible()


def test_a_second_click_goes_through_the_outline_of_the_first(page: Page, figures: str) -> None:
    open_figure(page, f"{figures}/?figure=map")
    click_at(page, 38.0, 34.3)
    expect(page.get_by_text("place: country:SY", exact=True)).to_be_visible()
    drawn(page, 2)
    click_at(page, 37.16, 36.2)
    expect(page.get_by_text("place: geonameid:170063", exact=True)).to_be_visible()


def test_a_filter_and_a_pick_leave_node_and_zoom_alone(page: Page, figures: str) -> None:
    open_figure(page, f"{figures}/?figure=map")
    page.get_by_role("button", name="Zoom in").or_(page.locator("[data-title='Zoom in']")).first.click()
    page.wait_for_function(f"() => {FIGURE}._fullLayout.geo.projection.scale > 1.2")
    before, n = page.evaluate(VIEW), draws(page)
    page.get_by_text("areas", exact=True).click()
    expect(page.get_by_text("only: areas", exact=True)).to_be_visible()
    drawn(page, n + 1)
    assert page.evaluate(VIEW) == before
    click_at(page, 38.0, 34.3)
    expect(page.get_by_text("place: country:SY", exact=True)).to_be_visible()
    drawn(page, n + 2)
    assert page.evaluate(VIEW) == before
    assert page.evaluate(f"() => window.node === {FIGURE}")
    page.locator("[data-title='Show everything']").click()
    page.wait_for_function(f"() => {FIGURE}._fullLayout.geo.projection.scale === 1")


def test_the_map_fills_its_frame_on_a_narrow_screen(page: Page, figures: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_figure(page, f"{figures}/?figure=map")
    sizes = page.evaluate(f"() => {{ const g = {FIGURE}, b = g.querySelector('.bg rect')?.getBBox(); return [g.clientWidth, b.width, b.height, g._fullLayout._size.h] }}")
    assert sizes[1] > sizes[0] * 0.9
    assert sizes[2] > sizes[3] * 0.95
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390


def test_a_diamond_leads_to_its_event(page: Page, figures: str) -> None:
    open_figure(page, f"{figures}/?figure=timeline")
    points = page.locator(".dateline-figure .scatterlayer .points path")
    box: Any = points.first.bounding_box()
    page.mouse.move(box["x"], box["y"])
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.get_by_text("picked: event-0", exact=True)).to_be_visible()


def test_a_diamond_can_be_clicked_with_the_box_tool_in_hand(page: Page, figures: str) -> None:
    open_figure(page, f"{figures}/?figure=timeline")
    page.locator("[data-title='Box Select']").click()
    page.wait_for_function(f"() => {FIGURE}._fullLayout.dragmode === 'select'")
    box: Any = page.locator(".dateline-figure .scatterlayer .points path").first.bounding_box()
    page.mouse.move(box["x"], box["y"])
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.get_by_text("picked: event-0", exact=True)).to_be_visible()


def test_a_zoom_into_very_many_events_gets_finer_bins(page: Page, figures: str) -> None:
    open_figure(page, f"{figures}/?figure=timeline&many=1")
    widths = f"() => Math.min(...{FIGURE}.data.filter(t => t.width?.length).map(t => t.width[0]))"
    before = page.evaluate(widths)
    for _ in range(2):
        n = draws(page)
        page.locator("[data-title='Zoom in']").click()
        drawn(page, n + 1)
    assert page.evaluate(widths) < before
    zoomed = page.evaluate(VIEW)
    page.locator("[data-title='Show everything']").click()
    page.wait_for_function(f"before => {FIGURE}._fullLayout.xaxis.range[0] < before", arg=zoomed[0])


def test_a_box_tells_its_range(page: Page, figures: str) -> None:
    open_figure(page, f"{figures}/?figure=timeline&many=1")
    page.locator("[data-title='Box Select']").click()
    box: Any = page.locator(".dateline-figure .nsewdrag").first.bounding_box()
    page.mouse.move(box["x"] + 0.3 * box["width"], box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 0.6 * box["width"], box["y"] + 60, steps=6)
    page.mouse.up()
    expect(page.get_by_text("box: {'x': ['201")).to_be_visible()


def test_a_claim_is_picked(page: Page, figures: str) -> None:
    open_figure(page, f"{figures}/?figure=claims")
    box: Any = page.locator(".dateline-figure .scatterlayer .points path").last.bounding_box()
    page.mouse.move(box["x"], box["y"])
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.get_by_text("picked: claim-")).to_be_visible()
