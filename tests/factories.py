"""Create content with believable titles, published unless told otherwise."""

import datetime
from copy import deepcopy

import factory
from django.contrib.auth import get_user_model
from django.utils import timezone
from factory.django import DjangoModelFactory

from articles.models import Article
from careerguide.models import Career, CareerGroup, Page
from careerguide.publishing.drafts import schedule
from careerguide.publishing.models.content import Status, content_models
from careerguide.publishing.models.related import Plan
from careerguide.publishing.models.sections import guide_models
from faq.models import FAQEntry
from statistics.measures.kinds import UnitKind
from statistics.measures.models import Measure
from statistics.models import StatTable

FIRST_PUBLISHED = datetime.datetime(2026, 1, 5, 9, 0, tzinfo=datetime.UTC)
AN_HOUR = datetime.timedelta(hours=1)
SALARIES = {
    "columns": [
        {"key": "level", "label": "Level", "type": "text"},
        {"key": "salary", "label": "Salary", "type": "money", "currency": "USD"},
    ],
    "rows": [{"cells": ["Entry", "85000"]}, {"cells": ["Senior", "170000"]}],
}


class UserFactory(DjangoModelFactory):
    """Somebody who may sign in to the admin, with no rights yet."""

    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"editor{n}")
    is_staff = True


class PublishedFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    status = Status.PUBLISHED
    first_published_at = factory.LazyAttribute(
        lambda item: None if item.status == Status.DRAFT else FIRST_PUBLISHED
    )
    content_updated_on = datetime.date(2026, 1, 5)


class CareerFactory(PublishedFactory):
    class Meta:
        model = Career

    name = factory.Sequence(lambda n: f"Beekeeper {n}")
    slug = factory.Sequence(lambda n: f"beekeeper-{n}")
    summary = "Beekeepers look after bees and sell what they make."


class CareerGroupFactory(DjangoModelFactory):
    class Meta:
        model = CareerGroup

    name = factory.Sequence(lambda n: f"Farming {n}")
    slug = factory.Sequence(lambda n: f"farming-{n}")


class PageFactory(PublishedFactory):
    class Meta:
        model = Page

    title = "Contact"
    slug = factory.Sequence(lambda n: f"contact-{n}")
    body = "Write to the people who run this site."


class ArticleFactory(PublishedFactory):
    class Meta:
        model = Article

    career = factory.SubFactory(CareerFactory)
    title = "A year with the bees"
    slug = factory.Sequence(lambda n: f"a-year-with-the-bees-{n}")
    summary = "What a beekeeper does from spring to winter."
    body = "## Spring\n\nThe hives wake up.\n\n## Winter\n\nThe bees stay in."


class StatTableFactory(PublishedFactory):
    class Meta:
        model = StatTable

    career = factory.SubFactory(CareerFactory)
    title = "Senior beekeepers earn twice what beginners do"
    slug = factory.Sequence(lambda n: f"beekeeper-salaries-{n}")
    data = factory.LazyFunction(lambda: deepcopy(SALARIES))


class MeasureFactory(DjangoModelFactory):
    class Meta:
        model = Measure

    name = factory.Sequence(lambda n: f"Average pay {n}")
    slug = factory.Sequence(lambda n: f"average-pay-{n}")
    definition = "What people in the career earn on average."
    unit_kind = UnitKind.PAY


class FAQEntryFactory(PublishedFactory):
    class Meta:
        model = FAQEntry

    career = factory.SubFactory(CareerFactory)
    question = "Does a beekeeper get stung?"
    slug = factory.LazyAttributeSequence(lambda o, n: f"{o.career.slug}-stings-{n}")
    answer = "Yes, now and then."


def _factory_of(model):
    """A factory of a content type that has none above: what it needs, in words."""
    name, fields = model.__name__, model.needed_to_publish()
    texts = {field: f"The {field} of bees" for field in fields}
    return type(PublishedFactory)(
        f"{name}Factory",
        (PublishedFactory,),
        {
            "Meta": type("Meta", (), {"model": model}),
            "career": factory.SubFactory(CareerFactory),
            "slug": factory.Sequence(lambda n: f"{name.lower()}-{n}"),
            **texts,
        },
    )


# Shared tests ask here, so that they try every content type there is.
FACTORIES = {
    factory._meta.model: factory
    for factory in (CareerFactory, PageFactory)
    + (ArticleFactory, StatTableFactory, FAQEntryFactory)
}
FACTORIES |= {m: _factory_of(m) for m in guide_models() if m not in FACTORIES}
globals().update({f"{m.__name__}Factory": f for m, f in FACTORIES.items()})
EVERYTHING = [FACTORIES[model] for model in content_models()]
OF_GUIDES = [FACTORIES[model] for model in guide_models()]


def plan_for_now(item, by=None):
    """Plan the draft of `item`, and have its hour come."""
    schedule.schedule(item, by, publish_at=timezone.now() + AN_HOUR)
    Plan.objects.of(item).update(publish_at=timezone.now())
