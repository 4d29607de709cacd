"""Sources: where the data comes from, its licences, and what the tool promises."""

import streamlit as st

from core.show.shell import ROOT, enter

PROMISES = """
Dateline gives no verdicts, only evidence. What is uncertain is kept and drawn. A value that is not
known is empty. Every value names the rule or the model that made it and the words that it rests on.
What people write is kept at the desk and never lost when an article is read again. Nothing that is
typed in leaves the machine that this runs on: no page asks another host for anything, but for the
addresses that you name where fetching is switched on.
"""

ATTRIBUTION = """
- Place names and points: **[GeoNames](https://www.geonames.org/)**, licensed under
  [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/); selected, merged and normalised.
- Areas, borders, coasts and waters: **[Natural Earth](https://www.naturalearthdata.com/)**, public
  domain. Boundaries are drawn de facto as Natural Earth has them and say nothing on status; other
  publishers draw Crimea, the Golan Heights, Western Sahara and others differently.
- The seed article: **Defense News**, 17 November 2015, by Aaron Mehta. It is its publisher's and not under
  the licence of this program.
- Language model: **[spaCy's en_core_web_sm](https://spacy.io/models/en)** by Explosion, MIT licence.
- Precision codes and event types follow the codebooks of **ACLED** and **UCDP GED**; exports in their
  columns are headed as not being their data.
- Source and information grades follow NATO's **Admiralty code** (AJP-2.1).
"""


def render() -> None:
    """Draw the page."""
    st.title("Sources and licences", anchor=False)
    st.markdown(PROMISES)
    st.header("Attribution", anchor=False)
    st.markdown(ATTRIBUTION)
    st.header("Every data file", anchor=False)
    for path in sorted(ROOT.glob("core/**/SOURCES.md")):
        text = path.read_text(encoding="utf-8")
        title, _, body = text.partition("\n")
        with st.expander(f"{title.lstrip('# ')} ({path.parent.relative_to(ROOT).as_posix()})"):
            st.markdown(_demoted(body))
    st.caption("Dateline is free software under the MIT licence.")


def _demoted(markdown: str) -> str:
    return "\n".join(f"##{line}" if line.startswith("#") else line for line in markdown.splitlines())


enter(render)
