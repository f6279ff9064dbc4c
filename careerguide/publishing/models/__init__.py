"""Define what is stored of all content, and the models that stand beside it."""

from . import content  # noqa: F401  Django finds the models of an app here
