"""Find a Chromium to test with. As a command: print it, or exit with 1 and what is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from playwright._impl._driver import compute_driver_executable

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


def what_is_missing() -> str | None:
    """Why no browser can be driven here, in one line; ``None`` where one can."""
    path = chromium()
    if path is None:
        return "no Chromium on this machine"
    # Playwright's driver is a Node of its own, which needs a library that a small system lacks.
    for program in (compute_driver_executable()[0], path):
        try:
            ran = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=60, check=False)
        except OSError as error:
            return f"{program} does not start: {error}"
        if ran.returncode:
            return f"{program} does not start: {ran.stderr.strip()}"
    return None


if __name__ == "__main__":
    missing = what_is_missing()
    print(missing or chromium())
    sys.exit(missing is not None)
