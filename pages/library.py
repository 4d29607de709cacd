import streamlit as st
from core.show.shell import enter
def render():
    st.title("library")
enter(render)
