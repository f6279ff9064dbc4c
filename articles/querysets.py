"""Find the other articles of a guide, and which of them lead to one."""

from django.db import models
from django.db.models.functions import StrIndex
from django.utils import timezone

from careerguide.caching.dependencies import depends_on
from careerguide.db.prepared import prepared
from careerguide.publishing.models.querysets import GuideContentQuerySet, in_guide
from careerguide.publishing.models.tags import of_guide


class ArticleQuerySet(GuideContentQuerySet):
    def siblings(self, item):
        """Return the same with `links_here`: where the item's address stands, or 0."""
        depends_on(of_guide(self.model, item.career_id))
        given = {"career": item.career_id, "now": timezone.now()}
        return list(_siblings(self.model, url=item.get_absolute_url(), **given))


@prepared(
    career=models.BigIntegerField(),
    now=models.DateTimeField(),
    url=models.CharField(),
)
def _siblings(model, career, now, url):
    return in_guide(model, career, now).annotate(links_here=StrIndex("body", url))
