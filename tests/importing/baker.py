"""Import a document about bakers, and newer versions of it."""

from articles.models import Article
from careerguide.models import Career
from careerguide.publishing.drafts import actions
from careerguide.publishing.drafts.rows import draft_of
from faq.models import FAQEntry
from statistics.models import StatTable

from .records import Reviewer, started

BREAD = "## The bread\n\nBread is made of flour, water and time, and of little else.\n"
OVEN = "## The oven\n\nAn oven of stone holds its heat for a whole night.\n"
TABLE = """## Bakers by country

| Country | Bakers |
| --- | --- |
| France | 33000 |
| Spain | 12000 |
"""
SHIFT = "### When does a shift begin?\n\nAt two in the morning.\n"
SLEEP = "### When do bakers sleep?\n\nIn the afternoon, mostly.\n"
FAQ = "## Questions\n\n"


def guide(*parts):
    return "\n".join(["# Baker\n", "They bake.\n", *parts]).encode()


FIRST = guide(BREAD, OVEN, TABLE, FAQ, SHIFT, SLEEP)
NEWER = guide(BREAD, OVEN.replace("stone", "brick"), TABLE, FAQ, SHIFT, SLEEP)


def again(first, *parts):
    """Import a newer version, of other parts."""
    record = started("baker.md", guide(*parts), first.by, previous=first.pk)
    return Reviewer(record)


def counts():
    """How many there are of each kind that is not in the trash."""
    models = (Career, Article, StatTable, FAQEntry)
    return [model.objects.not_trashed().count() for model in models]


def edit(item, by=None, **values):
    draft = draft_of(item)
    for name, value in values.items():
        setattr(draft, name, value)
    actions.save_draft(item, draft, by)


def publish_all(by):
    career = Career.objects.get()
    edit(career, by, summary="They bake.")
    texts = *Article.objects.all(), *FAQEntry.objects.all()
    for item in (*StatTable.objects.all(), *texts, career):
        actions.publish(item, by)
