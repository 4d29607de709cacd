"""Claims against claims and against published figures: every rule, on hand-made claims."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from core.extract.checking import build, figures, references, rules
from core.extract.checking import counts as counts_rules
from core.extract.checking.finding import bounds, stated, to_check, written
from core.extract.pipeline import enrich
from core.records import Article, Claim, Timex, Toponym


def claim(text: str, start: int = 0, **fields: Any) -> Claim:
    value = fields.pop("value", None)
    known = {"low": value, "high": value} if fields.get("modifier", "exact") == "exact" else {}
    return Claim(id=f"claim-{start}", start_char=start, end_char=start + len(text), text=text, rule="r", value=value, **{**known, **fields})


SHARE = claim("75 percent", 10, value=75.0, unit="percent", category="share")
REST = claim("the remaining 98 km", 60, value=98.0, unit="kilometer", category="distance")


def place(name: str, country: str, start: int) -> Toponym:
    return Toponym(id=name, start_char=start, end_char=start + len(name), text=name, rule="r", name=name, country=country, kind="country")


def test_a_share_and_a_remainder_imply_the_whole():
    ((_, _, whole),) = rules.part_and_remainder([(SHARE, ""), (REST, "")])
    assert whole == 392


def test_the_implied_border_stands_beside_its_published_lengths():
    text = "Of the border of Turkey and Syria 75 percent is shut; the remaining 98 km are open."
    (found,) = references.borders([(SHARE, ""), (REST, "")], text, [place("Turkey", "TR", 17), place("Syria", "SY", 28)])
    assert "392 km" in found.statement
    assert "822 to 911 km" in found.statement
    assert found.figures["implied_whole"] == 392
    assert "computed on the map, not published" in found.statement
    assert 700 < found.figures["computed_on_map"] < 822
    assert "World Factbook" in (found.reference or "")
    assert len(found.readings) >= 2


def test_without_two_neighbours_nothing_is_published_beside_it():
    (found,) = references.borders([(SHARE, ""), (REST, "")], "no place is named", [])
    assert "392 km" in found.statement
    assert found.reference is None


@pytest.mark.parametrize("percent", [0.0, 100.0, 120.0])
def test_a_share_of_nothing_or_all_implies_no_whole(percent):
    share = claim("all of it", 10, value=percent, unit="percent", category="share")
    assert list(rules.part_and_remainder([(share, ""), (REST, "")])) == []


def test_a_stated_border_length_is_held_against_published_ones():
    sentence = "the border of turkey and syria is 900 km long"
    length = claim("900 km", 34, value=900.0, unit="kilometer", category="distance")
    (found,) = references.borders([(length, sentence)], sentence, [place("Turkey", "TR", 14), place("Syria", "SY", 25)])
    assert found.kind == "reference_border"
    assert found.figures["published_low"] == 822


def test_a_part_is_taken_from_its_total():
    sentence = "killing seven people, among them three medics"
    whole = claim("seven people", 8, value=7.0, category="fatalities")
    part = claim("three medics", 33, value=3.0, category="fatalities")
    (found,) = rules.totals_and_parts([(whole, sentence), (part, sentence)])
    assert found.figures == {"total": 7, "part": 3, "rest": 4}


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("it told of 171 raids, 43 of them here, and of 110 drones", [(171, 43)]),
        ("it told of 171 raids, 43 of which failed", [(171, 43)]),
        ("it told of 171 raids, of which 43 failed, and of 110 drones", [(171, 43)]),
        ("it told of 171 raids and 43 drones", []),
    ],
)
def test_of_them_makes_a_part_of_the_number_before_it(sentence, parts):
    pairs = [(claim(n, sentence.index(n), value=float(n), category="strikes"), sentence) for n in ("171", "43", "110") if n in sentence]
    assert [(f.figures["total"], f.figures["part"]) for f in rules.totals_and_parts(pairs)] == parts


def test_two_counts_without_a_lead_are_no_total_and_part():
    sentence = "killing seven people and three medics"
    pair = [(claim("seven people", 8, value=7.0, category="fatalities"), sentence), (claim("three medics", 25, value=3.0, category="fatalities"), sentence)]
    assert list(rules.totals_and_parts(pair)) == []


def test_a_count_and_its_percentage_imply_the_whole():
    sentence = "it dismissed 6,650 officers, or 5 percent of the force"
    count = claim("6,650 officers", 13, value=6650.0, counted="officers", category="personnel")
    share = claim("5 percent", 32, value=5.0, unit="percent", category="share")
    (found,) = rules.percent_and_count([(count, sentence), (share, sentence)])
    assert found.figures["implied_whole"] == pytest.approx(133_000)


def test_a_count_over_months_is_a_rate():
    strikes = claim("around 8,000 airstrikes", 0, value=8000.0, modifier="about", counted="airstrikes", category="strikes", status="done", window_begin="2014-09", window_end="2015-11-17")
    (found,) = rules.rates([(strikes, "")])
    assert found.statement == "about 8,000 airstrikes from 2014-09 to 2015-11-17 (14 months) is about 571 a month."


@pytest.mark.parametrize(("begin", "end", "months"), [("2014-09", "2015-11-17", 14), ("2014", "2015-11", None), (None, "2015-11", None), ("2015-11", "2015-11-17", 0), ("2021-07", "2021-09", 3), ("2023-01-01", "2023-03-31", 3), ("2021", "2021-11-14", 10), ("2020", "2021-11-14", None)])
def test_months_are_counted_between_prefix_dates(begin, end, months):
    assert rules.months_between(begin, end) == months


def counts(first: dict[str, Any], second: dict[str, Any]) -> list[Any]:
    shared = {"counted": "soldiers", "category": "fatalities"}
    pair = [(claim("20 soldiers", 0, value=20.0, **{**shared, **first}), ""), (claim("50 soldiers", 90, value=50.0, **{**shared, **second}), "")]
    return list(counts_rules.same_count(pair))


def test_two_speakers_who_count_differently_are_put_side_by_side():
    (found,) = counts({"speaker": "Kyiv"}, {"speaker": "Moscow"})
    assert found.statement == "20 soldiers according to Kyiv, 50 according to Moscow."
    assert not {"false", "wrong", "lie"} & set(found.statement.lower().split())


def test_the_dead_are_people_whatever_they_are_called():
    (found,) = counts({"speaker": "WHO", "counted": "bodies"}, {"speaker": "M23", "counted": None})
    assert found.statement == "20 dead according to WHO, 50 according to M23."


@pytest.mark.parametrize(
    ("second", "sentence", "checks"),
    [
        ({}, "m23 counts 50 soldiers", 1),
        ({"value": 2000.0}, "m23 has 50 soldiers", 0),
        ({"value": 2000.0}, "m23 puts the toll at 50 soldiers", 1),
        ({"text": "50 of the soldiers"}, "m23 killed 50 of the soldiers", 0),
        ({"text": "50 more soldiers"}, "m23 killed 50 more soldiers", 0),
        ({"window_begin": "2020", "window_end": "2021"}, "m23 counts 50 soldiers", 1),
        ({"value": 90.0, "window_begin": "2020", "window_end": "2021"}, "m23 counts 90 soldiers", 0),
        ({}, "they were shot, among them 50 soldiers", 0),
        ({"toponym_id": "7"}, "m23 counts 50 soldiers", 0),
    ],
)
def test_parts_other_places_and_counts_too_far_apart_are_not_of_one_thing(second, sentence, checks):
    shared = {"counted": "soldiers", "category": "fatalities"}
    first = claim("20 soldiers", 0, value=20.0, speaker="WHO", toponym_id="5", **shared)
    other = claim(second.pop("text", "50 soldiers"), 90, **{"value": 50.0, "speaker": "M23", "toponym_id": "5", **shared, **second})
    assert len(list(counts_rules.same_count([(first, "who counted 20 soldiers"), (other, sentence)]))) == checks


def test_two_speakers_are_put_side_by_side_once():
    shared = {"counted": "soldiers", "category": "fatalities"}
    pairs = [(claim(f"{n} soldiers", n, value=float(n), speaker=("WHO", "M23")[i % 2], **shared), "") for i, n in enumerate((20, 50, 30, 60))]
    assert len(list(counts_rules.same_count(pairs))) == 1


def test_parts_that_make_up_the_total_are_added():
    sentence = "14,100 strikes, 9,514 in iraq and 4,586 in syria"
    texts = [("14,100 strikes", 14100.0), ("9,514", 9514.0), ("4,586", 4586.0)]
    pairs = [(claim(t, i, value=v, category="strikes"), sentence) for i, (t, v) in enumerate(texts)]
    (found,) = counts_rules.sums(pairs)
    assert found.statement == "9,514 and 4,586 make 14,100, the total stated (14,100 strikes)."
    assert list(counts_rules.sums([(c, "" if i else sentence) for i, (c, _) in enumerate(pairs)])) == []
    assert list(counts_rules.sums([pairs[0], pairs[1]])) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"speaker": "Kyiv"}, {"speaker": "Kyiv"}),
        ({"speaker": "Kyiv"}, {"speaker": "Moscow", "counted": "civilians"}),
        ({"speaker": "Kyiv", "modifier": "at_least", "low": 20.0}, {"speaker": "Moscow"}),
        ({"speaker": "Kyiv", "window_end": "2020-01"}, {"speaker": "Moscow", "window_begin": "2021-01"}),
    ],
)
def test_counts_that_agree_or_are_of_other_things_are_not(first, second):
    assert counts(first, second) == []


def test_a_later_sentence_that_corrects_is_named_with_its_words():
    early = claim("12 people", 0, value=12.0, category="fatalities")
    late = claim("15", 80, value=15.0, category="fatalities")
    (found,) = rules.corrections([(early, "12 people were killed"), (late, "the ministry later revised the number to 15")])
    assert "revised" in found.statement
    assert found.figures == {"earlier": 12, "later": 15}


def test_a_stated_population_is_held_against_estimates():
    people = claim("23 million people", 20, value=23e6, counted="people", category="personnel", toponym_id="Syria")
    (found,) = references.population([(people, "syria, a country of 23 million people")], {"Syria": place("Syria", "SY", 0)})
    assert found.figures["published_low"] < 23e6 < found.figures["published_high"]
    assert "estimate" in (found.reference or "")


def test_the_dead_of_a_known_event_are_held_against_the_published_number():
    dead = claim("224 people", 20, value=224.0, category="fatalities")
    (found,) = references.event_deaths([(dead, "flight 9268 crashed, killing 224 people")], "Flight 9268 crashed, killing 224 people")
    assert found.figures == {"stated": 224, "published_low": 224, "published_high": 224}


def test_the_day_of_a_known_event_is_held_against_the_published_one():
    text = "The Oct. 31 downing of Flight 9268 was discussed on Tuesday."
    days = [
        Timex(id="a", start_char=4, end_char=11, text="Oct. 31", rule="r", type="DATE", value="2015-10-31"),
        Timex(id="b", start_char=52, end_char=59, text="Tuesday", rule="r", type="DATE", value="2015-11-17"),
    ]
    (found,) = references.event_dates(text, days, [(0, len(text))])
    assert "2015-10-31; its published date is 2015-10-31" in found.statement


def test_a_check_stands_over_its_first_claim():
    (found,) = references.borders([(SHARE, ""), (REST, "")], "", [])
    check = to_check(found)
    assert (check.start_char, check.end_char) == (SHARE.start_char, SHARE.end_char)
    assert check.claim_ids == (SHARE.id, REST.id)
    assert check.rule == "check.part_and_remainder"


@pytest.mark.parametrize(("value", "unit", "text"), [(8000, None, "8,000"), (98.0, "kilometer", "98 km"), (2.5, "percent", "2.5 percent"), (0.333, None, "0.33"), (1e9, "USD", "1,000,000,000 USD")])
def test_figures_are_written_as_a_sentence_has_them(value, unit, text):
    assert written(value, unit) == text


def test_open_bounds_are_infinite_and_about_reaches_a_tenth():
    assert bounds(claim("at least 20", value=20.0, modifier="at_least", low=20.0)) == (20, float("inf"))
    assert bounds(claim("about 20", value=20.0, modifier="about")) == (18, 22)


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"value": 20.0, "modifier": "at_least", "low": 20.0}, "at least 20"),
        ({"modifier": "range", "low": 20.0, "high": 30.0}, "20 to 30"),
        ({"modifier": "vague", "low": 100.0}, "100 or more"),
        ({"modifier": "vague"}, "an unknown number"),
    ],
)
def test_a_number_is_stated_as_the_text_bounds_it(fields, text):
    assert stated(claim("x", **fields)) == text


def test_every_published_figure_names_its_source():
    data = json.loads((build.DATA / "reference_figures.json").read_text(encoding="utf-8"))
    rows = [r for kind in ("borders_km", "populations") for rows in data[kind].values() for r in rows]
    assert all(r["source"] and r["value"] > 0 for r in [*rows])
    assert all(e["source"] and e["date"] for e in data["events"])
    assert len(figures.events()) == len(data["events"])


def test_the_turkish_syrian_border_has_its_published_lengths():
    assert [f.value for f in figures.border_lengths("TR", "SY")] == [822, 899, 909, 911]
    assert figures.border_lengths("TR", "PT") == []
    assert figures.populations("XX") == []


def test_the_figures_are_built_from_the_factbook_s_files(tmp_path):
    fields = {
        "Geography": {"Land boundaries": {"border countries": {"text": "Syria 899 km; Russia (Kaliningrad Oblast) 1,209 km"}}},
        "People and Society": {"Population": {"total": {"text": "79,414,269 (July 2015 est.)"}}},
        "Government": {"Country name": {"conventional short form": {"text": "Turkey"}}},
    }
    (tmp_path / "middle-east").mkdir()
    (tmp_path / "middle-east" / "tu.json").write_text(json.dumps(fields), encoding="utf-8")
    codes = {"Turkey": "TR", "Syria": "SY", "Russia": "RU"}
    authored = {"borders_km": {"SY-TR": [{"value": 911, "source": "another"}]}, "events": []}
    built = build.build({"2015": tmp_path}, codes, authored)
    assert [r["value"] for r in built["borders_km"]["SY-TR"]] == [899, 911]
    assert built["borders_km"]["RU-TR"][0]["value"] == 1209
    assert built["populations"]["TR"] == [{"value": 79414269.0, "year": "2015", "source": "CIA World Factbook, 2015 edition"}]


def country_file(folder, name, borders, people="1,000,000 (2025 est.)", note=None):
    population = {"total": {"text": people}} | ({"note": note} if note else {})
    fields = {
        "Geography": {"Land boundaries": {"border countries": {"text": borders}}},
        "People and Society": {"Population": population},
        "Government": {"Country name": {"conventional short form": {"text": name}}},
    }
    (folder / "x").mkdir(exist_ok=True)
    (folder / "x" / f"{len(name)}{name[:1]}.json").write_text(json.dumps(fields), encoding="utf-8")


def test_stretches_of_one_border_are_added_up_and_say_so(tmp_path):
    country_file(tmp_path, "China", "Russia (northeast) 4,133 km, Russia (northwest) 46 km")
    country_file(tmp_path, "Israel", "Gaza Strip 59 km; West Bank 330 km; Jordan 307 km (20 km are within the Dead Sea)")
    country_file(tmp_path, "Gaza Strip", "Egypt 13 km, Israel 59 km")
    codes = {"China": "CN", "Russia": "RU", "Israel": "IL", "Jordan": "JO", "Egypt": "EG"}
    built = build.build({"2025": tmp_path}, codes, {"borders_km": {}, "events": []})
    assert built["borders_km"] == {
        "CN-RU": [{"value": 4179.0, "source": "CIA World Factbook, 2025 edition, sum of its stretches"}],
        "IL-JO": [{"value": 307.0, "source": "CIA World Factbook, 2025 edition"}],
        "IL-PS": [{"value": 389.0, "source": "CIA World Factbook, 2025 edition, sum of its stretches"}],
    }


def test_a_figure_that_editions_share_names_them_all(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    for folder, name in ((old, "Cote d'Ivoire"), (new, "C&ocirc;te d'Ivoire")):
        folder.mkdir()
        country_file(folder, name, "Ghana 720 km")
    built = build.build({"2015": old, "2025": new}, {"Cote d'Ivoire": "CI", "Ghana": "GH"}, {"borders_km": {}, "events": []})
    assert built["borders_km"]["CI-GH"] == [{"value": 720.0, "source": "CIA World Factbook, 2015 and 2025 editions"}]


@pytest.mark.parametrize("note", ["from the census of 1975 (July 2015 est.)", {"text": "from the census of 1975 (July 2015 est.)"}])
def test_the_year_of_an_estimate_may_stand_in_the_note(tmp_path, note):
    country_file(tmp_path, "Somalia", "Kenya 684 km", "10,616,380", note)
    built = build.build({"2015": tmp_path}, {"Somalia": "SO"}, {"borders_km": {}, "events": []})
    assert built["populations"]["SO"][0]["year"] == "2015"


def test_the_seed_article_implies_a_border_and_a_rate(nlp):
    path = next((build.DATA.parents[2] / "seeds").glob("*.txt"))
    (enriched,) = enrich(nlp, [Article(id="seed", text=path.read_text(encoding="utf-8"), published="2015-11-17")])
    found = {c.kind: c for c in enriched.checks}
    assert found["rate_over_window"].figures["per_month"] == pytest.approx(571.4, abs=0.1)
    assert found["part_and_remainder"].figures["implied_whole"] == 392
    assert "822 to 911 km" in found["part_and_remainder"].statement
    assert len({c.id for c in enriched.checks}) == len(enriched.checks)


def test_a_year_and_a_month_of_it_meet():
    year, month, next_year = (claim("9", window_begin=begin, window_end=begin) for begin in ("2014", "2014-05", "2015-01"))
    assert [rules.apart(*pair) for pair in ((year, month), (month, year), (year, next_year), (next_year, month))] == [False, False, True, True]


def test_a_rate_over_the_days_of_a_total_stands_beside_it():
    rate = claim("500 shells", 0, value=500.0, low=500.0, high=500.0, per="day", counted="shells", category="strikes", status="done")
    total = claim("9,000 shells", 60, value=9000.0, low=9000.0, high=9000.0, counted="shells", category="strikes", status="done", window_begin="2024-06-01", window_end="2024-06-30")
    (found,) = rules.rate_and_total([(rate, ""), (total, "")])
    assert found.figures == {"rate": 500, "days": 30, "implied_total": 15_000, "total": 9000}
    assert found.statement.startswith("500 per day over the 30 days")
    assert len(found.readings) == 3


@pytest.mark.parametrize(
    "total",
    [
        {"value": 15_200.0, "low": 15_200.0, "high": 15_200.0},
        {"value": 9000.0, "modifier": "at_least", "low": 9000.0},
        {"value": 9000.0, "high": 9000.0, "counted": "rockets"},
        {"value": 9000.0, "high": 9000.0, "per": "week"},
        {"value": 9000.0, "high": 9000.0, "window_begin": None},
    ],
)
def test_a_rate_that_meets_the_total_or_is_of_something_else_is_not(total):
    rate = claim("500 shells", 0, value=500.0, low=500.0, high=500.0, per="day", counted="shells", category="strikes", status="done")
    fields = {"counted": "shells", "category": "strikes", "status": "done", "window_begin": "2024-06-01", "window_end": "2024-06-30"} | total
    assert list(rules.rate_and_total([(rate, ""), (claim("9,000 shells", 60, **fields), "")])) == []


@pytest.mark.parametrize(
    ("begin", "end", "days"), [("2024-06-01", "2024-06-30", 30), ("2024-06", "2024-06", 30), ("2024", "2024-01", 31), (None, "2024", None), ("2024-06", None, None)]
)
def test_days_are_counted_over_prefix_dates(begin, end, days):
    assert rules.days_between(begin, end) == days


def test_rates_and_amounts_are_never_set_side_by_side():
    assert counts({"speaker": "Kyiv"}, {"speaker": "Moscow", "per": "day"}) == []
    assert len(counts({"speaker": "Kyiv", "per": "day"}, {"speaker": "Moscow", "per": "day"})) == 1
    sentence = "killing seven people, among them three medics"
    whole, part = claim("seven people", 8, value=7.0, category="fatalities", per="day"), claim("three medics", 33, value=3.0, category="fatalities")
    assert list(rules.totals_and_parts([(whole, sentence), (part, sentence)])) == []
    early, late = claim("12 people", 0, value=12.0, category="fatalities"), claim("15", 80, value=15.0, category="fatalities", per="day")
    assert list(rules.corrections([(early, ""), (late, "the ministry later revised the number to 15")])) == []


def test_a_rate_is_no_count_over_a_window():
    strikes = claim("500 strikes", 0, value=500.0, per="day", counted="strikes", category="strikes", status="done", window_begin="2014-09", window_end="2015-11-17")
    assert list(rules.rates([(strikes, "")])) == []


def test_borders_and_events_named_all_over_a_text_take_linear_time():
    start = time.process_time()
    said = "the border of Turkey and Syria is 822 km long; Flight 9268 fell on Oct. 31. "
    length = len(said)
    text = said * 6000
    claims = [(claim("822 km", n * length + 34, value=822.0, unit="kilometer", category="distance"), said) for n in range(6000)]
    named = [place(name, code, n * length + at) for n in range(6000) for name, code, at in (("Turkey", "TR", 14), ("Syria", "SY", 25))]
    days = [Timex(id=f"t{n}", start_char=n * length + 68, end_char=n * length + 75, text="Oct. 31", rule="r", type="DATE", value="2015-10-31") for n in range(6000)]
    assert len(list(references.borders(claims, text, named))) == 6000
    assert len(list(references.event_dates(text, days, [(n * length, (n + 1) * length) for n in range(6000)]))) == 6000
    rates = [(claim("500 shells", n * 30, value=500.0 + n, per="day", counted=f"shell{n}", category="strikes", status="done"), "") for n in range(6000)]
    totals = [(claim("9 shells", n * 30 + 15, value=9.0, counted="shells", category="strikes", status="done", window_begin="2024-06-01", window_end="2024-06-30"), "") for n in range(2000)]
    assert list(rules.rate_and_total([*rates, *totals])) == []
    assert time.process_time() - start < 20
