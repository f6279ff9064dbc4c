"""List what links may name after a # on the home page and on pages of a guide."""

from careerguide.models import Career
from careerguide.publishing.checks import page_places
from careerguide.publishing.models.sections import guide_sections
from statistics.models import StatTable

HOME = {"in-numbers", "changes", "careers"}
CAREER = {"at-a-glance", "sources", "take-with-you", "related-careers"}
WHOLE = {"whole-contents", "whole-files", "whole-links"}


def connect():
    sections = guide_sections()
    ids = {section.anchor for section in sections}
    items = ("career-", Career), ("figure-", StatTable)
    page_places.register("home", *items, ids=HOME | ids)
    page_places.register("career_detail", ("figure-", StatTable), ids=CAREER | ids)
    # A heading for each item, and those of its texts: see `print_id`.
    items = [(f"{s.model._meta.model_name}-", s.model) for s in sections]
    ids = WHOLE | {f"whole-{anchor}" for anchor in ids}
    page_places.register("career_print", *items, ids=ids)
