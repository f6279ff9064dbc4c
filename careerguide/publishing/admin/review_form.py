"""Let a form that is open follow a review that somebody else confirmed meanwhile."""

from careerguide.publishing.drafts.conflicts import values_at
from careerguide.publishing.models.snapshots import snapshot


class FollowsReview:
    """A mixin for the form of content: a new day of review alone is no conflict."""

    def follow_review(self):
        """Take the new day over, unless this editor chose another than it was."""
        item, began_with = self.instance, self.cleaned_data.get("base_version")
        if began_with is None or began_with == item.version:
            return
        before = values_at(item, began_with).get("review_by")
        if snapshot(item)["review_by"] == before != self.known["review_by"]:
            field = item._meta.get_field("review_by")
            item.review_by = field.to_python(self.known["review_by"])
