"""Numeric claims of whole sentences: bare numbers, kinds of nouns, statuses, windows and speakers by the parse."""

from __future__ import annotations

from typing import Any

import pytest

from core.extract.pipeline import enrich
from core.records import Article, Claim


def claims(nlp: Any, text: str) -> list[Claim]:
    (enriched,) = enrich(nlp, [Article(id="a", text=text, published="2024-05-10", published_basis="given")])
    return list(enriched.claims)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of detained protesters rose to 2,300.", [(2300, "detained")]),
        ("Officials put the death toll at 71.", [(71, "fatalities")]),
        ("The prefect put the number of dead at five and the injured at 18.", [(5, "fatalities"), (18, "injuries")]),
        ("The fire raised the number of wounded to at least 40 and the number of killed to 12.", [(40, "injuries"), (12, "fatalities")]),
        ("Troop levels fell from a peak of 48,000 to about 9,000.", [(48000, "personnel"), (9000, "personnel")]),
        ("The navy had six frigates, of which two have been sunk.", [(6, "equipment"), (2, "equipment")]),
        ("The army has a strength of 120,000.", [(120000, "personnel")]),
        ("A strike killed 40, according to the agency, which said 115 people were inside.", [(40, "fatalities"), (115, "personnel")]),
        ("It killed 12 people, three of whom were children.", [(12, "fatalities"), (3, "fatalities")]),
        ("The regiment was set a target of 40,000.", [(40000, "other")]),
    ],
)
def test_a_bare_number_counts_what_its_gauge_or_the_count_before_does(nlp, text, expected):
    assert [(c.value, c.category) for c in claims(nlp, text)] == expected


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("The jets dropped at least 16 bombs and sank two ships.", [None, None]),
        ("The party dropped 12 seats and turnout dropped 4 percent.", ["down", "down"]),
    ],
)
def test_what_is_dropped_or_sunk_moves_no_number(nlp, text, changes):
    assert [c.change for c in claims(nlp, text)] == changes


@pytest.mark.parametrize("text", ["The vaccine is given to children under five.", "Their average age was 22.", "It was one of the deadliest raids."])
def test_ages_and_one_of_many_are_no_claims(nlp, text):
    assert claims(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Rescuers recovered the remains of 14 miners.", "fatalities"),
        ("Nothing is known of the whereabouts of 63 fishermen.", "missing"),
        ("Among the victims were four plumbers.", "fatalities"),
        ("The regiment lost 340 men.", "fatalities"),
        ("The regiment lost 25 tanks.", "equipment"),
        ("The barrage killed or maimed 80 recruits.", "fatalities"),
        ("The blast destroyed 30 homes.", "other"),
        ("Three museums were evacuated.", "other"),
        ("Some 12,000 villagers had left by Monday.", "displaced"),
        ("Some 300 troops had left by Monday.", "personnel"),
        ("Two rockets landed near the bridge.", "strikes"),
        ("He showed us the 9 missiles that had been fired at the port.", "strikes"),
        ("Surgeons treated 44 patients.", "injuries"),
        ("Rebels kept 70 priests in a basement.", "detained"),
        ("The commission heard 28 former hostages.", "personnel"),
        ("The court tried 15 stevedores.", "personnel"),
        ("The general acknowledged the loss of 62 soldiers.", "fatalities"),
        ("The port came under fire three times.", "strikes"),
        ("Some 3,000 people have registered as displaced.", "displaced"),
        ("In the raid 21 fighters fell as martyrs.", "fatalities"),
        ("The army took control of three camps.", "territory"),
        ("The shell killed eight people of one family.", "fatalities"),
        ("The army captured 32 elements of the militia.", "detained"),
        ("They fled from three waves of raids.", "strikes"),
        ("Up to 2,000 people will have to leave their homes.", "displaced"),
        ("Close to 9,800 people were newly displaced.", "displaced"),
        ("They dug 26 water points.", "other"),
        ("About 400 inmates escaped from the fort.", "personnel"),
        ("About 300 people were made homeless.", "displaced"),
        ("The floods forced nearly 12,000 from their homes.", "displaced"),
        ("Four of its men were among the dead.", "fatalities"),
        ("The blast left three others with head injuries.", "injuries"),
        ("Dead: 14.", "fatalities"),
        ("At least 17 herders lost their lives.", "fatalities"),
        ("The crash cost the lives of nine pilots.", "fatalities"),
        ("It lists 30 gunners as fallen.", "fatalities"),
        ("At least seven cooks sustained bullet injuries.", "injuries"),
        ("In all 40 bakers were held for questioning.", "detained"),
        ("Of the wounded, 12 are from the village.", "injuries"),
        ("They had to lob 40 shells.", "strikes"),
        ("Raiders beat 11 monks to death.", "fatalities"),
        ("They fled to a province of eight million.", "personnel"),
        ("The court ordered the release of 67 minors.", "detained"),
        ("We wrote to the kin of eight clerks still in custody.", "detained"),
        ("Raiders whisked away 14 farmers.", "detained"),
        ("Officials put the number of monks abducted in May at 40.", "detained"),
    ],
)
def test_nouns_and_verbs_tell_the_category(nlp, text, category):
    assert [c.category for c in claims(nlp, text)] == [category]


