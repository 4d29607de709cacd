"""English words for what people and bodies are, by which an article goes on speaking of them after their name."""

from __future__ import annotations

SAME: dict[str, str] = {
    "col.": "colonel", "col": "colonel", "gen.": "general", "gen": "general", "lt.": "lieutenant", "lt": "lieutenant",
    "capt.": "captain", "capt": "captain", "maj.": "major", "maj": "major", "sgt.": "sergeant", "sgt": "sergeant",
    "adm.": "admiral", "adm": "admiral", "cmdr.": "commander", "cmdr": "commander", "sen.": "senator", "sen": "senator",
    "rep.": "representative", "rep": "representative", "gov.": "governor", "gov": "governor", "dr.": "doctor", "dr": "doctor",
    "prof.": "professor", "prof": "professor", "spokesman": "spokesperson", "spokeswoman": "spokesperson",
    "chairman": "chair", "chairwoman": "chair", "chairperson": "chair", "congressman": "representative",
    "congresswoman": "representative", "defence": "defense", "organisation": "organization", "centre": "center",
    "programme": "program", "adviser": "advisor", "schoolteacher": "teacher", "physician": "doctor",
    "attorney": "lawyer",
}  # fmt: skip
"""Words that are told as one: abbreviations of titles, spellings, and the forms for men and women."""

STANDS_FOR: dict[str, str] = {
    "official": """spokesperson secretary governor mayor commissioner director advisor envoy ambassador coordinator
        administrator superintendent deputy undersecretary""",
    "officer": "colonel captain lieutenant major sergeant commander brigadier admiral inspector",
    "commander": "colonel general admiral brigadier captain major",
    "leader": "president head chief chair chancellor emir king commander secretary",
    "lawmaker": "senator representative deputy mp parliamentarian legislator",
    "legislator": "senator representative deputy mp parliamentarian lawmaker",
    "politician": "senator representative deputy mp lawmaker governor mayor minister president",
    "diplomat": "ambassador envoy consul",
    "head": "director chief leader chair president",
    "chief": "head director leader commander",
    "expert": "analyst researcher professor scholar specialist",
    "analyst": "expert researcher fellow",
    "medic": "doctor nurse surgeon paramedic",
    "doctor": "surgeon physician",
    "advisor": "aide",
    "boss": "head director chief",
    "ministry": "department",
    "department": "ministry",
    "agency": "program fund organization office administration",
    "monitor": "observatory watchdog",
    "watchdog": "observatory monitor",
    "charity": "society foundation",
    "union": "syndicate federation",
    "premier": "minister",
}
"""A noun and those that it may take up: "Capt. Diaz ... the officer"."""

NEEDS: dict[str, str] = {"premier": "prime"}
"""What must stand before the noun that it takes up: "Prime Minister Rahim ... the premier"."""

GROUP_NOUNS = frozenset("""group organization organisation charity watchdog monitor movement militia faction outfit ngo body
outlet company firm network alliance coalition""".split())
"""What any organisation can be called that is nothing more special."""

FIGHTERS = frozenset("rebels insurgents militants militiamen jihadists fighters guerrillas extremists".split())
"""What the members of an armed group are called."""

BODIES = frozenset("""ministry army military navy police government agency department command commission council court
party union university hospital institute observatory authority authorities parliament force forces mission embassy bank
office committee coalition movement militia group organization organisation company newspaper broadcaster channel
federation administration campaign charity watchdog monitor union""".split())
"""Nouns of bodies that speak: their fuller names are noun phrases too, "the Russian health ministry"."""

MENS_NAMES_IN_A = frozenset("""mustafa isa issa musa moussa luka nikita joshua ilya abdulla ezra sasha misha dima kostya
vanya reza riza yahya zakaria kuma mulla taha rida ziya aga agha jonah lula kolya petya vova vasya fedya garba bala adama
sheka shehata ata obama juma shaka hamza talha khalifa murtaza mirza raza baba andrea gianluca toma sava seka nana koffa
ibrahima mamouda lamba souleyma mussa hama ousma zia noah hosea elisha joshua akira kota yuta kenta""".split())
"""First names in -a that men bear; other first names in -a are more often women's."""

DOCUMENTS = frozenset("""figures data statistics numbers report reports study survey poll analysis estimate estimates statement
records documents document tally count letter dossier review census bulletin communique""".split())
"""What speaks for whoever made it."""

MAKING = frozenset("""compiled released published issued collected gathered prepared kept made drawn produced conducted
commissioned signed written drafted provided compiles released releases publishes issues collects keeps""".split())
"""Forms of verbs that say who made a document."""
