"""Find marks of Markdown in a text that is shown as it stands, such as a title."""

import re
from itertools import islice

from django.utils.translation import gettext as _

from careerguide.markup.rules import TAGS

from .addresses import looks_like_an_address
from .findings import shortened

MOST = 3  # that are named; who takes these out sees the others
# Names of Python's own stand between such lines without being bold.
_PYTHON = frozenset(
    {
        *(*dir(type), *dir(int), *dir(dict), "__main__", "__file__", "__all__"),
        *("__version__", "__enter__", "__exit__", "__slots__", "__next__", "__call__"),
        *("__del__", "__post_init__", "__path__", "__builtins__", "__future__"),
    }
)
_FOUND = re.compile(
    r"""
      (?P<link> !?\[ [^\[\]\n]{0,300} \]
        \( (?P<address> [^\s()]{1,300} ) [^()\n]{0,100} \) )
    | (?P<brackets> !?\[\[ [^\[\]\n]{1,100} \]\] )
    | (?P<note> \[\^[\w-]{1,40}\] | \[![A-Za-z]{3,10}\] )
    | (?P<code> (?<![\w`]) (?P<ticks> `{1,3} ) (?=[^\s`])
        [^`\n]{1,200} (?P=ticks) (?!`) )
    | (?P<bold> (?<![\w*]) (?P<stars> \*{2,3} ) (?=[^\s*])
        [^*\n]{1,200} (?<=[^\s*]) (?P=stars) (?![\w*])
      | (?<!\w) __ (?=[^\s_]) [^\n]{1,200}? (?<=[^\s_]) __ (?!\w) )
    | (?P<emphasis> (?<![\w*]) \* (?=[^\W\d_])
        [^*\n]{1,200} (?<=[^\s*,;:]) \* (?![\w*])
      | (?<![\w_]) _ (?=[^\W_]) [^_\n]{1,200} (?<=[^\s_]) _ (?![\w_]) )
    | (?P<struck> ~~ (?=[^\s~]) [^~\n]{1,200} ~~ )
    | (?P<heading> ^[ ]{0,3}
        (?: \#{2,6}[ \t]+\S | \#[ \t]+(?!of\b)[^\W\d_] ) [^\n]{0,200} )
    | (?P<list> ^[ ]{0,3} (?P<mark> [-*+] ) [ ]\S [^\n]{0,300}
        \n [ ]{0,3} (?P=mark) [ ]\S )
    | (?P<autolink> < (?:https?|mailto): [^<>\s]{1,300} > )
    | (?P<tag> </? (?P<name> [A-Za-z][A-Za-z0-9]{0,10} )
        (?: \s[^<>\n]{0,200} )? /? > )
    | (?P<entity>
        & (?: nbsp | amp | lt | gt | quot | shy | [mn]dash | \#\d{2,6} ) ; )
    """,
    re.X | re.M,
)


def marks_in(text: str) -> list[str]:
    """Return sentences on marks that readers would see in a text that takes none."""
    found = islice(filter(_is_meant, _FOUND.finditer(text)), MOST)
    sentence = _(
        "Readers see “%s” with its marks, as this field takes no Markdown and no HTML. "
        "Write the words alone."
    )
    whole = dict.fromkeys(shortened(one[0]) for one in found)
    return [sentence % written for written in whole]


def _is_meant(found):
    if found["address"]:
        return found[0][0] == "!" or looks_like_an_address(found["address"])
    if found["name"]:
        return found["name"].lower() in TAGS
    return found[0] not in _PYTHON
