"""Answer requests to the admin that none of its pages makes, without crashing.

Django's admin answers some of them with a crash. Every model's admin gets this mixin
from our site, and answers as it does to its other bad requests: an error at the field,
the list with a sentence, or a 400.
"""

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import BadRequest, FieldDoesNotExist, ValidationError
from django.db import DataError
from django.forms import ModelMultipleChoiceField

from careerguide.http.keys import is_key
from careerguide.languages.searching import search_words

MAX_SEARCH = 200  # characters; each word is a condition, and SQLite takes 1,000


def _in_quotes(words):
    """Words as Django's search takes them, each whole."""
    escaped = [word.replace("\\", r"\\").replace('"', r"\"") for word in words]
    return " ".join(f'"{word}"' for word in escaped)


class AutocompleteWidget(AutocompleteSelect):
    """Shows nothing chosen where what came cannot be a key."""

    def optgroups(self, name, value, attr=None):
        return super().optgroups(name, [key for key in value if is_key(key)], attr)


class KeysField(ModelMultipleChoiceField):
    def clean(self, value):
        for key in value or ():
            if not is_key(key):
                raise ValidationError(
                    self.error_messages["invalid_pk_value"], params={"pk": key[:40]}
                )
        return super().clean(value)


class GuideChangeList(ChangeList):
    def get_results(self, request):
        """Treat what the database cannot compare like Django's other bad filters."""
        try:
            super().get_results(request)
        except (DataError, OverflowError, ValueError) as error:
            raise IncorrectLookupParameters(error) from error


class TolerantRequests:
    """A mixin for ModelAdmin."""

    def get_changelist(self, request, **kwargs):
        return GuideChangeList

    def lookup_allowed(self, lookup, value, request):
        """Allow Django's lookups but patterns: a bad one is a database error."""
        return not lookup.endswith("regex") and super().lookup_allowed(
            lookup, value, request
        )

    def get_search_results(self, request, queryset, search_term):
        """Search as Django does, which knows only straight quotation marks."""
        words = search_words(search_term[:MAX_SEARCH])
        return super().get_search_results(request, queryset, _in_quotes(words))

    def get_object(self, request, object_id, from_field=None):
        return super().get_object(request, object_id, from_field or None)

    def response_action(self, request, queryset):
        if not all(map(is_key, request.POST.getlist(ACTION_CHECKBOX_NAME))):
            raise BadRequest("A selected item is not known by a number.")
        return super().response_action(request, queryset)

    def get_changeform_initial_data(self, request):
        """Read what the address fills in for a new item, each as its field does."""
        initial = {}
        for name, value in super().get_changeform_initial_data(request).items():
            try:
                field = self.opts.get_field(name)
                if field.concrete:  # and not what leads here from another model
                    initial[name] = field.to_python(value)
            except (FieldDoesNotExist, ValidationError):
                continue
        return initial

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", AutocompleteWidget(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs.setdefault("form_class", KeysField)
        return super().formfield_for_manytomany(db_field, request, **kwargs)
