"""Load of tables what pages show, and no more."""

from django.db import models

from careerguide.publishing.models.querysets import GuideContentQuerySet

from . import figures
from .editions.names import names_subquery
from .own_numbers import own_data
from .references.texts import texts_naming_any


class StatTableQuerySet(GuideContentQuerySet):
    """Tables, with what each page needs of them."""

    def with_headline(self):
        """Return tables that carry a quick fact."""
        return self.exclude(headline_label="")

    def with_editions(self):
        """Find the names of their editions in the same query."""
        return self.annotate(edition_rows=names_subquery())

    def whole(self):
        return super().whole().select_related("career", "measure").with_editions()

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

    def titled(self):
        """Load the titles and topics of tables, for links to them."""
        titles = self.only("career", "slug", "title", "topic")
        return titles.annotate(own_data=own_data("title"))

    def only_list_fields(self, *more):
        return super().only_list_fields(*more).annotate(own_data=own_data("title"))

    def listed(self):
        return self.as_figures().in_guide_order()

    def for_print(self):
        return super().for_print().with_editions()

    def on_career_page(self, most):
        """Have all quick facts with a measure among them, however long the guide."""
        listed = self.listed()
        with_measure = models.F("measure_id").asc(nulls_last=True)
        found = listed.order_by(with_measure, *listed.query.order_by)[:most]
        return sorted(found, key=lambda t: (t.topic_order, t.topic, t.order, t.pk))
