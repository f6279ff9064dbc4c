"""List what links may name after a # on the home page and on pages of a guide."""

from articles.models import Article
from careerguide.models import Career
from careerguide.publishing.checks import page_places
from faq.models import FAQEntry
from statistics.models import StatTable

HOME = {"in-numbers", "start-reading", "questions", "changes"}
CAREER = {"at-a-glance", "figures", "articles", "questions", "sources"}
WHOLE = {"whole-contents", "whole-figures", "whole-questions", "whole-links"}


def connect():
    items = ("career-", Career), ("figure-", StatTable)
    page_places.register("home", *items, ids=HOME)
    page_places.register("career_detail", ("figure-", StatTable), ids=CAREER)
    # A heading for each item, and those of its texts.
    items = ("", Article), ("", FAQEntry), ("table-", StatTable)
    page_places.register("career_print", *items, ids=WHOLE)
