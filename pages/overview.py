"""Overview: what the workspace holds, and what to do next."""

import streamlit as st

from core.show import ui
from core.show.shell import enter


def render() -> None:
    """Draw the page."""
    st.title("Overview", anchor=False)
    st.write(ui.overview().counts)


enter(render)
