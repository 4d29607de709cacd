"""A text in another language is kept, and nothing is read from it by rules of English."""

from __future__ import annotations

import pytest

from core.extract.foreign import other_language
from core.extract.pipeline import enrich
from core.records import RECORD_TYPES, Article

TEXTS = {
    "fr": "Au moins 37 civils ont été tués mardi par une frappe de drone sur un marché de la ville, selon des sources médicales. Le ministère a dit que l'armée avait visé des combattants.",
    "es": "Al menos 37 civiles murieron el martes por un ataque con drones en un mercado de la ciudad, según fuentes médicas. El ministerio dijo que el ejército había atacado a los combatientes.",
    "de": "Mindestens 37 Zivilisten sind am Dienstag bei einem Angriff auf einen Markt in der Stadt getötet worden, wie aus Quellen verlautete. Die Armee habe Kämpfer auch nach den Gefechten mit Rebellen angegriffen.",
}
ENGLISH = [
    "",
    "5",
    "At least 37 civilians were killed on Tuesday by a drone strike on a market in the city, medical sources said.",
    'He wrote in French: "Les soldats de la ville ont dit que le roi est dans la tour et que les portes sont closes", which the court read as a threat to the peace of the town.',
    "Les Ulis 3, La Rochelle 2, El Paso 4, San Juan 5, De Kalb 1, Los Angeles 7",
    "وقال مسؤول إن 12 شخصا قتلوا في حلب",
]


@pytest.mark.parametrize("language", TEXTS)
def test_another_language_is_told_and_nothing_is_read(nlp, language):
    text = TEXTS[language]
    assert other_language(text) == language
    (found,) = enrich(nlp, [Article(id="a", text=text, published="2024-03-12", published_basis="given")])
    assert [kind for kind in RECORD_TYPES if getattr(found, kind)] == []
    assert (found.article.language, found.article.published, found.article.text) == (language, "2024-03-12", text)
    assert found.article.published_latest == "2024-03-12"


def test_a_language_that_was_given_stays(nlp):
    (found,) = enrich(nlp, [Article(id="a", text=TEXTS["fr"], language="fr-CD")])
    assert found.article.language == "fr-CD"


@pytest.mark.parametrize("text", ENGLISH)
def test_short_mixed_and_other_scripts_are_not_told(text):
    assert other_language(text) is None


def test_english_is_read_beside_another_language(nlp):
    articles = [Article(id="a", text=TEXTS["fr"]), Article(id="b", text=ENGLISH[2], published="2024-03-12")]
    french, english = enrich(nlp, articles)
    assert french.claims == ()
    assert [c.value for c in english.claims] == [37]
