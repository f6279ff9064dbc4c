"""Test templates that are rendered once, and filled for each page."""

import json

from django.template import engines
from django.utils.safestring import SafeString

from careerguide.markup.data_block import data_block
from careerguide.markup.slots import Slotted, joined, slot, with_slots_of_data


def slotted(template, *names):
    context = {name: slot(name) for name in names}
    return Slotted(engines["django"].from_string(template).render(context))


def test_text_is_escaped_and_html_is_not():
    page = slotted("<p>{{ one }}</p>{{ two }}", "one", "two")
    html = page.fill({"one": "<b> & 'c'", "two": SafeString("<i>d</i>")})
    assert html == "<p>&lt;b&gt; &amp; &#x27;c&#x27;</p><i>d</i>"
    assert isinstance(html, SafeString)


def test_in_a_data_block_a_text_is_no_html_and_cannot_end_it():
    block = data_block({"a": slot("one"), "b": f"say {slot('one')}"})
    page = Slotted(slot("one") + with_slots_of_data(block))
    text = '</script> & "c" \\ \ud800'
    html = page.fill({"one": text})
    assert html.startswith("&lt;/script&gt; &amp;")
    found = html.partition('json">')[2].removesuffix("</script>")
    assert "<" not in found
    shown = text.replace("\ud800", "?")
    assert json.loads(found) == {"a": shown, "b": f"say {shown}"}


def test_slot_may_stand_twice_or_not_at_all():
    page = slotted("{{ one }}-{{ one }}", "one", "two")
    assert page.fill({"one": "a", "two": "b"}) == "a-a"


def test_what_looks_like_a_slot_is_a_text():
    page = slotted("{{ one }}, {{ two }}", "one", "two")
    assert page.fill({"one": slot("two") + "", "two": "x"}).endswith(", x")
    assert page.fill({"one": str(slot("two")), "two": "x"}) == f"{slot('two')}, x"


def test_pieces_are_joined_as_html():
    assert isinstance(joined([SafeString("<p>"), SafeString("</p>")]), SafeString)


def test_size_is_that_of_its_text():
    assert Slotted("a" * 1000).__sizeof__() == 1000
