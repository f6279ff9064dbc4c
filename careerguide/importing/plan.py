"""Define the plan of a guide: what becomes of each block of a document, as data.

Each block at the outer level has one placement; those within it go with it. Whoever
reviews a plan changes placements and items, and nothing is written meanwhile. So no
block can be forgotten: what is not placed is left out, with a reason.
"""

from dataclasses import asdict, dataclass, field, replace
from functools import cached_property

CAREER, ARTICLE, TABLE, QUESTION = "career", "article", "table", "question"
ITEM_KINDS = (CAREER, ARTICLE, TABLE, QUESTION)

TITLE = "title"  # of an item: a career's name, an article's title, a question
TEXT = "text"  # of an article or an answer
TAKEAWAYS = "takeaways"
MYTH, FACT = "myth", "fact"
DATA = "data"  # the cells of a table
NOTE = "note"  # of a table
LEFT_OUT = "left out"
ROLES = (TITLE, TEXT, TAKEAWAYS, MYTH, FACT, DATA, NOTE, LEFT_OUT)
LISTS = ("choices", "others")  # of a decision
ROLES_OF = {
    CAREER: (TITLE,),
    ARTICLE: (TITLE, TEXT, TAKEAWAYS, MYTH, FACT),
    TABLE: (TITLE, DATA, NOTE),
    QUESTION: (TITLE, TEXT),
}


def roles_of(kind):
    """Return the roles that a block may have in an item of a kind, in order."""
    return ROLES_OF.get(kind, (TITLE, TEXT))


@dataclass(frozen=True)
class Item:
    """A draft to be; `title` is proposed where no block of the document gives one.

    `written`, `slug` and `summary` are what somebody wrote in place of what would be.
    """

    key: str
    kind: str
    title: str = ""
    written: str = ""
    slug: str = ""
    summary: str = ""


@dataclass(frozen=True)
class Placement:
    """What becomes of a block.

    `prefix` is the start of its text that is left out: the number of a title, the “A:”
    of an answer. `lines`
    are the cells of a table that stands as lines of text. `shown_in` is the article in
    which a table stands. `choices` are those of whoever reads a table's cells, and
    `table` is what somebody made of them in the grid, as `StatTable.data`.
    """

    block: str
    role: str
    item: str = ""
    reason: str = ""
    prefix: str = ""
    level: int = 0
    lines: tuple = ()
    shown_in: str = ""
    choices: dict = field(default_factory=dict)
    table: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Decision:
    """What only a person can say of a block, with what there is to choose from.

    One answer may do for `others`, too: how a document writes decimals. `about` is the
    key of the item whose title is asked for, or the number of a picture.
    """

    kind: str
    block: str
    sentence: str
    choices: tuple = ()
    others: tuple = ()
    about: str = ""

    @property
    def id(self):
        return ":".join(filter(None, (self.kind, self.block, self.about)))


