import subprocess
import sys

SERVED = """
import gc
import careerguide.wsgi
print(gc.get_freeze_count(), gc.get_threshold()[0])
"""


def test_what_a_server_has_loaded_is_not_looked_through_again():
    done = subprocess.run(
        [sys.executable, "-c", SERVED], capture_output=True, text=True, check=True
    )
    frozen, every = map(int, done.stdout.split())
    assert frozen > 30_000
    assert every > 5_000
