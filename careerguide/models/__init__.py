"""Define careers, their fields of work, and pages about the site itself."""

from .careers import Career
from .groups import CareerGroup
from .pages import Page, SeededGuide
from .site import Site

__all__ = ["Career", "CareerGroup", "Page", "SeededGuide", "Site"]