def test_a_name_and_its_number_leave_out_the_verb(nlp):
    found = claims(nlp, "South Africa lost 14 soldiers, Malawi three and Tanzania two.")
    assert [(c.value, c.category) for c in found] == [(14, "fatalities"), (3, "fatalities"), (2, "fatalities")]


def test_a_gauge_is_set_to_its_number_over_a_clause_of_its_own(nlp):
    text = "The army took 24 villages, bringing the number of settlements taken since the start of the offensive to 122."
    assert [(c.value, c.category) for c in claims(nlp, text)] == [(24, "territory"), (122, "territory")]


def test_ones_are_what_the_count_before_counted(nlp):
    found = claims(nlp, "The list has 144 Danish tanks, against 22 Swedish ones.")
    assert [(c.value, c.category) for c in found] == [(144, "equipment"), (22, "equipment")]


def test_behind_a_toll_and_a_colon_are_its_parts(nlp):
    found = claims(nlp, "Officials put the dead at 127: 82 civilians and 45 soldiers.")
    assert [(c.value, c.category) for c in found] == [(127, "fatalities"), (82, "fatalities"), (45, "fatalities")]


def test_who_needs_help_is_no_more_than_a_person(nlp):
    found = claims(nlp, "Some 1.6 million people have fled, and 18.6 million will need aid.")
    assert [(c.value, c.category) for c in found] == [(1.6e6, "displaced"), (18.6e6, "personnel")]


def test_what_strikes_deny_is_not_said_by_them(nlp):
    assert [c.category for c in claims(nlp, "Four strikes denied the rebels access to the river.")] == ["strikes"]
    assert claims(nlp, "They define a strike as one or more blasts in one place.") == []


