"""Which place a name means, in context."""

from __future__ import annotations

import pytest

from core.extract.gazetteer.lookup import gazetteer
from core.extract.places.mention import Mention
from core.extract.places.resolve import WEIGHTS, contains, km, prior, resolve
from tests.extract.made_places import mentions, places


def test_the_best_known_place_without_context():
    assert places("He flew to Paris.", GPE="Paris")["Paris"] == ("city", "FR")
    assert places("He flew to Tripoli.", GPE="Tripoli")["Tripoli"] == ("city", "LY")
    assert places("He flew to Turkey.", GPE="Turkey")["Turkey"] == ("country", "TR")


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("He lives in Paris, Texas.", "Paris", "US"),
        ("He lives in Tripoli (Lebanon).", "Tripoli", "LB"),
        ("Rockets hit Tripoli in northern Lebanon.", "Tripoli", "LB"),
        ("The mayor of Valencia, Venezuela, spoke.", "Valencia", "VE"),
        ("Lebanon's Tripoli was calm.", "Tripoli", "LB"),
    ],
)
def test_the_text_says_what_it_lies_in(text, name, country):
    assert places(text)[name][1] == country


def test_other_places_of_the_text_decide():
    assert places("Rockets hit Tripoli. Officials in Beirut and Sidon blamed Hermel.", GPE="Tripoli, Beirut, Sidon, Hermel")["Tripoli"][1] == "LB"
    voters = "Voters in Georgia queued in Atlanta, Savannah and Macon."
    assert places(voters, GPE="Georgia, Atlanta, Savannah, Macon")["Georgia"] == ("admin1", "US")
    assert places("Georgia shelled Tskhinvali, Russia said.", GPE="Georgia, Tskhinvali, Russia")["Georgia"] == ("country", "GE")


def test_context_is_capped():
    """A country that is named does not draw every name into it."""
    text = "Turkey closed its embassy in Kunduz after talks with Turkey's neighbours. Turkey sent planes."
    assert places(text, GPE="Turkey, Kunduz")["Kunduz"][1] == "AF"
    assert places("Russia and China denied it in Paris.", GPE="Russia, China, Paris")["Paris"][1] == "FR"


def test_a_little_town_needs_a_word_for_it():
    text = "Moscow and Kyiv signed it, an envoy said at Escondida."
    assert places(text, GPE="Moscow, Kyiv, Escondida")["Escondida"] == ("", "")
    (pinned,) = mentions("He lives in Escondida.", GPE="Escondida")
    assert pinned.chosen is not None
    assert places("Moscow and Kyiv met in Vaduz.", GPE="Moscow, Kyiv, Vaduz")["Vaduz"] == ("city", "LI")
    near = "Fighters in Kobani saw lorries leave Suruc. Moscow denied it."
    assert places(near, GPE="Kobani, Suruc, Moscow")["Kobani"] == ("city", "SY")
    assert places("Syrian lorries left Azaz. Moscow denied it.", GPE="Azaz, Moscow", NORP="Syrian")["Azaz"] == ("city", "SY")


def test_a_country_is_not_drawn_into_another():
    assert places("China, United States and India met.", GPE="China, United States, India")["China"] == ("country", "CN")


def test_a_bare_name_means_the_chief_city():
    assert places("Shells fell on Aleppo.", GPE="Aleppo")["Aleppo"] == ("city", "SY")


def test_one_sense_in_one_text():
    found = mentions("Police in Paris, Texas, said so. Paris is small.", GPE="Paris, Texas")
    assert len({m.chosen.place.id for m in found if m.key == "paris"}) == 1


def test_candidates_keep_their_scores():
    (found,) = mentions("He flew to Springfield.", GPE="Springfield")
    assert len(found.matches) > 10
    assert found.scores[found.chosen.place.id] == max(found.scores.values())


def test_washington_is_the_capital_unless_its_state_is_near():
    assert places("Officials in Washington declined.", GPE="Washington")["Washington"] == ("city", "US")


def test_prior_grows_with_people_and_falls_for_alternate_names():
    by_size = sorted((m for m in gazetteer().lookup("Springfield") if m.place.kind == "city" and m.flag == 0), key=lambda m: m.place.population)
    scores = [prior(m) for m in by_size if not m.place.seat]
    assert scores == sorted(scores)
    own, other = (next(m for m in gazetteer().lookup(n) if m.place.kind == "city") for n in ("Mosul", "Mossul"))
    assert own.place.id == other.place.id
    assert prior(other) == pytest.approx(prior(own) + WEIGHTS.alternate)


def test_containment_goes_by_codes():
    syria, aleppo, france = (gazetteer().lookup(n)[0].place for n in ("Syria", "Aleppo Governorate", "France"))
    city = next(m.place for m in gazetteer().lookup("Aleppo") if m.place.kind == "city")
    assert contains(syria, city)
    assert contains(aleppo, city)
    assert not contains(france, city)
    assert not contains(city, syria)


def test_distance():
    damascus, beirut = (next(m.place for m in gazetteer().lookup(n) if m.place.kind == "city") for n in ("Damascus", "Beirut"))
    assert km(damascus, beirut) == pytest.approx(86, abs=4)
    assert km(damascus, damascus) == 0


def test_nothing_to_resolve():
    resolve([], gazetteer())
    unknown = Mention(0, 3, "qwzrx", "test")
    resolve([unknown], gazetteer())
    assert unknown.chosen is None


def test_a_chief_town_of_its_own_name_needs_no_other_name_near():
    found = places("Envoys from Texas and Ohio met in Aqaba.", GPE="Texas, Ohio, Aqaba")
    assert found["Aqaba"] == ("city", "JO")