@dataclass(frozen=True)
class Plan:
    items: tuple = ()
    placements: tuple = ()
    decisions: tuple = ()
    descriptions: dict = field(default_factory=dict)  # of pictures, by their numbers
    career: int = 0  # the key of an existing one, which gets the guide
    choices: dict = field(default_factory=dict)  # between versions, by keys of items
    # Of a newer document: what became of each block, and the texts it has no longer.
    changes: dict = field(default_factory=dict)
    gone: tuple = ()

    @cached_property
    def placement_of(self):
        """The placements by the ids of their blocks."""
        return {placement.block: placement for placement in self.placements}

    @cached_property
    def _by_item(self):
        found = {}
        for placement in self.placements:
            found.setdefault(placement.item, []).append(placement)
        return found

    def of(self, item):
        """Return the placements in an item, in the document's order."""
        return self._by_item.get(item, [])

    def items_of(self, kind):
        return [item for item in self.items if item.kind == kind]

    def item(self, key):
        return next(item for item in self.items if item.key == key)

    def changed(self, block, role, item="", **values):
        """Return the plan with a block placed elsewhere; `ValueError` if it cannot be.

        What had to be decided of the block is decided by that, if it no longer asks.
        """
        if role not in ROLES:
            raise ValueError(f"{role} is no role")
        if role == LEFT_OUT:
            item, values = "", {"reason": "left out by hand"} | values
        elif role not in roles_of(self.item(item).kind):
            raise ValueError(f"{role} is no part of a {self.item(item).kind}")
        if block not in self.placement_of:
            raise ValueError(f"{block} is no block")
        placements = tuple(
            Placement(block, role, item, **values) if p.block == block else p
            for p in self.placements
        )
        open_ones = [d for d in self.decisions if _still_asks(d, block, role)]
        made = [d for d in self.decisions if d not in open_ones]
        plan = replace(self, placements=placements)
        for decision in made:
            plan = plan.settled(decision, block)
        return plan

    def settled(self, decision, block):
        """Return the plan with a decision made for one block, open for `others`."""
        others = [one for one in (decision.block, *decision.others) if one != block]
        if not others:
            return self.without_decisions(decision)
        left = replace(decision, block=others[0], others=tuple(others[1:]))
        decisions = tuple(left if d is decision else d for d in self.decisions)
        return replace(self, decisions=decisions)

    def tidied(self):
        """Return the plan without items that nothing is placed in, but careers."""
        used = {placement.item for placement in self.placements}
        items = tuple(i for i in self.items if i.key in used or i.kind == CAREER)
        gone = {i.key for i in self.items} - {i.key for i in items}
        if not gone:
            return self
        article = next((i.key for i in items if i.kind == ARTICLE), "")
        placements = tuple(
            replace(p, shown_in=article) if p.shown_in in gone else p
            for p in self.placements
        )
        decisions = tuple(d for d in self.decisions if d.about not in gone)
        return replace(self, items=items, placements=placements, decisions=decisions)

    def chosen(self, block, **choices):
        """Return the plan with more choices of how a table's cells are read.

        Where one decision is of several tables, the choice is of them all.
        """
        made = [d for d in self.decisions if d.block == block]
        blocks = {block, *(other for d in made for other in d.others)}
        placements = tuple(
            replace(p, choices=p.choices | choices) if p.block in blocks else p
            for p in self.placements
        )
        open_ones = tuple(d for d in self.decisions if d not in made)
        return replace(self, placements=placements, decisions=open_ones)

    def with_item(self, kind, title=""):
        """Return the plan with one more item, whose key is the last one's."""
        keys, number = {item.key for item in self.items}, 1
        while f"{kind}-{number}" in keys:
            number += 1
        item = Item(f"{kind}-{number}", kind, title)
        return replace(self, items=(*self.items, item))

    def with_values(self, key, **values):
        """Return the plan in which an item has other values."""
        items = (replace(i, **values) if i.key == key else i for i in self.items)
        return replace(self, items=tuple(items))

    def titled(self, key, title):
        return self.with_values(key, title=title)

    def described(self, number, text):
        """Return the plan with the description of a picture."""
        descriptions = self.descriptions | {str(number): text}
        open_ones = tuple(
            d for d in self.decisions if (d.kind, d.about) != ("picture", str(number))
        )
        return replace(self, descriptions=descriptions, decisions=open_ones)

    def replaced(self, placement):
        """Return the plan with another placement of a block, in the same place."""
        placements = (
            placement if p.block == placement.block else p for p in self.placements
        )
        return replace(self, placements=tuple(placements))

    def without_decisions(self, *decisions):
        left = tuple(d for d in self.decisions if d not in decisions)
        return replace(self, decisions=left)

    def to_json(self):
        """Return the plan without what is at its default."""
        lists = {
            name: [_to_json(one) for one in getattr(self, name)]
            for name in ("items", "placements", "decisions")
        }
        others = ("descriptions", "career", "choices", "changes", "gone")
        return lists | {name: getattr(self, name) for name in others}

    @classmethod
    def from_json(cls, data):
        placements = (
            Placement(**{**p, "lines": tuple(map(tuple, p.get("lines", ())))})
            for p in data["placements"]
        )
        decisions = (
            Decision(**{k: tuple(v) if k in LISTS else v for k, v in d.items()})
            for d in data["decisions"]
        )
        items = (Item(**item) for item in data["items"])
        descriptions = data.get("descriptions", {})
        return cls(
            tuple(items),
            tuple(placements),
            tuple(decisions),
            descriptions,
            data.get("career", 0),
            data.get("choices", {}),
            data.get("changes", {}),
            tuple(data.get("gone", ())),
        )


def _still_asks(decision, block, role):
    """Whether something has to be decided still, once a block has another role."""
    if block not in (decision.block, *decision.others) or decision.kind == "title":
        return True
    if decision.kind == "picture":
        return role not in (LEFT_OUT, TITLE, DATA)
    return role == DATA and decision.kind in ("columns", "decimals", "table")


def _to_json(value):
    return {name: content for name, content in asdict(value).items() if content}
