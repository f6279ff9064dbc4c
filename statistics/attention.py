"""Say what tables may lack, for lists to filter and the desk to count."""

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from careerguide.publishing.models.attention import Attention


def without_source():
    """Of numbers alone: a table that is only begun has none yet."""
    return Q(source_name="", source_url="") & ~Q(data__rows=[])


def past_update():
    return Q(next_update__lt=timezone.localdate())


ATTENTION = (
    Attention("no-source", _("Tables without a source"), without_source),
    Attention("past-update", _("Tables past their next update"), past_update),
)
