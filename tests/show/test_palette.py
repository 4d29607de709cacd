"""Every meaning can be told apart by colour-blind eyes, on a light page and on a dark one."""

from __future__ import annotations

import itertools
from typing import get_args, get_type_hints

import pytest

from core import records
from core.show import palette
from core.show.palette import CATEGORY, CLOCK, DARK_PAGE, LAYER, LIGHT_PAGE, MODIFIER, PLACE, PRECISION, STATUS, Look

FAMILIES: dict[str, dict[str, Look]] = {"place": PLACE, "clock": CLOCK, "category": CATEGORY, "modifier": MODIFIER, "status": STATUS, "layer": LAYER}
ALL = [look for family in (*FAMILIES.values(), PRECISION) for look in family.values()]

# Machado, Oliveira and Fernandes (2009), full severity, for linear RGB.
BLINDNESS = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}


def linear(color: str) -> list[float]:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def luminance(color: str) -> float:
    r, g, b = linear(color)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: str, b: str) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def lab(color: str, kind: str) -> tuple[float, float, float]:
    """OKLab of the colour as someone with that blindness sees it."""
    rgb = linear(color)
    r, g, b = (max(0.0, sum(w * c for w, c in zip(row, rgb, strict=True))) for row in BLINDNESS[kind])
    cones = (0.4122 * r + 0.5363 * g + 0.0514 * b, 0.2119 * r + 0.6807 * g + 0.1074 * b, 0.0883 * r + 0.2817 * g + 0.6300 * b)
    x, y, z = (c ** (1 / 3) for c in cones)
    return 0.2105 * x + 0.7936 * y - 0.0041 * z, 1.9780 * x - 2.4286 * y + 0.4506 * z, 0.0259 * x + 0.7828 * y - 0.8087 * z


@pytest.mark.parametrize("look", ALL, ids=lambda look: look.label)
def test_a_look_stands_out_from_the_page(look):
    assert contrast(look.light, LIGHT_PAGE) >= 3
    assert contrast(look.dark, DARK_PAGE) >= 3


@pytest.mark.parametrize("surface", [palette.LIGHT, palette.DARK])
def test_text_can_be_read(surface):
    assert contrast(surface.ink, surface.page) >= 7
    assert contrast(surface.muted, surface.page) >= 4.5
    assert contrast(surface.ink, surface.land) >= 7


@pytest.mark.parametrize("name", ["place", "clock"])
@pytest.mark.parametrize("kind", BLINDNESS)
@pytest.mark.parametrize("dark", [False, True])
def test_colours_of_a_family_are_told_apart_by_all_eyes(name, kind, dark):
    for a, b in itertools.combinations(FAMILIES[name].values(), 2):
        distance = sum((p - q) ** 2 for p, q in zip(lab(a.color(dark), kind), lab(b.color(dark), kind), strict=True)) ** 0.5
        assert distance > 0.04, (a.label, b.label, distance)


@pytest.mark.parametrize("name", FAMILIES)
def test_no_meaning_hangs_on_colour_alone(name):
    looks = FAMILIES[name].values()
    assert len({look.label for look in looks}) == len(looks)
    told = {(look.glyph, look.color(False)) for look in looks}
    assert len(told) == len(looks)
    if name != "layer":
        assert len({look.symbol for look in looks}) >= len(looks) - 1
    assert len({look.glyph for look in looks}) == len(looks) or name == "category"


def test_one_colour_shared_by_two_categories_has_two_symbols():
    for a, b in itertools.combinations(CATEGORY.values(), 2):
        assert a.light != b.light or a.symbol != b.symbol


def test_precision_is_told_by_pattern_or_weight():
    told = {(look.label, look.pattern, look.opacity) for look in PRECISION.values()}
    assert len({(pattern, opacity) for _, pattern, opacity in told}) == len({label for label, *_ in told}) == 6


def test_looks_cover_the_schema():
    hints = {name: get_type_hints(getattr(records, name)) for name in ("Toponym", "Event", "Claim")}
    assert set(get_args(records.Precision)) == set(PRECISION)
    assert set(get_args(records.Modifier)) == set(MODIFIER)
    assert set(get_args(hints["Toponym"]["role"])) == set(PLACE)
    assert set(get_args(hints["Event"]["clock"])) == set(CLOCK)
    assert set(get_args(get_args(hints["Claim"]["status"])[0])) == set(STATUS)


@pytest.mark.parametrize(("color", "opacity", "css"), [("#0067a5", 0.5, "rgba(0,103,165,0.5)"), ("#ffffff", 1, "rgba(255,255,255,1)")])
def test_colour_with_opacity(color, opacity, css):
    assert palette.rgba(color, opacity) == css
