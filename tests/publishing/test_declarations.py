"""Test that a half-declared content type is named at start, with what it lacks."""

import re

import pytest
from django.contrib import admin
from django.core.checks import Error, run_checks
from django.core.checks.registry import registry
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import models
from django.urls import include, path

from articles.models import Article
from careerguide.models import Page
from careerguide.page_cache.decorators import cacheable
from careerguide.publishing.declarations import GUIDE, TAG
from careerguide.publishing.models.content import GuideContent, content_models
from careerguide.publishing.models.search_text import SearchText
from careerguide.publishing.models.sections import GuideSection
from careerguide.site.home import HomeView
from careerguide.urls import urlpatterns
from faq.models import FAQEntry

# What is wrong, and what to do, by the number of the check.
SENTENCES = {
    1: "belongs to a guide, and declares no section of it. "
    "Add guide = GuideSection(title=...).",
    2: "has {value} as on_{name}, which is a number of items. Write 0 for none.",
    3: "is in one app with {other}: one has no addresses. Give each an app of its own.",
    4: "has the anchor of {other}, “questions”. Name another in its GuideSection.",
    5: "lacks {kind} of all content, such as {name}. Let its Meta inherit {base}.Meta, "
    "and begin {kind} with *{base}.Meta.{kind}.",
    6: "has no right to publish it. Let its Meta inherit Publishable.Meta.",
    7: "does not say what its published items need. "
    "Add published_needs(...) to the constraints of its Meta.",
    8: "has no slug that is unique: its items have no addresses. "
    "Add slug = models.SlugField(unique=True).",
    9: "names “{name}” in {attribute}, which it does not have. Correct {attribute}.",
    10: "declares no search: nobody would find its items. "
    "Add search = SearchText(text=(...)).",
    11: "has a manager whose queries are no GuideContentQuerySet. "
    "Inherit from GuideContentQuerySet.",
    12: "has no migrations, so no table. Run manage.py makemigrations articles.",
    13: "has no GuideContentAdmin: editors cannot write it safely. "
    "Register a GuideContentAdmin in its admin.py.",
    14: "has no page for each of its items. Name the route “detail”, which takes a "
    "slug, in its urls.py. Include that in the site's urls.py.",
    15: "has no page that lists its items. Name the route “list” in its urls.py.",
    16: "has {path} as address, which leads to {view} instead. "
    "Include its urls.py above what takes any address.",
    17: "has pages ({name}) that are made anew for each reader. "
    "Wrap the view in cacheable() in its urls.py.",
    18: "has no template {name}. Write it, or correct the view's template_name.",
    19: "cannot be searched by editors. Name search_fields in its admin.py.",
    20: "has no field “{name}” in its form, which published items need. "
    "Name it in content_fieldsets in its admin.py.",
}


def errors():
    found = run_checks(tags=[TAG])
    for error in found:
        sentence = SENTENCES[int(error.id.removeprefix("content.E"))]
        whole = f"{error.obj.__name__} {sentence} {GUIDE}"
        pattern = re.sub(r"\\{\w+\\}", "(.+)", re.escape(whole))
        assert re.fullmatch(pattern, f"{error.msg} {error.hint}")
    return {(error.id, error.obj) for error in found}


def bind(model, **options):
    section = GuideSection(title="Words", **options)
    section.contribute_to_class(model, "guide")


@pytest.fixture
def change(monkeypatch):
    """Give a model another attribute, or its `_meta`."""

    def change(model, **values):
        for name, value in values.items():
            owner = model if hasattr(model, name) else model._meta
            monkeypatch.setattr(owner, name, value)

    return change


def test_every_content_type_is_whole():
    assert run_checks(tags=[TAG]) == []


def test_of_some_apps_alone(change):
    from django.apps import apps

    change(Article, search=None)
    assert run_checks([apps.get_app_config("faq")], tags=[TAG]) == []


def test_sentence_says_what_is_wrong_and_what_to_do(change):
    change(FAQEntry, guide=None)
    [error] = run_checks(tags=[TAG])
    assert error.msg == "FAQEntry belongs to a guide, and declares no section of it."
    assert error.hint.startswith("Add guide = GuideSection(title=...).")
    assert "CONTRIBUTING.md" in error.hint


