"""Test which words in brackets before parentheses are links that failed."""

import pytest

from careerguide.markup.checks.survey import survey


def sentences(text):
    faults = survey(text, site="guide.example").faults
    return [(f.blocks, f.sentence) for f in faults if f.kind == "no link"]


@pytest.mark.parametrize(
    "text",
    [
        *("[1](p. 7)", "[or midwife](see below)", "[p](as in pin)", "[here](see link)"),
        *("[k2, p2](rep 3 times)", "[Video](transcript below)", "[he](and/or she)"),
        *("[Act](e.g. of 1998)", "[a](vol. 2, pp. 3-4)", "[Note](U.S. only)"),
    ],
)
def test_without_an_address_does_not_block(text):
    [(blocks, sentence)] = sentences(f"See {text}.")
    assert not blocks
    assert "\\[ for [" in sentence


@pytest.mark.parametrize(
    ("inside", "better"),
    [
        ("#Heading One", "#heading-one"),
        ("mailto: a@example.org", "mailto:a@example.org"),
        ("tel:0800 123 456", "tel:0800123456"),
        ("+44 1234 567", "tel:+441234567"),
        ("“/my page/”", "/my%20page/"),
        ("/my page/x", "%20"),
        ("my file.pdf", "%20"),
        ("https://example.org/a b", "%20"),
    ],
)
def test_with_a_blank_in_its_address_says_what_to_write(inside, better):
    [(blocks, sentence)] = sentences(f"See [this]({inside}).")
    assert blocks
    assert better in sentence