def test_of_a_whole_only_the_part_shares_its_fate(nlp):
    found = claims(nlp, "Two of his seven sons were killed.")
    assert [(c.value, c.category) for c in found] == [(2, "fatalities"), (7, "personnel")]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("The fleet has pledged 300 cannon.", ["planned"]),
        ("The agency appealed for $90 million.", ["hypothetical"]),
        ("Appeals for $90 million were met with silence.", ["hypothetical"]),
        ("Only 40 of the 200 tents that were promised have come.", ["done", "planned"]),
        ("The plan covers 5,000 proposed dwellings.", ["planned"]),
        ("More than 800 convicts could not be traced.", ["ongoing"]),
        ("As many as 3,000 monks may have died.", ["done"]),
        ("Another 60 beds are due to be installed in May.", ["planned"]),
        ("The agency is preparing for 20,000 refugees.", ["hypothetical"]),
        ("The airfield lies 30 km south of the town.", ["ongoing"]),
        ("The town, 55 km from the border, was shelled.", ["done"]),
        ("They could not confirm reports of 30 rapes.", ["done"]),
        ("The panel recommends an increase of 3,000 guards.", ["hypothetical"]),
        ("The donors have offered 20 million euros.", ["planned"]),
        ("About 15,000 tents are needed by August.", ["hypothetical"]),
        ("KEY FIGURES\nUS$ 96.2 million required\n41% funded", ["hypothetical", "done"]),
        ("Some 18 million people will need aid.", ["planned"]),
        ("The clinic needs 18 beds.", ["hypothetical"]),
        ("They must open an inquiry into all 12 strikes.", ["done"]),
        ("They are waiting for the 15,000 pesos promised to each family.", ["planned"]),
        ("They hold an area of two square kilometres, down from five square kilometres in March.", ["ongoing", "done"]),
        ("The first 3,200 rifles are to be delivered by June.", ["planned"]),
        ("The firm won a contract for 400 trucks.", ["planned"]),
        ("The envoy put the number of rebels at 20,000.", ["ongoing"]),
        ("The envoy put the number of dead at 200.", ["done"]),
        ("The air force drops 3,000 bombs a month.", ["ongoing"]),
        ("The state has sanctioned 2 million dollars for camps.", ["planned"]),
        ("The governor approved 40,000 dollars for each widow.", ["planned"]),
        ("What we need is at least 30 boats.", ["hypothetical"]),
        ("They are asking for 2 million euros.", ["hypothetical"]),
        ("She said that the convent was sheltering 300 children.", ["ongoing"]),
        ("The convent was sheltering 300 children.", ["done"]),
    ],
)
def test_plans_wishes_and_lasting_states(nlp, text, statuses):
    assert [c.status for c in claims(nlp, text)] == statuses


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        ("In March, shells killed 12 people, and in May a mine killed 7.", [("2024-03", "2024-03"), ("2024-05", "2024-05")]),
        ("As of 3 May, the envoy said, 900 tents had arrived.", [(None, "2024-05-03")]),
        ("The toll stands at 45, up from 30 in April.", [(None, None), ("2024-04", "2024-04")]),
        ("There were 61 raids, against 38 in April.", [(None, None), ("2024-04", "2024-04")]),
        ("Attacks fell to 20, fewer than in 2019.", [(None, None)]),
        ("By the time a truce was signed in March 2023, 400 people had died.", [(None, "2023-03")]),
        ("The province reported 11 deaths between 1 February and 9 April 2024.", [("2024-02-01", "2024-04-09")]),
        ("Up to 100 drones were launched on the night of May 2 to 3.", [("2024-05-02", "2024-05-03")]),
        ("It had 300 arrivals in the week ending 26 April.", [("2024-04-20", "2024-04-26")]),
        ("The patrol noted six self-propelled guns near the river on 7 May.", [("2024-05-07", "2024-05-07")]),
        ("They seized 5 tanks from a brigade that was formed in 1970.", [(None, None)]),
        ("AMMAN, April 2 (Wire) - Guards shot 9 men.", [(None, None)]),
        ("On Tuesday rangers shot 12 hunters, up from a usual 4 a week.", [("2024-05-07", "2024-05-07"), (None, None)]),
        ("Raids climbed to 750 so far this year from 339 in 2022.", [("2024", "2024-05-10"), ("2022", "2022")]),
        ("In the week of 1 to 7 April, 12 wells dried up.", [("2024-04-01", "2024-04-07")]),
        ("He says that 900 farmers have fled and that 12 more will get aid in 2026.", [(None, None), ("2026", "2026")]),
        ("Rockets that hit the port on Tuesday killed 13 sailors.", [("2024-05-07", "2024-05-07")]),
        ("The officers who met on Tuesday killed 13 sailors.", [(None, None)]),
        ("Jets dropped 143 bombs in the 48 hours that ended Tuesday morning.", [("2024-05-05", "2024-05-07")]),
        ("The guards shot 12 hunters overnight on May 6 to 7.", [("2024-05-06", "2024-05-07")]),
        ("Guards shot 9 men before dawn on Tuesday.", [("2024-05-07", "2024-05-07")]),
        ("Raids rose to 70 from 30 in March.", [(None, None), ("2024-03", "2024-03")]),
        ("The ministry has so far provided only 20 tents.", [(None, "2024-05-10")]),
        ("On Tuesday rebels freed 51 captives, 17 of them women.", [("2024-05-07", "2024-05-07")] * 2),
        ("Floods hit the town on Tuesday; officials report 36 farmers drowned so far.", [(None, "2024-05-10")]),
        ("The yard can build 40 boats by the end of next year if parliament approves $310 million.", [(None, "2025"), (None, None)]),
        ("The army advanced 12 km along the river between April 2 and 4.", [("2024-04-02", "2024-04-04")]),
        ("The city counted 562 killed and 2,855 wounded since January.", [("2024-01", "2024-05-10")] * 2),
        ("Police have held 40 men for questioning in more than 20 towns since raids began on May 4.", [("2024-05-04", "2024-05-10")] * 2),
        ("The army holds 40 hostages. In March it had spoken of about 100.", [(None, None)] * 2),
        ("Raids killed 229 people, which made it the deadliest week since March.", [(None, None)]),
        ("The toll rose to 70 on Tuesday.", [(None, "2024-05-07")]),
        ("In March the navy raised the number of missing to 31.", [("2024-03", "2024-03")]),
        ("The flood brought to 70 the number of farmers drowned since January.", [("2024-01", "2024-05-10")]),
        ("A fire killed 9 men, bringing the claimed total since January to about 400.", [(None, None), ("2024-01", "2024-05-10")]),
        ("Two ships sank on Tuesday:\n\n-- Near Hull, 9 men drowned.\n\nOff Cork, 5 men drowned.", [("2024-05-07", "2024-05-07")] * 2 + [(None, None)]),
        ("• Floods killed 30 people\n• In April, 12 wells were dug", [(None, None), ("2024-04", "2024-04")]),
    ],
)
def test_a_date_is_the_number_s_by_its_clause(nlp, text, windows):
    assert [(c.window_begin, c.window_end) for c in claims(nlp, text)] == windows


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The rebels plan to send 500 men.", {None}),
        ("A storm claimed 12 lives.", {None}),
        ("We ask for six ambulances.", {None}),
        ("According to the ministry, 8 people died, 12 were hurt and 300 were made homeless.", {"the ministry"}),
        ("The ministry said that 8 people had been killed and 12 wounded, 5 of them badly.", {"The ministry"}),
        ("Doctors at the clinic have registered 31 burns.", {"Doctors at the clinic"}),
        ("Doctors have recorded 40 burns, compared with 25 in May.", {"Doctors"}),
        ("Doctors have recorded 40 burns, of which 11 were severe.", {"Doctors"}),
        ("Health: 300 nurses were trained.", {None}),
        ("The guns recorded in the depot killed 12 people.", {None}),
        ("The deputy head of the mission, Claudine Moreau, raised the number of dead to 2,900.", {"Claudine Moreau"}),
        ("The flood killed 40 people. The government in Oslo speaks of more than 3,000.", {None, "government in Oslo"}),
        ("Sea Watch pulled back on May 2 and has published the names of 772 dead.", {"Sea Watch"}),
        ("Prosecutors said that missiles had hit the town. They put the toll since the war began at 61 dead.", {"Prosecutors"}),
        ("The crane raised the boxes to 40 metres.", {None}),
        ("Rebels hit 17 towns in Chad\n\nABECHE - Gunmen raided 17 towns, officials of the province said.", {None, "officials of the province"}),
    ],
)
def test_who_states_the_number(nlp, text, speakers):
    assert {c.speaker for c in claims(nlp, text)} == speakers


