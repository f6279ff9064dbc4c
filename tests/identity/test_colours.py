"""Test that colours of the accent are read in both themes, whatever it is."""

import pytest

from careerguide.identity import colours
from careerguide.identity.checks import accent_is_readable
from careerguide.identity.palette import DEFAULT, palette_of
from careerguide.identity.values import Identity
from tests.each import each

HUES = ["#1d6996", "#b4451f", "#7a1fa2", "#806000", "#0a7a3c", "#c2185b", "#000000"]


class TestContrast:
    @each(
        "one, other, ratio", [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48)]
    )
    def test_is_that_of_wcag(self, one, other, ratio):
        assert colours.contrast(one, other) == pytest.approx(ratio, abs=0.01)
        assert colours.contrast(other, one) == colours.contrast(one, other)

    @each("colour", [*HUES, "#ffcc00", "#ffffff", "#ff0000"])
    def test_nearest_colour_passes(self, colour):
        for theme in ("light", "dark"):
            found = colours.nearest_readable(colour, theme)
            assert colours.is_readable(found, theme)
            assert (found == colour) == colours.is_readable(colour, theme)

    def test_nearest_colour_keeps_its_hue(self):
        asked, found = map(colours.oklch, ("#ffcc00", "#856a11"))
        assert colours.nearest_readable("#ffcc00", "light") == "#856a11"
        assert asked[2] == pytest.approx(found[2], abs=0.05)

    @each("colour", HUES)
    def test_is_enough_for_all_that_is_worked_out(self, colour):
        palette = palette_of(Identity(accent=colour))
        assert colours.is_readable(palette.accent_dark, "dark")
        for part in (*palette.parts, *palette.parts_dark):
            assert colours.contrast(colours.ink_on(part), part) >= colours.LEAST


def test_without_a_colour_of_its_own_all_are_ours():
    assert palette_of(Identity()) == DEFAULT
    assert Identity().look == ""


def test_each_look_has_its_own_key():
    looks = [Identity(mark="B"), Identity(mark="C"), Identity(accent="#000000")]
    assert len({one.look for one in looks}) == 3
    assert Identity(name="Bees").look == ""


def test_check_names_a_colour_of_the_environment_that_is_hard_to_read(settings):
    for accent, count in (("#1d6996", 0), ("#ffcc00", 1)):
        settings.SITE_OVERRIDES = {"accent": accent}
        found = accent_is_readable(None)
        assert len(found) == count
    assert "1.3 to 1" in found[0].msg and "#856a11" in found[0].hint
