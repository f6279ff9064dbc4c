"""Define what a review shows: plain values, ready for a template."""

from dataclasses import dataclass, field

from careerguide.importing.models import Import


@dataclass
class Tie:
    """A cell that says the same: `id` goes to “tie”, `label` is “85,000 · table: …”."""

    id: str
    label: str


@dataclass
class Number:
    """A number in the prose; `id` goes to “tie”, “mark” and “untie”."""

    id: str
    written: str
    around: str  # the sentence that it stands in
    is_open: bool  # somebody has to answer for it
    ties: list[Tie] = field(default_factory=list)
    tied_to: str = ""  # what shows in its place: a cell's name, or a source
    why: str = ""  # why nothing can show in its place, as a sentence


@dataclass
class ReviewPicture:
    number: int
    text: str  # its description, "" where it has none
    has_data: bool  # it is in the file, and can be shown: see `picture`


@dataclass
class ReviewDecision:
    """What only a person can say. `id` goes to “answer”.

    `choices` are (value, label); where there are none, the answer is a text.
    """

    id: str
    kind: str
    block: str
    sentence: str
    choices: list[tuple[str, str]] = field(default_factory=list)
    proposed: str = ""
    may_stay: bool = False  # an empty answer leaves it as it is
    leave_out: str = ""  # the answer that leaves out what it is about, if there is one


@dataclass
class ReviewTable:
    """A table as it is read: for the grid, and what is said of it."""

    is_read: bool
    lines: tuple  # as it stands in the document
    numbers: str  # for the grid: StatTableForm's texts
    columns: str
    data: dict | None  # StatTable.data
    sentences: list[str]
    problems: list[str]
    is_edited: bool


@dataclass
class ReviewBlock:
    """A block of the document with its place in the guide."""

    id: str
    kind: str  # of tree.KINDS
    text: str
    markdown: str  # of the block alone, as the document has it
    level: int
    words: int
    role: str  # of plan.ROLES
    item: str  # key; "" where it is left out
    reason: str  # why it is left out
    shown_in: str  # the article in which a table stands
    can_join: bool  # with the one before it in the document
    numbers: list[Number] = field(default_factory=list)
    pictures: list[ReviewPicture] = field(default_factory=list)
    decisions: list[ReviewDecision] = field(default_factory=list)
    table: ReviewTable | None = None
    split_at: list[tuple[int, str]] = field(default_factory=list)  # (at, words after)
    change: str = ""  # in a newer document: "", "new" or "changed"
    was: str = ""  # its text in the older one


@dataclass
class ReviewItem:
    """A draft to be, with its blocks in its own order."""

    key: str
    kind: str  # of plan.ITEM_KINDS, or a content type's own
    kind_name: str
    title: str
    slug: str
    summary: str
    has_summary: bool
    blocks: list[ReviewBlock]
    roles: list[tuple[str, str]]  # (role, label) that a block may have in it
    existing: object = None  # the content item that gets the text, if there is one


@dataclass
class Review:
    record: Import
    blocks: list[ReviewBlock]  # in the document's order
    items: list[ReviewItem]  # in the guide's; the career comes first
    left_out: dict[str, list[ReviewBlock]]  # by reason
    decisions: list[ReviewDecision]
    new_kinds: list[tuple[str, str]]  # (kind, label) of items that can be added
    ledger: object  # see `ledger.Ledger`
    messages: list[str]  # of whatever read the file
    obstacles: list[str]  # what is in the way of making drafts, in sentences
    undo: str  # what “undo” would take back, in words; "" for nothing
    career: object = None  # an existing Career that gets the guide
    gone: list[str] = field(default_factory=list)  # texts a newer document lacks
    open_numbers: int = 0
    certain_numbers: int = 0  # that “tie_all” would tie


@dataclass
class ItemVersions:
    """An item in two versions, side by side.

    `state`: "same", "changed" (by the document), "conflict" (both were changed), "new",
    "trashed" (by an editor, and in the document still) or "gone" (the document has it
    no longer: its draft stays).
    """

    key: str
    kind_name: str
    title: str
    state: str
    document: dict[str, str]  # by the name of a field's label
    draft: dict[str, str]
    choice: str = ""  # "document" or "draft"; "" where somebody has to choose
    item: object = None