def test_who_counted_is_heard_through_who_tells_of_it(nlp):
    (claim,) = claims(nlp, "The spokesman said that the observers had counted 31 craters.")
    assert claim.speaker is not None
    assert "observers" in claim.speaker
    assert "spokesman" in " ".join(claim.via)


def test_it_is_the_speaker_before(nlp):
    text = "The Coast Guard said on Monday that 12 sailors had drowned. It has recorded 40 wrecks since January."
    assert [c.speaker for c in claims(nlp, text)] == ["The Coast Guard", "The Coast Guard"]


def test_it_is_who_counted_before(nlp):
    text = "In the north, the commission counted 12 wells. Few had water. In the south it has registered 31."
    assert [c.speaker for c in claims(nlp, text)] == ["commission", "commission"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Firms gave 1.3 billion dollars, a third of the 4.2 billion that the ministry needs.", [(1.3e9, "USD", "money"), (1 / 3, None, "share"), (4.2e9, "USD", "money")]),
        ("Radar showed 28 boats within 25 km of the reef in June, up from 11 in May.", [(28, None, "equipment"), (25, "kilometer", "distance"), (11, None, "equipment")]),
        ("Funding fell by $53 million to $642 million.", [(53e6, "USD", "money"), (642e6, "USD", "money")]),
        ("They returned 27 and 41 square kilometres to farmers.", [(27, "kilometer ** 2", "area"), (41, "kilometer ** 2", "area")]),
        ("Police recovered two .303 rifles.", [(2, None, "equipment")]),
        ("A 50-kg bag of flour costs 30 dollars.", [(30, "USD", "money")]),
    ],
)
def test_a_bare_number_takes_the_unit_of_what_it_is_set_beside(nlp, text, expected):
    assert [(c.value, c.unit, c.category) for c in claims(nlp, text)] == expected


def test_cartridges_and_salts_are_names(nlp):
    found = claims(nlp, "Police seized 300 rounds of 7.62 x 39 ammunition and 9 kg of ammonium nitrate.")
    assert [(c.value, c.counted) for c in found] == [(300, "rounds"), (9, "ammonium nitrate")]


def test_one_of_whom_is_a_part(nlp):
    found = claims(nlp, "The raid left 14 wounded, one of whom died on the way.")
    assert [(c.value, c.category) for c in found] == [(14, "injuries"), (1, "fatalities")]


def test_any_person_may_count(nlp):
    (claim,) = claims(nlp, "A cook at the inn, who gave only her first name, counted three bodies.")
    assert claim.speaker == "cook at the inn"
