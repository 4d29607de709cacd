"""What people keep at the desk, in a real browser: saved views, and notes whose words are gone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_dashboard import eventually, query, settle, visit

PHONE = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"}
REPORT = "ALEPPO, Syria — At least {} villagers were killed in Aleppo on 4 May 2019, Mayor Omar Haddad told reporters.\n"


def show_sidebar(page: Page) -> None:
    """On a phone the sidebar is shut at first."""
    opener = page.get_by_test_id("stExpandSidebarButton")
    if opener.is_visible():
        opener.click()
        page.wait_for_timeout(500)


@pytest.mark.parametrize("page", [{}, PHONE], indirect=True, ids=["wide", "phone, dark"])
def test_a_view_is_saved_opened_deleted_and_had_back(cold_server, page):
    visit(page, f"{cold_server.url}/claims?category=strikes&begin=2014")
    show_sidebar(page)
    page.get_by_role("button", name="Save this view").click()
    page.get_by_role("textbox", name="Name", exact=True).fill("Strikes so far")
    page.get_by_role("button", name="Save", exact=True).click()
    opener = page.get_by_role("button", name="Strikes so far")
    expect(opener).to_be_visible()
    visit(page, f"{cold_server.url}/?text=Russia")
    show_sidebar(page)
    opener.click()
    expect(page.locator("h1").first).to_have_text("Claims")
    assert eventually(page, lambda: query(page) == {"category": ["strikes"], "begin": ["2014"]}), page.url
    settle(page)
    show_sidebar(page)
    page.get_by_role("button", name="Change a view").click()
    page.get_by_role("button", name="Delete").click()
    expect(page.get_by_text("Strikes so far is deleted")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(opener).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_view_is_saved_and_opened_with_the_keyboard_alone(cold_server, page):
    visit(page, f"{cold_server.url}/timeline?text=Russia")
    page.get_by_role("button", name="Save this view").focus()
    page.keyboard.press("Enter")
    name = page.get_by_role("textbox", name="Name", exact=True)
    expect(name).to_be_visible()
    name.focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Russia in time")
    page.keyboard.press("Enter")
    opener = page.get_by_role("button", name="Russia in time")
    expect(opener).to_be_visible()
    settle(page)
    visit(page, f"{cold_server.url}/")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1").first).to_have_text("Timeline")
    assert eventually(page, lambda: query(page) == {"text": ["Russia"]}), page.url


def add(page: Page, url: str, text: str) -> None:
    visit(page, f"{url}/library")
    page.get_by_role("tab", name="Upload files").click()
    page.locator("input[type=file]").first.set_input_files([{"name": "report.txt", "mimeType": "text/plain", "buffer": text.encode()}])
    page.get_by_role("button", name="Add the articles").click()
    expect(page.get_by_text("1 article added")).to_be_visible(timeout=60_000)
    settle(page)


def test_a_note_outlives_its_words_and_is_moved(cold_server, page):
    add(page, cold_server.url, REPORT.format(20))
    visit(page, f"{cold_server.url}/reader?article=report")
    page.locator(".seg", has_text="20").first.click()
    page.get_by_role("textbox", name="Note").fill("Others say 31")
    page.get_by_role("button", name="Keep the note").click()
    expect(page.get_by_role("button", name="Remove")).to_be_visible()
    settle(page)
    add(page, cold_server.url, REPORT.format(31))
    expect(page.get_by_text("Lost their words: 1 entry")).to_be_visible()
    page.get_by_text("Open the article").click()
    expect(page.locator("h1").first).to_have_text(re.compile("31 villagers"))
    expect(page.get_by_text("1 entry has lost its words")).to_be_visible()
    expect(page.get_by_text("Others say 31")).to_be_visible()
    expect(page.get_by_text("the words are gone from its text")).to_be_visible()
    page.get_by_role("button", name="Move here").first.click()
    expect(page.get_by_text("1 entry has lost its words")).to_be_hidden()
    settle(page)
    page.locator(".seg", has_text="31").first.click()
    expect(page.get_by_text("Others say 31")).to_be_visible()
