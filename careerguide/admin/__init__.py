"""Register careers, their fields of work, the site and its pages in the admin."""

from . import careers, groups, pages, site  # noqa: F401  they register themselves
