"""Writing at the desk, and saying so when it cannot be done: a workspace may be read-only, or its disk full."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from core.errors import StoreError
from core.show import ui

REFUSED = "refused"


def attempt(action: Callable[[], object]) -> Callable[[], None]:
    """A callback that does it; what the store refuses is said above the page."""

    def run() -> None:
        try:
            action()
        except StoreError as error:
            st.session_state[REFUSED] = str(error)

    return run


def draw() -> None:
    """Say what could not be done, once."""
    said = st.session_state.pop(REFUSED, None)
    if said:
        st.error(ui.plain(f"Not done: {said}"), icon=":material/error:")
