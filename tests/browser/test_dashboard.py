"""The dashboard in a real browser, as a person uses it, with everything outside refused."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

ARTICLE = "000_d663472cd4bb9700"
UNTITLED = "“WASHINGTON — For the first time since it began military …”"
"""The seed has no title: the reader goes by its first words."""
PAGES = {
    "": "Overview",
    "map": "Map",
    "timeline": "Timeline",
    "claims": "Claims",
    "actors": "Actors",
    f"reader?article={ARTICLE}": UNTITLED,
    "library": "Library",
    "sources": "Sources and licences",
}


STILL = """() => {
    const state = document.querySelector("[data-testid=stApp]")?.dataset.testScriptState;
    window.stillSince = state === "notRunning" ? (window.stillSince ?? performance.now()) : undefined;
    return window.stillSince !== undefined && performance.now() - window.stillSince > 500;
}"""
"""No script has run for half a second: it stands still between two runs for a moment as well."""


def settle(page: Page) -> None:
    """Wait until no script runs any more."""
    page.evaluate("window.stillSince = undefined")
    page.wait_for_function(STILL, timeout=30_000)


def visit(page: Page, url: str) -> None:
    page.goto(url)
    expect(page.locator("h1").first).to_be_visible(timeout=30_000)  # a cold server on a busy machine takes more than five seconds
    settle(page)
    if "/reader" in url:
        expect(page.locator(".seg").first).to_be_visible()


def drawn(page: Page) -> Locator:
    """The figure, once Plotly has drawn it."""
    figure = page.locator(".dateline-figure").first
    expect(figure.locator(".main-svg").first).to_be_visible()
    assert eventually(page, lambda: bool(plot(page, "!node._fullLayout.geo || typeof node._fullLayout.geo._subplot.projection === 'function'")))
    page.wait_for_timeout(500)
    return figure


def plot(page: Page, script: str) -> object:
    """Evaluate on Plotly's own node, ``node``."""
    return page.locator(".dateline-figure .js-plotly-plot, .dateline-figure.js-plotly-plot").first.evaluate(f"(node) => {script}")


def click_at(page: Page, x: float, y: float) -> None:
    """Move there first, as a hand does: Plotly clicks what it hovers."""
    page.mouse.move(x - 3, y)
    page.mouse.move(x, y)
    page.wait_for_timeout(150)
    page.mouse.click(x, y)


