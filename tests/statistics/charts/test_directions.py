"""Test chart labels on a right-to-left page."""

import pytest
from django.utils import translation

from statistics.charts import Form, chart_html

from .figures import PERCENT, figure

DEGREES = [("Ph.D.", 25), ("B.Sc.", 75)]


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        (Form.BARS, figure(DEGREES)),
        (Form.PARTS, figure(DEGREES, PERCENT)),
        (Form.LIST, figure([("Ph.D.", None), ("B.Sc.", None)], None, ranked=True)),
    ],
)
def test_labels_keep_their_direction_in_a_page_from_the_right(form, shown):
    assert "<bdi>" not in chart_html(shown, form)
    with translation.override("ar"):
        assert chart_html(shown, form).count("<bdi>") == 2
