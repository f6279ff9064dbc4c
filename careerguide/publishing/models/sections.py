"""Declare a content type of guides, and ask which there are."""

from dataclasses import dataclass, field, replace

from django.apps import apps

from careerguide.http.paths import path_of


@dataclass(frozen=True, kw_only=True, eq=False)
class GuideSection:
    """Where readers meet a content type; `guide` of its model: see CONTRIBUTING.md.

    Sections come in the order of INSTALLED_APPS, one for each app, whose `urls.py`
    names the routes "list" and "detail". Templates of the app called
    `_<model>_home.html`, `_<model>_career.html` and `_<model>_print.html` replace those
    in `guide/`.
    """

    title: str  # in the menu
    in_menu: bool = True
    on_home: int = 0  # how many items at most; 0 for no part of its own
    on_career_page: int = 12
    in_print: bool = True
    complete: int = 1  # how many published items a complete guide has at least

    # On a career's page, and in the whole guide: the title, if none is given.
    career_title: str | None = None
    print_title: str | None = None
    anchor: str = ""  # the id of its part of a page; by default the app's label
    leads: bool = False  # before the other sections on a career's page
    chapters: bool = False  # each item is a chapter of the whole guide

    model: type = field(default=None, init=False)

    def contribute_to_class(self, cls, name):
        """Be an attribute of the model that knows its model: Django calls this."""
        section = replace(
            self,
            anchor=self.anchor or cls._meta.app_label,
            career_title=self._or_title(self.career_title),
            print_title=self._or_title(self.print_title),
        )
        object.__setattr__(section, "model", cls)
        setattr(cls, name, section)

    def _or_title(self, text):
        return self.title if text is None else text

    @property
    def namespace(self):
        return self.model._meta.app_label

    @property
    def list_url(self):
        return path_of(f"{self.namespace}:list")

    def template_names(self, page):
        """What shows its part of "home", "career" or "print": its own, or ours."""
        own = f"{self.namespace}/_{self.model._meta.model_name}_{page}.html"
        return own, f"guide/_section_{page}.html"


def guide_models():
    """The content models that declare a section, in the order of INSTALLED_APPS."""
    models = apps.get_models()
    return [m for m in models if isinstance(getattr(m, "guide", None), GuideSection)]


def guide_sections():
    return [model.guide for model in guide_models()]
