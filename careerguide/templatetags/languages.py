"""Define what templates say in the language of an item."""

from django import template

from careerguide.languages.speaking import speaking
from careerguide.languages.writing import number_text
from careerguide.markup.directions import BY_ITS_LETTERS, other_language_html
from careerguide.publishing.models.languages import language_of

register = template.Library()


@register.filter
def direction_of(item):
    """Return the attributes of an item's title: its language, or dir="auto"."""
    return other_language_html(language_of(item), BY_ITS_LETTERS)


@register.filter
def number(value):
    """Write a count as the language does: 41,027."""
    return number_text(value)


@register.tag("speaking")
def speaking_tag(parser, token):
    """Write what is within in the language of an item: words, numbers and dates.

    `{% speaking article as spoken %}<article{{ spoken }}>…</article>{% endspeaking %}`
    """
    try:
        _name, item, as_, name = token.split_contents()
    except ValueError:
        as_ = ""
    if as_ != "as":
        raise template.TemplateSyntaxError("{% speaking item as name %}")
    nodes = parser.parse(("endspeaking",))
    parser.delete_first_token()
    return SpeakingNode(parser.compile_filter(item), name, nodes)


class SpeakingNode(template.Node):
    def __init__(self, item, name, nodelist):
        self.item, self.name, self.nodelist = item, name, nodelist

    def render(self, context):
        language = language_of(self.item.resolve(context))
        found = {self.name: other_language_html(language)}
        with context.push(**found), speaking(language):
            return self.nodelist.render(context)
