"""Check the clock of this machine against others, and the time zone of editors."""

import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.formats import date_format

from careerguide.operations.findings import error, ok, warning

SECONDS = 2  # more, and pages would be published early or late on one machine
NO_EARLIER = datetime(2026, 11, 1, tzinfo=UTC)  # when this code was written


def clock():
    now = timezone.now()
    if now < NO_EARLIER:
        yield error(
            f"This machine says that it is {now:%Y-%m-%d}, which is past.",
            "Set the clock, and have it kept: timedatectl set-ntp true.",
        )
        return
    for name, other in _other_clocks():
        away = abs((other - timezone.now()).total_seconds())
        if away > SECONDS:
            yield warning(
                f"The clock of {name} is {away:,.0f} s away from this machine's.",
                "Have both kept by NTP: what is planned shows by this machine's.",
            )
            return
    yield ok("The clocks agree.")


def _other_clocks():
    folder = Path(settings.STATE_DIR)
    if os.access(folder, os.W_OK):
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"x")
            file.flush()
            written = os.fstat(file.fileno()).st_mtime
        yield "the disk of STATE_DIR", datetime.fromtimestamp(written, UTC)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT clock_timestamp()")
            yield "the database server", cursor.fetchone()[0]


def time_zone():
    try:
        zone = ZoneInfo(settings.TIME_ZONE)
    except (KeyError, OSError, ValueError):
        yield error(
            f"TIME_ZONE is {settings.TIME_ZONE!r}, which this machine does not know.",
            "Name one such as Europe/London; install tzdata if it has none at all.",
        )
        return
    now = date_format(datetime.now(zone), "H:i")
    yield ok(f"Editors see times of {settings.TIME_ZONE}, where it is {now}.")
