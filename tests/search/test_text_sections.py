"""Test how a text is divided into what searches find."""

from careerguide.search.text_sections import sections_of

TEXT = "Bees sleep.\n\n## In spring\n\nThey wake.\n\n## In *winter*\n\nThey wait.\n"


def test_section_for_each_heading():
    begin, spring, winter = sections_of(TEXT, "A year", key="Short")
    assert (begin.heading, begin.anchor, begin.key) == ("A year", "", "Short")
    assert (spring.heading, spring.anchor, spring.text.strip()) == (
        "In spring",
        "in-spring",
        "They wake.",
    )
    assert winter.heading == "In winter"


def test_first_section_names_the_headings():
    """Words of a page as a whole find it: of its title, its begin and its headings."""
    begin, *_more = sections_of(TEXT, "A year")
    assert begin.text.split() == ["Bees", "sleep.", "In", "spring", "In", "winter"]


def test_text_without_a_heading():
    [only] = sections_of("Bees sleep.", "A year")
    assert only.text.strip() == "Bees sleep."


def test_each_item_of_a_list_is_a_line():
    [only] = sections_of("Bees:\n\n- *wake* up\n- eat\n\nThen more.", "A year")
    assert only.text.splitlines() == ["Bees:", "wake up", "eat", "Then more."]