class TestModel:
    @pytest.mark.parametrize("number", [True, -1, "12", None])
    def test_numbers_of_items(self, change, number):
        for name in ("on_home", "on_career_page"):
            change(Article, guide=Article.guide)
            bind(Article, **{name: number})
            assert errors() == {("content.E002", Article)}

    def test_two_of_one_app(self, change):
        change(Article._meta, app_label="faq")
        assert {("content.E003", Article), ("content.E003", FAQEntry)} <= errors()

    def test_two_of_one_anchor(self, change):
        change(Article, guide=Article.guide)
        bind(Article, anchor="questions")
        both = {("content.E004", Article), ("content.E004", FAQEntry)}
        assert errors() == both

    @pytest.mark.parametrize("kind", ["constraints", "indexes"])
    @pytest.mark.parametrize("model", content_models())
    def test_what_its_meta_does_not_inherit(self, change, model, kind):
        change(model, **{kind: getattr(model._meta, kind)[1:]})
        assert ("content.E005", model) in errors()

    def test_right_to_publish(self, change):
        change(Page, default_permissions=("add", "change", "delete", "view"))
        assert errors() == {("content.E006", Page)}

    def test_what_published_items_need(self, change):
        change(Article, constraints=Article._meta.constraints[:-1])
        assert errors() == {("content.E007", Article)}

    def test_unique_slug(self, monkeypatch):
        monkeypatch.setitem(vars(Article._meta.get_field("slug")), "unique", False)
        assert errors() == {("content.E008", Article)}

    @pytest.mark.parametrize("name", ["short_fields", "bullet_fields"])
    def test_names_of_fields(self, change, name):
        change(Article, **{name: ("title", "tittle")})
        assert errors() == {("content.E009", Article)}

    def test_name_of_the_title(self, change):
        change(FAQEntry, title_field="title")
        assert ("content.E009", FAQEntry) in errors()

    @pytest.mark.parametrize("model", content_models())
    def test_what_is_searched(self, change, model):
        change(model, search=GuideContent.search)
        assert errors() == {("content.E010", model)}

    @pytest.mark.parametrize("part", ["names", "key", "text", "body"])
    def test_names_of_what_is_searched(self, change, part):
        wrong = "tittle" if part in ("names", "body") else ("title", "tittle")
        change(Article, search=SearchText(**{part: wrong}))
        assert errors() == {("content.E009", Article)}

    def test_manager(self, change):
        manager = models.Manager()
        manager.model = Article
        change(Article, objects=manager)
        assert errors() == {("content.E011", Article)}

    def test_migrations(self, settings):
        settings.MIGRATION_MODULES = {"articles": "articles.no_migrations"}
        assert errors() == {("content.E012", Article)}


class TestAdmin:
    def test_none(self, monkeypatch):
        monkeypatch.delitem(admin.site._registry, Article)
        assert errors() == {("content.E013", Article)}

    def test_of_another_kind(self, monkeypatch):
        plain = admin.ModelAdmin(Article, admin.site)
        monkeypatch.setitem(admin.site._registry, Article, plain)
        assert errors() == {("content.E013", Article)}

    def test_without_search(self, monkeypatch):
        monkeypatch.setattr(admin.site._registry[Article], "search_fields", ())
        assert errors() == {("content.E019", Article)}

    @pytest.mark.parametrize("name", ["career", "title", "body"])
    def test_without_a_field_that_is_needed(self, monkeypatch, name):
        fields = [n for n in ("career", "title", "summary", "body") if n != name]
        sets = ((None, {"fields": fields}),)
        monkeypatch.setattr(admin.site._registry[Article], "content_fieldsets", sets)
        assert errors() == {("content.E020", Article)}
        assert f"“{name}”" in run_checks(tags=[TAG])[0].msg


class Routes:
    """A URLconf: the site's, with others for articles."""

    def __init__(self, *of_articles):
        others = [p for p in urlpatterns if getattr(p, "app_name", "") != "articles"]
        self.urlpatterns = [*of_articles, *others]


class TestRoutes:
    @pytest.fixture
    def route(self, settings):
        def route(*views):
            patterns = [path(*view[:2], name=view[2]) for view in views]
            of_app = path("articles/", include((patterns, "articles")))
            settings.ROOT_URLCONF = Routes(of_app)

        return route

    def page(self, template="home.html"):
        return cacheable(HomeView.as_view(template_name=template))

    def test_none(self, settings):
        settings.ROOT_URLCONF = Routes()
        assert errors() == {("content.E014", Article)}

    def test_without_a_slug(self, route):
        route(("", self.page(), "list"), ("<int:pk>/", self.page(), "detail"))
        assert errors() == {("content.E014", Article)}

    def test_without_a_list(self, route):
        route(("<slug:slug>/", self.page(), "detail"))
        assert errors() == {("content.E015", Article)}

    def test_below_what_takes_any_address(self, settings):
        [of_articles] = [p for p in urlpatterns if p not in Routes().urlpatterns]
        settings.ROOT_URLCONF = Routes()
        settings.ROOT_URLCONF.urlpatterns.append(of_articles)
        assert errors() == {("content.E016", Article)}

    def test_not_for_the_cache(self, route):
        view = HomeView.as_view()
        route(("", view, "list"), ("<slug:slug>/", view, "detail"))
        assert errors() == {("content.E017", Article)}


def test_missing_template_is_named(monkeypatch):
    from articles.views import ArticleListView

    monkeypatch.setattr(ArticleListView, "template_name", "articles/none.html")
    assert errors() == {("content.E018", Article)}
    assert "articles/none.html" in run_checks(tags=[TAG])[0].msg


class TestFirstMigration:
    """The command that the sentence on a missing migration names has to work."""

    def make(self):
        command = ("makemigrations", "articles", "--dry-run", "--check")
        call_command(*command, skip_checks=False)

    @pytest.mark.django_db
    def test_is_made_of_half_a_type(self, change, settings, capsys):
        change(Article, guide=None)
        settings.ROOT_URLCONF = Routes()
        assert {id for id, _ in errors()} == {"content.E001", "content.E014"}
        self.make()
        assert "No changes detected" in capsys.readouterr().out

    def test_is_not_made_of_what_else_is_wrong(self, monkeypatch):
        def wrong(app_configs, **options):
            return [Error("wrong", id="tests.E001")]

        wrong.tags = ["models"]
        checks = {*registry.registered_checks, wrong}
        monkeypatch.setattr(registry, "registered_checks", checks)
        with pytest.raises(SystemCheckError, match="tests.E001"):
            self.make()


def test_nothing_is_served_with_half_a_type(change):
    change(Article, search=None)
    with pytest.raises(SystemCheckError, match="nobody would find its items"):
        call_command("serve")
