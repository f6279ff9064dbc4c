"""Whether the time a sign-in takes tells names apart: printed, not judged.

    python -m tools.bench_sign_in        (in a trial folder of its own)

Milliseconds on the clock, the middle of many tries at each kind of name. They take
turns, as a machine is not always as fast; each comes from an address of its own, so
that none has to wait. Hashing the password, as a real site does, takes most of it.
"""

import os
import random
import sys
import tempfile
import time

import statistics
from tools.environment import for_a_trial

TRIES = 100
NAMES = {
    "maria": "an editor",
    "olga": "whose account is switched off",
    "paul": "who may not edit",
    "nobody": "nobody's name",
}
PASSWORD = "a-heron-reads-slowly"


def main(tries=TRIES):
    with tempfile.TemporaryDirectory(prefix="guide-bench-") as state:
        os.environ |= for_a_trial(state, DEBUG="false", SITE_URL="http://127.0.0.1")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerguide.settings")
        prepare()
        middles = {
            name: statistics.median(times) * 1000
            for name, times in measure(tries).items()
        }
    print(f"{'ms':>9}  a wrong password for")
    for name, middle in middles.items():
        print(f"{middle:9.1f}  {NAMES[name]}")
    ratio = max(middles.values()) / min(middles.values())
    print(f"{ratio:9.3f}  times, the slowest beside the fastest")
    return ratio


def prepare():
    import django

    django.setup()
    from django.contrib.auth import get_user_model
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    users = get_user_model().objects
    users.create_superuser("maria", password=PASSWORD)
    users.create_user("olga", password=PASSWORD, is_staff=True, is_active=False)
    users.create_user("paul", password=PASSWORD)


def measure(tries):
    """The seconds that each try took, by name."""
    from django.conf import settings
    from django.test import Client

    client = Client(headers={"host": settings.ALLOWED_HOSTS[0]})
    times = {name: [] for name in NAMES}
    for number in range(tries):
        for place, name in enumerate(random.sample([*NAMES], len(NAMES)), start=1):
            form = {"username": name, "password": "wrong"}
            address = f"10.{place}.{number // 250}.{number % 250}"
            started = time.perf_counter()
            answer = client.post("/admin/login/", form, REMOTE_ADDR=address)
            times[name].append(time.perf_counter() - started)
            assert answer.status_code == 200, answer.status_code
    return times


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
