"""Load of tables what pages show, and no more."""

from django.db import models
from django.utils import timezone

from careerguide.caching.dependencies import depends_on
from careerguide.db.prepared import prepared
from careerguide.publishing.models.querysets import GuideContentQuerySet
from careerguide.publishing.models.tags import of_guide

from . import figures
from .editions.names import names_subquery
from .own_numbers import own_data
from .references.texts import texts_naming_any


class StatTableQuerySet(GuideContentQuerySet):
    """Tables, with what each page needs of them."""

    def with_headline(self):
        """Return tables that carry a quick fact."""
        return self.exclude(headline_label="")

    def with_editions(self, now=None):
        """Find the names of their editions in the same query."""
        return self.annotate(edition_rows=names_subquery(now))

    def with_told(self, now=None):
        return super().with_told(now).with_editions(now)

    def whole(self, now=None):
        tables = super().whole(now).select_related("career", "measure")
        return tables.with_editions(now)

    def named_in(self):
        """Return the published texts that show one of these."""
        return texts_naming_any(self)

    def as_figures(self):
        """Load what figures, quick facts and lists show."""
        headline = ("headline_label", "headline_row", "headline_column", "measure")
        headline += ("own_definition", "statistic", "pay_period")
        # With these a text on the same page has its numbers from them.
        in_texts = ("period", "status", "publish_at", "unpublish_at")
        fields = ("order", *figures.SHOWN, *headline, *in_texts)
        return super().only_list_fields(*fields)

    def links_in_guide(self, career):
        """Return the titles and topics of a guide's tables, for links to them."""
        depends_on(of_guide(self.model, career))
        return list(_links_in_guide(self.model, career=career, now=timezone.now()))

    def only_list_fields(self, *more):
        return super().only_list_fields(*more).annotate(own_data=own_data("title"))

    def listed(self):
        return self.as_figures().in_guide_order()

    def for_print(self, now=None):
        return super().for_print(now).with_editions(now)

    def on_career_page(self, career, most):
        found = super().on_career_page(career, most)
        return sorted(found, key=lambda t: (t.topic_order, t.topic, t.order, t.pk))

    def first_in_guide(self, most):
        """Have all quick facts with a measure among them, however long the guide."""
        listed = self.listed()
        with_measure = models.F("measure_id").asc(nulls_last=True)
        return listed.order_by(with_measure, *listed.query.order_by)[:most]


@prepared(career=models.BigIntegerField(), now=models.DateTimeField())
def _links_in_guide(model, career, now):
    tables = model.objects.published(now).filter(career=career).in_reading_order()
    tables = tables.only("career", "slug", "title", "topic")
    return tables.annotate(own_data=own_data("title"))
