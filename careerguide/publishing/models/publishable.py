"""Define the abstract base of all content: its dates, its texts, and who wrote it."""

from datetime import timedelta
from functools import cache

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from careerguide import markup
from careerguide.identity.current import current
from careerguide.markup.references.loaded import LoadedReferences
from careerguide.markup.references.notation import plain_references_in
from careerguide.markup.references.sources import line_keywords

from .change_notes import ChangeNote
from .history import Revision
from .ignored import IgnoredFinding
from .languages import LanguageField, in_own_language
from .querysets import PublishableQuerySet
from .related import OldSlug, Plan, Presence, PreviewLink, WorkingCopy
from .tagged import Tagged
from .texts import is_markdown, markdown_fields
from .told import Told
from .validation import Validated
from .visibility import Status, Visible


class Publishable(Visible, Validated, Told, Tagged):
    """Content that is drafted, published, planned and kept in a history.

    The row holds what was published last: only `drafts.actions` writes it. What editors
    work on is in its draft, or, until the first publication, in the row.
    """

    title_field = "title"  # the text field that headings and lists show
    search = None  # what searches find of it: see `search_text.SearchText`
    short_fields = ()  # what else list pages load; their templates show it
    bullet_fields = ()  # Markdown fields whose text should be a list
    document_kind = ""  # of an item that an imported document has: see `importing`
    embedding_field = None  # a Markdown field where [[table: slug]] shows a table
    plain_reference_fields = ("summary",)  # beside those of Markdown
    own_number_fields = ()  # that may name numbers of the item itself
    fetched_with = _references = None
    _referred_to = None, ()  # its texts that refer to anything, and to what
    edition = None  # the newest one, of a type that has editions
    attention = ()  # what its items may lack: see `attention.Attention`
    checks = ()  # beside those of all content: see `checks.finding.Check`
    review_days = 365  # from one review to the next, unless editors say otherwise
    lost_with_it = ""  # what goes when it is deleted for good, in a sentence
    preview_text = ""  # what previews of links say of it, if not its description
    schema_type = "WebPage"  # what schema.org calls it
    schema_is_of_page = True  # and not a thing that its page is about
    schema_list_type = "CollectionPage"
    held_with_it = ()  # what was planned to show it, where a change has held that
    admin_group = _("The site")  # of the admin's menu
    # An author changes drafts of their own, which takes no right to change others'.
    group_permissions = {
        "Author": ("view",),
        "Editor": ("view", "add", "change"),
        "Publisher": ("view", "add", "change", "publish", "delete"),
    }

    first_published_at = models.DateTimeField(null=True, blank=True, editable=False)
    content_updated_on = models.DateField(
        _("content updated on"),
        null=True,
        blank=True,
        help_text=_(
            "Shown to readers. Change it when the facts changed, "
            "not for a typing error."
        ),
    )
    review_by = models.DateField(
        _("review by"),
        null=True,
        blank=True,
        help_text=_("The day by which somebody should check that this is still true."),
    )
    language = LanguageField(
        _("language"),
        blank=True,
        help_text=_(
            "Only where it is another than the site’s: en, fr, de-ch. Its numbers are "
            "written as that language writes them."
        ),
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    modified_at = models.DateTimeField(default=timezone.now, editable=False)
    modified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    trashed_at = models.DateTimeField(null=True, blank=True, editable=False)

    # What goes when the row goes.
    working_copies = GenericRelation(WorkingCopy)
    plans = GenericRelation(Plan)
    old_slugs = GenericRelation(OldSlug)
    preview_links = GenericRelation(PreviewLink)
    presences = GenericRelation(Presence)
    history = GenericRelation(Revision)
    change_notes = GenericRelation(ChangeNote)
    ignored_findings = GenericRelation(IgnoredFinding)

    objects = PublishableQuerySet.as_manager()

    class Meta:
        abstract = True
        default_permissions = ("add", "change", "delete", "view", "publish")
        # Few items have these, and every process asks for the next one each second.
        indexes = [
            models.Index(
                name=f"%(class)s_by_{field}",
                fields=[field],
                condition=Q(**{f"{field}__isnull": False}),
            )
            for field in ("publish_at", "unpublish_at", "trashed_at")
        ] + [
            models.Index(
                name="%(class)s_by_review",
                fields=["review_by"],
                condition=Q(status=Status.PUBLISHED),
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_status_is_known",
                condition=Q(status__in=Status.values),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_published_needs_dates",
                condition=~Q(status=Status.PUBLISHED)
                | Q(first_published_at__isnull=False, content_updated_on__isnull=False),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_unpublish_follows_publish",
                condition=Q(publish_at=None)
                | Q(unpublish_at=None)
                | Q(unpublish_at__gt=models.F("publish_at")),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_has_a_slug", condition=Q(slug__gt="")
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_trash_is_not_published",
                condition=~Q(status=Status.PUBLISHED) | Q(trashed_at=None),
            ),
        ]

    def __str__(self):
        return getattr(self, self.title_field)

    @property
    def was_published(self):
        """Whether it was ever published, or is about to be: the row is no draft."""
        return self.first_published_at is not None

    def natural_key(self):
        return (self.slug,)

    @classmethod
    def reference_fields(cls):
        """The names of the fields in which numbers and tables may be referred to."""
        return _reference_fields(cls)

    @classmethod
    def takes_numbers(cls, name):
        """Return whether a text may name cells of tables."""
        return name in (*cls.reference_fields(), *cls.own_number_fields)

    @classmethod
    def render_text(cls, text, references=None, plain=False, **options):
        """Markdown as this model's pages show it, with the options of `render`.

        `references` are the LoadedReferences of the text, if they are known. `plain`:
        without drawings, as for Markdown.
        """
        if references is None:
            references = LoadedReferences(markup.references_of(text))
        lines = cls.embedding_field is not None
        if plain:
            embed = references.plain_embed(lines)
            return markup.render(text, embed=embed, **options)
        ids, links = options.get("ids", ""), options.get("links")
        embed = references.embed(ids, links, lines=lines)
        return markup.render(text, embed=embed, **options)

    @property
    def references(self):
        """What its texts refer to, and those of the items it was fetched with."""
        loaded = self._references
        if loaded is None or not loaded.known.issuperset(self.referred_to()):
            items = [*(self.fetched_with or ()), self]
            named = [reference for item in items for reference in item.referred_to()]
            loaded = LoadedReferences(named, items)
            for item in items:
                item._references = loaded
        return loaded

    @in_own_language
    def render(self, name, **options):
        """Return the `Document` of one of its Markdown texts."""
        text = getattr(self, name)
        references = self.references if "[[" in text else LoadedReferences()
        return self.render_text(text, references, **options)

    @in_own_language
    def plain(self, name, lasting=False, in_blocks=False):
        """Return one of its texts as readers see it, without marks of Markdown.

        `lasting`: to be stored, without numbers that the clock takes away. `in_blocks`:
        a line for each paragraph, list item and table row of Markdown, and not one.
        """
        text = getattr(self, name)
        refers = "[[" in text and name in self.reference_fields()
        loaded = self.references if refers else LoadedReferences()
        shown = loaded.lasting_text if lasting else loaded.text
        if is_markdown(self._meta.get_field(name)):
            return markup.plain_text(text, shown if refers else None, in_blocks)
        return loaded.in_plain(text, shown if lasting else None) if refers else text

    def reference_list(self, links=None, level=2):
        """Return as HTML where the numbers in its texts come from.

        `level` is that of its heading.
        """
        named = self.referred_to()
        return self.references.list_html(named, links, level) if named else ""

    @property
    def shown_summary(self):
        return self.plain("summary")

    def referred_to(self):
        """Return the references of those of its texts that are loaded."""
        texts = {
            name: self.__dict__.get(name) or "" for name in self.reference_fields()
        }
        texts = {name: text for name, text in texts.items() if "[[" in text}
        if self._referred_to[0] != texts:  # read once: a page asks for each text
            found = [one for name in texts for one in self.references_of(name)]
            self._referred_to = texts, found
        return self._referred_to[1]

    def references_of(self, name):
        """Return the references of one of its texts, in their order."""
        text = getattr(self, name)
        if is_markdown(self._meta.get_field(name)):
            found = markup.references_of(text)
            lines = name == self.embedding_field
            return [r for r in found if lines or r.keyword not in line_keywords()]
        return [reference for reference, _place in plain_references_in(text)]

    def preview_picture(self):
        """Return (path, width, height, description) of what previews of links show.

        None where it has no picture: then a card is drawn with its title.
        """
        picture = getattr(self, "picture", None)
        if picture is None:
            return None
        return picture.url, picture.width, picture.height, picture.alt_text

    def career_of_feed(self):
        """Return the career whose feed tells of its changes, or None."""
        return None

    def schema_properties(self, absolute):
        """Return what schema.org's words say of it, beside what is true of all.

        `absolute` makes a whole address of a path.
        """
        return {}

    @classmethod
    def schema_list_properties(cls, items, absolute):
        """Return the same of a page that lists some of its kind."""
        entries = [
            {
                "@type": "ListItem",
                "position": place,
                "name": str(item),
                "url": absolute(item.get_absolute_url()),
            }
            for place, item in enumerate(items, 1)
        ]
        return {"mainEntity": {"@type": "ItemList", "itemListElement": entries}}

    def after_publication(self, before, by):
        """Do what its publication brings with it, in the same transaction.

        `before` is the `snapshot` of what readers saw.
        """

    def career_keys(self):
        """Return the keys of the careers whose guides show it, for `announce`."""
        return ()

    @classmethod
    def next_review(cls):
        """Return the day by which what is checked today is to be checked again."""
        label = cls._meta.label_lower
        days = current().review_days.get(label, cls.review_days)
        return timezone.localdate() + timedelta(days=days)

    def mark_published(self):
        """Set the status, and the dates that being published needs."""
        self.status = Status.PUBLISHED
        self.first_published_at = self.first_published_at or timezone.now()
        self.content_updated_on = self.content_updated_on or timezone.localdate()


@cache  # a page asks a hundred times, as each of its items does
def _reference_fields(model):
    names = {field.name for field in model._meta.concrete_fields}
    plain = [name for name in model.plain_reference_fields if name in names]
    return (*plain, *(field.name for field in markdown_fields(model)))
