"""Receive Django's own signals."""

from django.db.models.signals import pre_save
from django.dispatch import receiver

from careerguide.publishing.models.content import Publishable
from careerguide.publishing.models.texts import normalise_texts


@receiver(pre_save, dispatch_uid="normalise_texts")
def normalise_before_saving(sender, instance, **options):
    """Normalise texts of fixtures and code, too, which no form cleans."""
    if isinstance(instance, Publishable):
        normalise_texts(instance)
