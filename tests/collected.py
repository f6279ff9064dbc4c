"""Collect the static files once for all processes of a run: it takes 12 seconds."""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

from django.conf import settings

from tools.testbed.environment import for_a_trial

COLLECT = "from careerguide.server.collectstatic import collect_if_changed as collect"


class Collected:
    """`root`, which only reads may share, and the record that says of what it is."""

    def __init__(self, state):
        self.state, self.root = Path(state), Path(state, "static")

    def give_record(self, state):
        """Spare a site with this STATIC_ROOT what it would collect at its start."""
        shutil.copy(self.state / "static.fingerprint", state)


def collect_once(folder):
    """Those in a folder that all processes share; the first to come makes them."""
    state = Path(folder, "collected")
    state.mkdir(exist_ok=True)
    with open(state / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (state / "static.fingerprint").exists():
            subprocess.run(
                [sys.executable, "manage.py", "shell", "--verbosity=0"]
                + ["-c", f"{COLLECT}; collect()"],
                cwd=settings.BASE_DIR,
                env=os.environ | for_a_trial(state),
                check=True,
            )
    return Collected(state)
