"""The benchmark runs; what it measures is for people to read."""

from __future__ import annotations

import subprocess
import sys

from core.store.workspace import SEED


def test_the_benchmark_asks_both_stores():
    root = SEED.parent.parent
    done = subprocess.run([sys.executable, "benchmarks/store.py", "12"], cwd=root, capture_output=True, text=True, check=True)
    assert "12 articles stored" in done.stdout
    assert "an entity's places" in done.stdout
    assert "megabytes on disk" in done.stdout
