"""The dashboard: ``streamlit run dashboard.py``."""

from core.show.shell import main

main()
