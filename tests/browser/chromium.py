"""Find a Chromium to test with. As a command: print it, or exit with 1."""

from __future__ import annotations

import os
import shutil
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

ARGUMENTS = [
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # The sandbox needs rights that root in a container does not have; only pages of our own are opened.
    "--no-sandbox",
]


def chromium() -> str | None:
    """Path of an installed Chromium; the variable ``CHROMIUM`` names another."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


if __name__ == "__main__":
    found = chromium()
    print(found or "no Chromium on this machine")
    sys.exit(found is None)
