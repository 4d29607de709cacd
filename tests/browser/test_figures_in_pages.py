"""On the dashboard itself a pick narrows everything and moves no figure."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Server
from tests.browser.test_plotly_view import FIGURE, SPOT, VIEW, drawn

# Streamlit looks for its own health page below the address of a deep link first, and a browser reports the miss.
OWN_MISS = "the server responded with a status of 404"


def open_page(browser: Browser, url: str) -> tuple[Page, list[str]]:
    complaints: list[str] = []
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.set_default_timeout(30_000)
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" and OWN_MISS not in m.text else None)
    page.on("pageerror", lambda e: complaints.append(str(e)))
    page.goto(url)
    drawn(page)
    page.evaluate(f"() => {{ window.node = {FIGURE} }}")
    return page, complaints


def test_a_picked_place_goes_into_the_address_and_the_map_stays(browser: Browser, server: Server) -> None:
    page, complaints = open_page(browser, f"{server.url}/map")
    page.locator("[data-title='Zoom in']").click()
    page.wait_for_function(f"() => {FIGURE}._fullLayout.geo.projection.scale > 1.2")
    before = page.evaluate(VIEW)
    x, y = page.evaluate(SPOT, [33.8, 29.5])
    page.mouse.move(x - 2, y - 2)
    page.mouse.click(x, y)
    expect(page).to_have_url(re.compile("place=.*Sinai"))
    drawn(page, 2)
    assert page.evaluate(VIEW) == before
    assert page.evaluate(f"() => window.node === {FIGURE}")
    assert complaints == []
    page.context.close()


def test_the_zoom_is_there_after_a_visit_to_another_page(browser: Browser, server: Server) -> None:
    page, complaints = open_page(browser, f"{server.url}/map")
    page.locator("[data-title='Zoom in']").click()
    page.wait_for_function(f"() => {FIGURE}._fullLayout.geo.projection.scale > 1.2")
    before = page.evaluate(VIEW)
    page.get_by_role("link", name="Timeline").first.click()
    page.wait_for_function(f"() => {FIGURE}?.dataset.drawn && {FIGURE}._fullLayout.xaxis")
    page.get_by_role("link", name="Map").first.click()
    page.wait_for_function(f"() => {FIGURE}?.dataset.drawn && {FIGURE}._fullLayout.geo")
    assert page.evaluate(VIEW) == before
    assert complaints == []
    page.context.close()