def click_mark(page: Page, selector: str, nth: int = 0) -> None:
    box = page.locator(f".dateline-figure {selector}").nth(nth).bounding_box()
    assert box
    click_at(page, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def click_spot(page: Page, lon: float, lat: float) -> None:
    """Click the map where a spot of the earth is drawn."""
    x, y = plot(page, f"node._fullLayout.geo._subplot.projection([{lon}, {lat}])")  # type: ignore[misc]
    box = page.locator(".dateline-figure .main-svg").first.bounding_box()
    assert box
    click_at(page, box["x"] + x, box["y"] + y)


def query(page: Page) -> dict[str, list[str]]:
    from urllib.parse import parse_qs, urlparse

    return parse_qs(urlparse(page.url).query)


def eventually(page: Page, check: Callable[[], bool], seconds: float = 15) -> bool:
    """Wait for something; by the page's own clock, so that its requests are served meanwhile."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if check():
            return True
        page.wait_for_timeout(50)
    return False


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_a_first_visit_to_a_cold_server(cold_server, page, path):
    visit(page, f"{cold_server.url}/{path}")
    expect(page.locator("h1").first).to_have_text(PAGES[path])
    expect(page.get_by_text("Clear all filters").first).to_be_attached()
    assert page.get_by_test_id("stException").count() == 0


def test_a_deep_link_keeps_its_filters_on_every_page(server, page):
    visit(page, f"{server.url}/claims?category=strikes&begin=2014")
    assert query(page) == {"category": ["strikes"], "begin": ["2014"]}
    page.get_by_role("link", name="Timeline").click()
    expect(page.locator("h1").first).to_have_text("Timeline")
    assert eventually(page, lambda: query(page) == {"category": ["strikes"], "begin": ["2014"]}), page.url
    page.go_back()
    expect(page.locator("h1").first).to_have_text("Claims")
    assert eventually(page, lambda: query(page) == {"category": ["strikes"], "begin": ["2014"]}), page.url


def test_a_link_clicked_before_the_page_is_drawn_keeps_the_filters(cold_server, page):
    for _ in range(2):
        page.goto("about:blank")
        page.goto(f"{cold_server.url}/claims?category=strikes&begin=2014", wait_until="commit")
        page.get_by_role("link", name="Timeline").click()
        expect(page.locator("h1").first).to_have_text("Timeline")
        assert eventually(page, lambda: query(page) == {"category": ["strikes"], "begin": ["2014"]}), page.url
        expect(page.get_by_role("textbox", name="From")).to_have_value("2014")


def test_a_place_clicked_on_the_map_narrows_everything(server, page):
    visit(page, f"{server.url}/map")
    drawn(page)
    click_spot(page, 29, 26)
    assert eventually(page, lambda: "place" in query(page)), page.url
    settle(page)
    assert query(page)["place"] == ["Egypt"]
    place = "Egypt"
    expect(page.get_by_role("heading", name=re.compile(re.escape(place))).first).to_be_visible()
    page.get_by_role("link", name="Claims").click()
    expect(page.locator("h1").first).to_have_text("Claims")
    assert eventually(page, lambda: query(page).get("place") == [place])


def test_a_filter_keeps_the_zoom_of_the_map(server, page):
    visit(page, f"{server.url}/map")
    drawn(page)
    box = page.locator(".dateline-figure").bounding_box()
    assert box
    before = plot(page, "node._fullLayout.geo.projection.scale")
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 200)
    page.mouse.wheel(0, -400)
    assert eventually(page, lambda: plot(page, "node._fullLayout.geo.projection.scale") != before)
    zoomed = plot(page, "node._fullLayout.geo.projection.scale")
    page.get_by_role("textbox", name="Words in the article").fill("airstrikes")
    page.keyboard.press("Enter")
    assert eventually(page, lambda: query(page).get("text") == ["airstrikes"])
    settle(page)
    assert plot(page, "node._fullLayout.geo.projection.scale") == zoomed


def test_a_bar_of_the_timeline_leads_to_its_sentence(server, page):
    visit(page, f"{server.url}/timeline")
    drawn(page)
    click_mark(page, ".barlayer .point path")
    go = page.get_by_text("Read the sentence").first
    expect(go).to_be_visible()
    go.click()
    expect(page.locator("h1").first).to_have_text(UNTITLED)
    assert eventually(page, lambda: query(page).get("article") == [ARTICLE] and "record" in query(page)), page.url
    expect(page.locator(".seg.on").first).to_be_visible()


def test_a_row_of_the_claims_is_the_record_of_the_reader(server, page):
    visit(page, f"{server.url}/claims")
    table = page.get_by_test_id("stDataFrame").first
    box = table.bounding_box()
    assert box
    page.mouse.click(box["x"] + 16, box["y"] + 52)
    go = page.get_by_text("Read the sentence").first
    expect(go).to_be_visible()
    settle(page)
    page.get_by_role("link", name="Reader").click()
    expect(page.locator("h1").first).to_have_text(UNTITLED)
    expect(page.locator(".seg.on").first).to_contain_text("8,000")


def test_marks_lead_to_records_and_the_keyboard_walks_them(server, page):
    visit(page, f"{server.url}/reader?article={ARTICLE}")
    page.locator(".seg", has_text="8,000").first.click()
    assert eventually(page, lambda: query(page).get("record", [""])[0].startswith("claim")), page.url
    settle(page)
    expect(page.get_by_text("about 8,000").first).to_be_visible()
    first = query(page)["record"]
    page.keyboard.press("j")
    assert eventually(page, lambda: query(page)["record"] != first), page.url
    settle(page)
    page.keyboard.press("k")
    assert eventually(page, lambda: query(page)["record"] == first), page.url


def test_the_reader_keeps_its_scroll_when_a_mark_is_picked(server, page):
    visit(page, f"{server.url}/reader?article={ARTICLE}")
    text = page.locator(".text").first
    text.evaluate("(node) => { node.scrollTop = 400; }")
    mark = page.locator(".seg", has_text="October").first
    mark.click()
    scrolled = text.evaluate("(node) => node.scrollTop")
    assert eventually(page, lambda: "record" in query(page))
    settle(page)
    assert abs(text.evaluate("(node) => node.scrollTop") - scrolled) < 2


def test_the_legend_switches_layers(server, page):
    visit(page, f"{server.url}/reader?article={ARTICLE}")
    button = page.locator("button[data-layer=toponyms]")
    marks = page.locator(".seg").count()
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    assert page.locator(".seg").count() < marks
    button.click()
    assert page.locator(".seg").count() == marks


def test_article_text_is_never_markup(cold_server, page):
    visit(page, f"{cold_server.url}/library")
    text = '<img src=x onerror="window.pwned=1"> ![x](http://example.org/x.png) At least 12 people were killed in Aleppo, <b>officials</b> said.'
    page.get_by_role("textbox", name="Text of the article").fill(text)
    page.get_by_role("button", name="Add the article").first.click()
    expect(page.get_by_text("1 article added")).to_be_visible(timeout=60_000)
    for path in ("claims", "map", "timeline", "actors", "reader", ""):
        visit(page, f"{cold_server.url}/{path}")
    assert page.evaluate("window.pwned") is None


def test_a_bad_upload_is_named_with_its_reason(server, page):
    visit(page, f"{server.url}/library")
    page.get_by_role("tab", name="Upload files").click()
    files = [
        {"name": "empty.txt", "mimeType": "text/plain", "buffer": b""},
        {"name": "broken.jsonl", "mimeType": "text/plain", "buffer": b'{"id": "a"}\nnot json\n{"id": "good", "text": "Two soldiers died in Mosul."}\n'},
    ]
    page.locator("input[type=file]").first.set_input_files(files)
    page.get_by_role("button", name="Add the articles").click()
    expect(page.get_by_text("1 article added")).to_be_visible(timeout=60_000)
    for reason in ("empty.txt", "broken.jsonl:1", "broken.jsonl:2"):
        expect(page.get_by_text(reason).first).to_be_visible()


@pytest.mark.parametrize("page", [{"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"}], indirect=True, ids=["phone, dark"])
def test_nothing_overflows_on_a_phone(server, page):
    for path in PAGES:
        visit(page, f"{server.url}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path


def test_adding_can_be_stopped_and_keeps_what_is_done(cold_server, page):
    visit(page, f"{cold_server.url}/library")
    page.get_by_role("tab", name="Upload files").click()
    text = "On Tuesday at least 20 villagers were killed in Aleppo, the mayor said. " * 80
    lines = "\n".join(json.dumps({"id": f"a{n}", "text": f"{n}. {text}"}) for n in range(60))
    page.locator("input[type=file]").first.set_input_files([{"name": "many.jsonl", "mimeType": "text/plain", "buffer": lines.encode()}])
    page.get_by_role("button", name="Add the articles").click()
    expect(page.get_by_text(re.compile(r"^\d+ of 60: a"))).to_be_visible(timeout=60_000)
    # Another page can be looked at meanwhile: that stops nothing.
    page.get_by_role("link", name="Claims", exact=True).first.click()
    expect(page.get_by_role("heading", name="Claims", exact=True)).to_be_visible()
    page.get_by_role("link", name="Library", exact=True).first.click()
    expect(page.get_by_text(re.compile(r"^\d+ of 60: a"))).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Stop after this article").click()
    expect(page.get_by_role("button", name="Stop after this article")).to_be_hidden(timeout=60_000)
    settle(page)
    said = page.get_by_text(re.compile(r"^\d+ articles? added$"))
    added = int(said.inner_text().split()[0])
    assert 0 < added < 60
    expect(page.get_by_text(f"Stopped: {60 - added} articles of 60 not added")).to_be_visible()
    visit(page, f"{cold_server.url}/")
    expect(page.get_by_role("link", name=f"{added + 1} articles")).to_be_visible()


LABELS = """() => [...document.querySelectorAll(".dateline-labels text")].map((t) => { const b = t.getBoundingClientRect(); return [t.textContent, b.left, b.top, b.right, b.bottom]; })"""


def test_names_on_the_map_cover_none_another_and_stay_when_it_is_zoomed(server, page):
    visit(page, f"{server.url}/map")
    assert eventually(page, lambda: page.evaluate(LABELS))
    before = page.evaluate(LABELS)
    assert {"Syria", "Egypt", "Sinai"} <= {name for name, *_ in before}
    boxes = [box for _, *box in before]
    # The height of a line is more than that of its letters.
    apart = [a[0] >= b[2] or a[2] <= b[0] or a[1] + 4 >= b[3] or a[3] - 4 <= b[1] for n, a in enumerate(boxes) for b in boxes[:n]]
    assert all(apart), before
    page.locator('.modebar-btn[data-attr="zoom"]').first.click()
    assert eventually(page, lambda: page.evaluate(LABELS) and page.evaluate(LABELS) != before)
    assert "Egypt" in {name for name, *_ in page.evaluate(LABELS)}


def test_what_is_picked_stays_lit_when_something_is_written_on_it(cold_server, page):
    visit(page, f"{cold_server.url}/reader?article={ARTICLE}")
    page.locator(".seg[data-ids*=claim]").first.click()
    expect(page.locator(".seg.on").first).to_be_visible()
    page.get_by_text("Right", exact=True).click()
    settle(page)
    expect(page.locator(".seg.on").first).to_be_visible()


def contrast(page: Page, selector: str) -> float:
    """WCAG's contrast of an element's text with what lies behind it."""
    return float(page.evaluate(CONTRAST, selector))


CONTRAST = """(selector) => {
  const rgb = (c) => c.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
  const e = document.querySelector(selector);
  let behind = e;
  while ((rgb(getComputedStyle(behind).backgroundColor)[3] ?? 1) === 0) behind = behind.parentElement;
  const [a, b] = [light(rgb(getComputedStyle(e).color)), light(rgb(getComputedStyle(behind).backgroundColor))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}"""


@pytest.mark.parametrize("page", [{"color_scheme": "dark"}, {"color_scheme": "light"}], indirect=True, ids=["dark", "light"])
def test_filters_and_buttons_can_be_read(server, page):
    visit(page, f"{server.url}/library?category=strikes")
    for selector in ('span[title="Strikes and attacks"]', '[data-testid="stBaseButton-primaryFormSubmit"] p'):
        page.wait_for_selector(selector)
        # The page's own stylesheet comes with the first run, and on a cold server after its first lines.
        assert eventually(page, lambda selector=selector: contrast(page, selector) >= 4.5), selector


def test_a_filter_is_seen_in_words_and_kept_in_the_address_as_it_is(server, page):
    visit(page, f"{server.url}/claims?category=strikes")
    chip = page.locator('[data-testid="stSidebar"] span[title="Strikes and attacks"]:visible')
    expect(chip).to_be_visible()
    title = page.get_by_role("heading", name="Claims")
    expect(page.locator(".st-key-in_force")).to_be_hidden()  # the page's own stylesheet is there
    at = title.bounding_box()
    page.get_by_role("button", name="Remove Strikes and attacks").locator("visible=true").click()
    settle(page)
    assert eventually(page, lambda: query(page) == {}), page.url
    assert title.bounding_box() == at  # the page stays in its place


def test_a_row_is_picked_by_keyboard(server, page):
    visit(page, f"{server.url}/claims")
    expect(page.get_by_text("Pick a row or a mark")).to_be_visible()
    page.locator("[data-testid=stDataFrame] canvas").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Space")
    expect(page.get_by_text("Pick a row or a mark")).to_be_hidden()
    expect(page.locator(".card.on").first).to_be_visible()


def test_print_says_which_filters_are_in_force(server, page):
    visit(page, f"{server.url}/claims?category=strikes")
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Kind of claim or event: Strikes and attacks")).to_be_visible()
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
