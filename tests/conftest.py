"""For every test: one loaded pipeline, no network, and random texts that are the same on every run."""

from __future__ import annotations

import ipaddress
import socket
import sys
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# A slow machine is no failure. The same texts are tried on every run, so that a failure is the
# change's; `pytest --hypothesis-profile=default` looks for new ones.
settings.register_profile("same", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("same")


@pytest.fixture(scope="session")
def nlp() -> Any:
    """The pipeline with its model. Costs a second: most rules are tested on hand-made Docs."""
    from core.extract.pipeline import load

    return load()


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that leaves this machine."""
    connect = socket.socket.connect

    def local_only(self: socket.socket, address: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_loopback(address[0]):
            raise AssertionError(f"a test tried to reach {address!r}")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", local_only)


@pytest.fixture(autouse=True)
def own_main_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the main module back: AppTest leaves the page that it ran in its place, and every process started later would run that."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
