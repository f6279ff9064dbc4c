"""List the two content types on which shared behaviour is tried.

What differs most from a section of a guide is the career itself: it has no career above
it, authors may not write it, and what is hidden with it is hidden too. That each type
that is registered has the behaviour, `test_every_type.py` tells.
"""

from tests.factories import ArticleFactory, CareerFactory

TWO_TYPES = [ArticleFactory, CareerFactory]
