"""Test the form of feedback that stands on pages."""

import re

import pytest
from django.template.loader import render_to_string


@pytest.fixture
def form():
    return render_to_string("feedback/_form.html", {"page": "/articles/bees/"})


def test_names_the_page_in_each_form(form):
    assert form.count('<input type="hidden" name="page" value="/articles/bees/">') == 2


def test_is_the_same_for_every_reader(form):
    assert "csrf" not in form
    assert "value" not in form.replace('value="/articles/bees/"', "").replace(
        'name="helpful" value=', ""
    )


def test_ids_are_none_that_a_heading_can_have(form):
    ids = re.findall(r' id="([^"]+)"', form)
    assert ids == ["feedback", "feedback.text", "feedback.note"]


def test_trap_is_out_of_the_way(form):
    trap = form.partition('class="visually-hidden"')[2].partition("</p>")[0]
    assert 'aria-hidden="true"' in trap
    assert 'tabindex="-1" autocomplete="off"' in trap
