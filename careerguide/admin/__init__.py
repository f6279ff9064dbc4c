"""Register careers, their fields of work and the site's pages in the admin."""

from . import careers, groups, pages  # noqa: F401  they register themselves
