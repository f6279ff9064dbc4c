"""Define the tags that show a table's chart, figure and picture."""

from django import template

from .. import figures
from ..charts import picture_html
from ..downloads.dataset import absolute
from ..downloads.package.link import package_link
from ..figures import chart_of, figure_html
from ..frames.oembed import discovery_links
from ..row_html import rows_html

register = template.Library()


@register.simple_tag
def chart(table, heading_id):
    """Return the table's chart, named by the element `heading_id`, or nothing."""
    return chart_of(table, heading_id)


@register.simple_tag
def chart_notes(table):
    """Return sentences on the values that the table's chart does not draw as exact."""
    return figures.chart_notes(table)


@register.simple_tag
def figure(table, **shown):
    """Return the whole figure; `shown` are `heading_id`, `level` and `css`."""
    return figure_html(table, **shown)


@register.simple_tag
def picture(table, heading_id):
    """Return the chart as a picture, for a page that holds the table as well."""
    return chart_of(table, heading_id, draw=picture_html)


@register.inclusion_tag("statistics/_oembed_links.html")
def oembed_links(table, path):
    """Link to what programs are told of how to embed the page at `path`."""
    return {"table": table, "link_list": discovery_links(absolute(path))}


@register.simple_tag
def data_package(career, part):
    """Return the `url` of all tables of a guide in one file, and what it `holds`."""
    return package_link(career, part.items, part.section.on_career_page)


@register.simple_tag
def table_rows(rows, ids=False):
    """Return rows of a table, as `StatTable.shown` gives them: see `rows_html`."""
    return rows_html(rows, ids)
