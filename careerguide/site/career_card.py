"""Prepare a career's card on home: its picture, its summary, its quick facts."""

from django.template.loader import render_to_string

from careerguide.caching.memory import digest, memory_cache

# What a card shows.
OF_CAREER = ("slug", "name", "shown_summary", "language")
OF_PICTURE = (
    *("file", "alt", "decorative", "width", "height"),
    *("focal_x", "focal_y"),
)
OF_FACT = (
    *("slug", "data", "source_name", "source_url", "language"),
    *("headline_label", "headline_row", "headline_column"),
)


def card_html(career):
    """The card of a career with its `fact_tables`, kept in memory by what it shows."""
    picture = career.picture and values(career.picture, OF_PICTURE)
    facts = [values(table, OF_FACT) for table in career.fact_tables]
    return memory_cache.get(
        digest("career card", values(career, OF_CAREER), picture, facts),
        lambda: render_to_string("_career_card.html", {"career": career}),
    )


def values(item, fields):
    return [getattr(item, field) for field in fields]
