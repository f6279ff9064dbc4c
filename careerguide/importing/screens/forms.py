"""Define the forms of imports: what is uploaded, and what a block becomes."""

import secrets

from django import forms
from django.utils.translation import gettext_lazy as _

from careerguide.importing.plan import DATA, LEFT_OUT, TEXT, TITLE
from careerguide.importing.reading import MAX_BYTES
from careerguide.importing.tree import PARAGRAPH, TABLE
from careerguide.publishing.admin.hidden_fields import hidden_text

from . import wording

NEW, NEAREST = "new", ""  # of what a block goes to
MOST_PASTED = 2_000_000  # characters
ACCEPTED = ".docx,.html,.htm,.md,.markdown,.txt"


class UploadForm(forms.Form):
    """A file, or a text that is pasted: one of them."""

    file = forms.FileField(
        label=_("A file"),
        required=False,
        widget=forms.FileInput({"accept": ACCEPTED, "data-most": MAX_BYTES}),
        help_text=_(
            "A Word document (.docx), a saved web page or Google Docs export (.html), "
            "Markdown (.md) or text (.txt), of at most 20 MB."
        ),
    )
    text = forms.CharField(
        label=_("Or its text"),
        required=False,
        strip=False,
        max_length=MOST_PASTED,
        widget=forms.Textarea({"rows": 8}),
        help_text=_(
            "Copied in Word, in Google Docs or from a web page. Headings and tables "
            "come along where your browser passes them on."
        ),
    )
    pasted_html = forms.CharField(
        required=False,
        strip=False,
        max_length=MOST_PASTED,
        widget=forms.HiddenInput({"autocomplete": "off"}),
    )
    previous = forms.IntegerField(required=False, widget=forms.HiddenInput())
    # The script that keeps what was typed in this browser asks for these two.
    base_version = hidden_text(40)
    form_key = hidden_text(40)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial = {"form_key": secrets.token_urlsafe(16)} | self.initial

    def clean(self):
        cleaned = super().clean()
        file, text = cleaned.get("file"), (cleaned.get("text") or "").strip()
        if file and text:
            self.add_error(
                "text",
                _("There is a file and a text: clear the text, or take out the file."),
            )
        elif not file and not text and not self.errors:
            self.add_error("file", _("Choose a file, or paste the text of a document."))
        return cleaned


def _may_be_cells(block):
    """Whether a `ReviewBlock` is a table, or lines that may be one."""
    has_lines = block.kind == PARAGRAPH and "\n" in block.text
    return block.role == DATA or block.kind == TABLE or has_lines


def part_value(kind, role):
    return f"{kind}/{role}"


class BlockForm(forms.Form):
    """What a block becomes, and of which item."""

    part = forms.ChoiceField(
        label=_("What it becomes"), widget=forms.RadioSelect(), required=True
    )
    item = forms.ChoiceField(label=_("Of which"), required=False)
    following = forms.BooleanField(
        label=_("And what stands below it, up to the next heading"), required=False
    )

    def __init__(self, review, block, data=None):
        items = {item.key: item for item in review.items}
        own = items.get(block.item)
        now = LEFT_OUT if own is None else part_value(own.kind, block.role)
        super().__init__(data, initial={"part": now, "item": block.item})
        self.items, self.block, self.order = items, block, review.blocks
        parts = [
            (part_value(kind, role), name)
            for kind, role, name in wording.PARTS
            if role != DATA or _may_be_cells(block)
        ]
        for kind, name in review.new_kinds:
            if kind not in wording.KINDS:  # a content type of the site's own
                parts.append((part_value(kind, TITLE), _("%s: its title") % name))
                parts.append((part_value(kind, TEXT), _("%s: its text") % name))
        self.kinds = wording.KINDS | dict(review.new_kinds)
        self.fields["part"].choices = [*parts, (LEFT_OUT, _("Leave out"))]
        choices = [(NEAREST, _("The nearest one above")), (NEW, _("A new one"))]
        groups = {}
        for item in review.items:
            name = item.title or _("(no title yet)")
            groups.setdefault(item.kind_name, []).append((item.key, name))
        self.fields["item"].choices = [*choices, *groups.items()]

    def clean(self):
        cleaned = super().clean()
        part, key = cleaned.get("part"), cleaned.get("item", "")
        if part is None or part == LEFT_OUT:
            return cleaned
        kind, _slash, role = part.partition("/")
        name = self.kinds[kind]
        if key in self.items and self.items[key].kind != kind:
            # It was of its former item, which was not meant.
            key = NEAREST if key == self.block.item else key
            if key:
                sentence = _("Choose one of this kind here: %s.") % name
                self.add_error("item", sentence)
                return cleaned
        if key == NEAREST:
            is_title = role in (TITLE, DATA) and kind != "career"
            key = NEW if is_title else self._nearest(kind)
        cleaned["item"] = f"new:{kind}" if key in (NEW, None) else key
        return cleaned

    def _nearest(self, kind):
        """The key of the last item of a kind above the block, or else of the first."""
        found = None
        for block in self.order:
            if block.id == self.block.id and found:
                break
            item = self.items.get(block.item)
            if item and item.kind == kind:
                found = item.key
                if block.id == self.block.id:
                    break
        first = next((i.key for i in self.items.values() if i.kind == kind), None)
        return found or first

    def values(self):
        """Return the values of the operation “place”."""
        part = self.cleaned_data["part"]
        following = "1" if self.cleaned_data["following"] else ""
        if part == LEFT_OUT:
            return {"role": LEFT_OUT, "item": "", "following": following}
        role, item = part.partition("/")[2], self.cleaned_data["item"]
        return {"role": role, "item": item, "following": following}
