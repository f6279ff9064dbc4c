"""A ranking without numbers: invented lengths would be lies, so it is a list."""

from django.utils.html import format_html, format_html_join


def draw(figure):
    return format_html(
        '<ol class="ranking" aria-labelledby="{}">{}</ol>',
        figure.name_id,
        format_html_join("", "<li>{}</li>", ((p.label,) for p in figure.points)),
    )
