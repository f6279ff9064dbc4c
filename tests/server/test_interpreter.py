"""Test how the interpreter is tuned."""

import subprocess
import sys

SERVED = """
import gc, sys
import careerguide.wsgi
print(gc.get_freeze_count(), gc.get_threshold()[0], sys.getswitchinterval())
"""


def test_server_wastes_no_time_of_readers():
    """It does not look through what it has loaded, and threads take short turns."""
    done = subprocess.run(
        [sys.executable, "-c", SERVED], capture_output=True, text=True, check=True
    )
    frozen, every, turn = map(float, done.stdout.split())
    assert frozen > 30_000
    assert every > 5_000
    assert turn < 0.001
