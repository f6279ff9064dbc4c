"""Turn errors of the machine into the sentence that a command ends with."""

from contextlib import contextmanager

from django.core.management.base import CommandError
from django.db import Error

from careerguide.server.diagnose import sentence_for

from .errors import OperationError
from .termination import kill_ends_in_order


@contextmanager
def in_sentences():
    """Raise CommandError for what the operator can mend, a full disk too."""
    try:
        with kill_ends_in_order():
            yield
    except OperationError as error:
        raise CommandError(str(error)) from error
    except (OSError, Error) as error:
        if sentence := sentence_for(error):
            raise CommandError(sentence) from error
        raise
