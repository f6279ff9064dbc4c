"""Store the index: a document for each item, and a section for each of its parts.

The words themselves are in a table of the database's own kind, see `backends`.
"""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from careerguide.languages.folding import fold

from .content import address_of, slug_of
from .plain_text import plain_text, words_of_context


class DocumentQuerySet(models.QuerySet):
    def of_model(self, model):
        return self.filter(content_type=ContentType.objects.get_for_model(model))

    def of(self, model, keys):
        return self.of_model(model).filter(object_id__in=keys)


class Document(models.Model):
    """An item as it is indexed and shown; `_words` are tokens, apart by spaces."""

    content_type = models.ForeignKey(
        ContentType,
        models.CASCADE,
        related_name="+",
        db_index=False,  # the constraint below begins with it
    )
    object_id = models.PositiveBigIntegerField()
    career_id = models.PositiveBigIntegerField(null=True)
    career_name = models.TextField()
    language = models.CharField(max_length=20)
    title = models.TextField()
    title_words = models.TextField()
    url = models.TextField(null=True)  # noqa: DJ001  none of what has no page
    context = models.TextField()
    visible_from = models.DateTimeField(null=True)
    visible_until = models.DateTimeField(null=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id"], name="one_document_an_item"
            )
        ]
        # Of the few that the clock shows or hides.
        indexes = [
            models.Index(
                fields=[name],
                condition=Q((f"{name}__isnull", False)),
                name=f"by_{name}",
            )
            for name in ("visible_from", "visible_until")
        ]

    def __str__(self):
        return self.title

    @property
    def slug(self):
        return slug_of(self.url)

    @property
    def address_words(self):
        return plain_text(address_of(self.url), self.language)

    @property
    def context_words(self):
        return words_of_context(self.context, self.language)


class Section(models.Model):
    """A part of a document, as readers see it: `place` 0 is the begin of its page.

    Those of the least `static_rank` are looked at first: see `index`.
    """

    document = models.ForeignKey(Document, models.CASCADE, related_name="sections")
    place = models.PositiveIntegerField()
    static_rank = models.PositiveSmallIntegerField()
    anchor = models.TextField()
    heading = models.TextField()
    heading_words = models.TextField()
    key = models.TextField()
    text = models.TextField()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.heading


class Word(models.Model):
    """A folded word of the index, its token, and in how many sections it stands.

    `names` are the documents whose career is called so. Misspelt words are corrected to
    these, and unfinished ones completed.
    """

    word = models.CharField(max_length=64, primary_key=True)
    token = models.CharField(max_length=64)
    initial = models.CharField(max_length=1)
    length = models.PositiveSmallIntegerField()
    sections = models.PositiveIntegerField()
    names = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["initial", "length"], name="word_by_initial"),
            models.Index(fields=["token"], name="word_by_token"),
        ]

    def __str__(self):
        return self.word


class IndexState(models.Model):
    """The one row that says how the index was made; locked by whoever writes it."""

    version = models.CharField(max_length=100)  # of `tokens`; "" of an index not made
    sections = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.version


class SynonymManager(models.Manager):
    def get_by_natural_key(self, words):
        """Return the first of these words, which may have been written twice."""
        if found := self.filter(words=words).order_by("pk").first():
            return found
        raise self.model.DoesNotExist


class Synonym(models.Model):
    """Words that mean the same to a reader: whoever asks for one finds the others."""

    group_permissions = {
        "Author": ("view",),
        "Editor": ("view", "add", "change", "delete"),
        "Publisher": ("view", "add", "change", "delete"),
    }

    words = models.CharField(
        _("words"),
        max_length=300,
        help_text=_(
            "Two or more, separated by commas, each of one word or a few: "
            "doctorate, PhD."
        ),
    )

    objects = SynonymManager()

    class Meta:
        verbose_name = _("synonym")
        verbose_name_plural = _("synonyms")
        ordering = ["words"]

    def __str__(self):
        return self.words

    def natural_key(self):
        return (self.words,)

    def clean(self):
        """Refuse what says nothing: a name alone, or a comma between no two."""
        if not self.words:  # a form has said already what is wrong with them
            return
        names = [name for name in self.words.split(",") if any(map(str.isalnum, name))]
        if len({fold(name).strip() for name in names}) < 2:
            raise ValidationError(
                {"words": _("Name two or more, with a comma between: doctorate, PhD.")}
            )


class MissedSearchQuerySet(models.QuerySet):
    def add(self, day, counts, most):
        """Add {words: how often} to those of a day, which are `most` in the end.

        Two processes may add the same words at once: what is there already is added to.
        """
        of_day = self.filter(day=day)
        room = max(0, most - of_day.count())
        known = {*of_day.filter(words__in=counts).values_list("words", flat=True)}
        new = [words for words in sorted(counts) if words not in known][:room]
        self.bulk_create(
            [self.model(day=day, words=words, times=0) for words in new],
            ignore_conflicts=True,
        )
        for words in sorted(known | {*new}):  # one order, so that none waits in a ring
            of_day.filter(words=words).update(times=F("times") + counts[words])


class MissedSearch(models.Model):
    """Words searched in vain on a day, and how often; nothing of who searched."""

    group_permissions = {
        "Author": ("view",),
        "Editor": ("view", "delete"),
        "Publisher": ("view", "delete"),
    }

    day = models.DateField(_("day"), default=timezone.localdate)
    words = models.CharField(_("words"), max_length=100)
    times = models.PositiveIntegerField(_("times"), default=1)

    objects = MissedSearchQuerySet.as_manager()

    class Meta:
        verbose_name = _("search in vain")
        verbose_name_plural = _("searches in vain")
        ordering = ["-day", "-times", "words"]
        default_permissions = ("view", "delete")
        constraints = [
            models.UniqueConstraint(fields=["day", "words"], name="one_miss_a_day"),
            models.CheckConstraint(
                name="search_miss_has_words", condition=Q(words__gt="")
            ),
        ]

    def __str__(self):
        return self.words
