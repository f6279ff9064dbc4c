"""Define what is stored of all content, and the models that stand beside it."""

# Django finds the models of an app here.
from . import change_log, content  # noqa: F401
