"""Prepare the server before its workers start: settings, socket, database."""

import logging
import logging.config
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from careerguide.server.handover import Handover, place_for, request_listener
from careerguide.server.listener import listen

from . import address

PATIENCE = 15  # tenths of a second, until a port in use is another server's

logger = logging.getLogger("careerguide.server")


def prepare():
    """Read `.env` and the settings; the state folder.

    Ends with a sentence where something in them is mistaken.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerguide.settings")
    # A server never shows debug pages because somebody forgot a variable.
    os.environ.setdefault("DEBUG", "false")
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured

    try:
        state_dir = settings.STATE_DIR
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    logging.config.dictConfig(settings.LOGGING)
    return state_dir


def named_state_dir():
    """Return the state folder where another application is served than the site."""
    return Path(os.environ.get("STATE_DIR") or "var").absolute()


def look_at_database():
    """End with a sentence where the database refuses us; one may be away for a while.

    As the site serves what it can without, and goes on when it is back.
    """
    from django.db import Error, connections

    from careerguide.db import file_of

    from .diagnose import is_mistake, sentence_for

    file = file_of(connections["default"].settings_dict)
    if file and not file.exists():
        sys.exit(
            f"There is no database at {file}: prepare it with `manage.py migrate`, or "
            "correct DATABASE_URL."
        )
    connection = connections["watch"]  # which has little patience
    try:
        connection.ensure_connection()
    except (Error, OSError) as error:
        sentence = sentence_for(error) or f"The database cannot be used: {error}"
        if is_mistake(error):
            sys.exit(sentence)
        logger.warning(sentence)
    finally:
        connection.close()


def database():
    """Return which database the site uses, in words and without its password."""
    from django.conf import settings

    from careerguide.db import describe_database

    return describe_database(settings.DATABASES["default"])


def open_listener(host, port, state_dir, beside):
    """The listening socket, what hands it on, and the process it came from, if any."""
    place = place_for(state_dir, address.resolve(host, port)[1], port)
    # Workers of a server that was killed notice it within half a second, and another
    # server takes the place of one that answered there within a second.
    for _ in range(PATIENCE):
        if beside and (found := request_listener(place)):
            return (
                found.listener,
                _hand_on(found.listener, place, found.connection),
                found.process,
            )
        with suppress(address.InUseError):
            listener = listen(host, port)
            return listener, _hand_on(listener, place), None
        time.sleep(0.1)
    try:
        listener = listen(host, port)
    except address.InUseError as error:
        how = (
            f"No server of this site has it (none answers at {place})."
            if beside
            else "To replace a running server of this site, start with --beside."
        )
        raise address.AddressError(f"{error} {how}") from error
    return listener, _hand_on(listener, place), None


def _hand_on(listener, place, before=None):
    handover = Handover(listener, place, before)
    if before is None:
        take_place(handover)
    handover.start()
    return handover


def take_place(handover):
    """Be who is asked from now on; the site is served where that cannot be, too."""
    try:
        handover.take_place()
    except OSError as error:
        logger.warning(
            "No server can be started beside this one (--beside), as %s cannot be "
            "made: %s",
            *(handover.place, error.strerror or error),
        )
