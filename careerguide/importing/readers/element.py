"""Define the elements of a page, or of what is read as one."""

from dataclasses import dataclass, field

INLINE = frozenset(
    {
        *("a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del"),
        *("dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "ruby"),
        *("rt", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time"),
        *("tt", "u", "var", "wbr"),
    }
)


@dataclass
class Element:
    """An element as pages have them."""

    name: str = ""
    attributes: dict = field(default_factory=dict)
    children: list = field(default_factory=list)  # elements and texts

    def get(self, name):
        return self.attributes.get(name, "")

    def texts(self):
        """Yield each text within it."""
        stack = [self]
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                yield node
            else:
                stack += reversed(node.children)

    @property
    def size(self):
        """How many words it has, about: those between spaces."""
        return sum(len(text.split()) for text in self.texts())

    def has(self, *names):
        """Return whether an element of one of these names is within it."""
        stack = [*self.children]
        while stack:
            node = stack.pop()
            if isinstance(node, Element):
                if node.name in names:
                    return True
                stack += node.children
        return False
