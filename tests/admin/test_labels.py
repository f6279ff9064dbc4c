"""Test the labels of the forms that editors fill in."""

import pytest

from careerguide.models import CareerGroup
from careerguide.publishing.models.content import content_models
from careerguide.search.models import Synonym
from statistics.measures.models import Measure

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "model",
    [*content_models(), CareerGroup, Measure, Synonym],
    ids=lambda model: model.__name__,
)
def test_begin_with_a_capital_letter(admin_client, model):
    opts = model._meta
    page = admin_client.get(f"/admin/{opts.app_label}/{opts.model_name}/add/")
    form = page.context["adminform"].form
    labels = [str(field.label) for field in form.visible_fields()]
    assert labels
    assert [label for label in labels if label[0] != label[0].upper()] == []
