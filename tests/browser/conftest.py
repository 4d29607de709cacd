"""A cold dashboard server and a browser that may reach nothing but it."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from tests.browser.chromium import ARGUMENTS, chromium

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60
PROBE = re.compile(r"/_stcore/(health|host-config)\)$")
"""On a deep link Streamlit's page looks for its server under the page's own path first, and finds none there."""


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@dataclass
class Server:
    """A dashboard on a workspace of its own."""

    folder: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        return (self.folder / "server.log").read_text(encoding="utf-8", errors="replace")

    def start(self) -> Server:
        command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", f"--server.port={self.port}"]
        command += ["--server.address=127.0.0.1", "--server.headless=true", "--server.fileWatcherType=none"]
        env = {**os.environ, "DATELINE_WORKSPACE": str(self.folder / "workspace")}
        with open(self.folder / "server.log", "wb") as log:
            self.process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=subprocess.STDOUT)
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=2):
                    return self
            except OSError:
                time.sleep(0.1)
        raise AssertionError(f"the dashboard did not start:\n{self.log}")

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=20)


@dataclass
class Watch:
    """What a page asked for beyond this machine, and what it complained of."""

    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture
def cold_server(tmp_path: Path) -> Iterator[Server]:
    """A server that no one has visited yet."""
    server = Server(tmp_path).start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for the tests of a module."""
    server = Server(tmp_path_factory.mktemp("server")).start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    assert path, "no Chromium found: run `make browser`"
    profile = Path(os.environ.get("TMPDIR", "/tmp"))
    assert shutil.disk_usage(profile).free > 100 << 20
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


def _local_only(context: BrowserContext, watch: Watch) -> None:
    def check(route: Route) -> None:
        url = route.request.url
        if url.startswith(("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:")):
            route.continue_()
        else:
            watch.outside.append(url)
            route.abort()

    context.route("**/*", check)


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def page(browser: Browser, watch: Watch, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A fresh page, 1440 wide; it fails its test if it reached outside or logged an error."""
    options: dict[str, Any] = getattr(request, "param", {})
    context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **options})
    _local_only(context, watch)
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.on("console", lambda m: watch.complaints.append(f"{m.text} ({m.location.get('url')})") if m.type == "error" else None)
    page.on("pageerror", lambda e: watch.complaints.append(str(e)))
    yield page
    if shots := os.environ.get("SCREENSHOTS"):
        page.screenshot(path=Path(shots) / f"{request.node.name[:80].replace('/', '_')}.png")
    context.close()
    assert watch.outside == []
    assert [c for c in watch.complaints if not PROBE.search(c)] == []
