"""Extend the site's settings by a clock that a test can move, by a file.

The patch is in place before any model takes `timezone.now` as a default.
"""

import datetime
from pathlib import Path

from django.utils import timezone

from careerguide.settings import *  # noqa: F403
from careerguide.settings import STATE_DIR

SHIFT = Path(STATE_DIR) / "clock-shift"


def shifted_now():
    seconds = float(SHIFT.read_text()) if SHIFT.exists() else 0
    shift = datetime.timedelta(seconds=seconds)
    return datetime.datetime.now(tz=datetime.UTC) + shift


timezone.now = shifted_now
