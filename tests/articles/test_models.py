"""Test the article's own fields and rules."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from tests.factories import ArticleFactory, CareerFactory

pytestmark = pytest.mark.django_db

TOO_LONG = "x" * 200_001


class TestArticle:
    def test_has_an_address(self):
        article = ArticleFactory.build(career=None, slug="bees")
        assert article.get_absolute_url() == "/articles/bees/"

    @pytest.mark.parametrize("field", ["body", "takeaways"])
    def test_text_has_a_limit(self, field):
        article = ArticleFactory.build(career=CareerFactory(), **{field: TOO_LONG})
        with pytest.raises(ValidationError) as caught:
            article.full_clean()
        assert list(caught.value.message_dict) == [field]

    def test_career_with_articles_cannot_be_deleted(self):
        article = ArticleFactory()
        with pytest.raises(ProtectedError):
            article.career.delete()
