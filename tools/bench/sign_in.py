"""Measure whether the time of a sign-in or a reset tells accounts apart.

    python -m tools.bench.sign_in        (in a trial folder of its own)

Milliseconds on the clock, the middle of many tries at each kind of name. They take
turns, as a machine is not always as fast; each comes from an address of its own, so
that none has to wait. Hashing the password, as a real site does, takes most of a
sign-in. Mail goes to a server here that takes a twentieth of a second for each.
"""

import os
import random
import sys
import tempfile
import time

import statistics
from tools.testbed.environment import for_a_trial

TRIES = 100
NAMES = {
    "maria": "an editor",
    "olga": "whose account is switched off",
    "paul": "who may not edit",
    "nobody": "nobody's name",
}
PASSWORD = "a-heron-reads-slowly"


ADDRESSES = {"login": "/admin/login/", "reset": "/admin/password_reset/"}
SLOW_MAIL = 0.05  # seconds


def main(tries=TRIES):
    with tempfile.TemporaryDirectory(prefix="guide-bench-") as state:
        os.environ |= for_a_trial(state, DEBUG="false", SITE_URL="http://127.0.0.1")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerguide.settings")
        prepare()
        times = {kind: measure(kind, tries) for kind in ADDRESSES}
    return max(
        report("a wrong password for", times["login"]),
        report("a new password asked for by", times["reset"]),
    )


def report(title, times):
    middles = {name: statistics.median(some) * 1000 for name, some in times.items()}
    print(f"{'ms':>9}  {title}")
    for name, middle in middles.items():
        print(f"{middle:9.2f}  {NAMES[name]}")
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
    users.create_superuser("maria", email_of("maria"), PASSWORD)
    users.create_user(
        "olga", email_of("olga"), PASSWORD, is_staff=True, is_active=False
    )
    users.create_user("paul", email_of("paul"), PASSWORD)
    take_mail_slowly()


def email_of(name):
    return f"{name}@example.org"


def take_mail_slowly():
    """Take mail as a server elsewhere does, to one account as often as asked for."""
    from django.core.mail.message import EmailMessage

    from careerguide.accounts import mail, reset_views

    def send(message, fail_silently=False):
        time.sleep(SLOW_MAIL)
        return 1

    EmailMessage.send = send
    reset_views.MOST = ((10**9, 60),)
    mail.AFTER = 0.05  # as long as an answer takes, many times


def measure(kind, tries):
    """Return the seconds that each try took, by name."""
    from django.conf import settings
    from django.test import Client

    from careerguide.accounts import mail

    client = Client(headers={"host": settings.ALLOWED_HOSTS[0]})
    times = {name: [] for name in NAMES}
    for number in range(tries):
        for place, name in enumerate(random.sample([*NAMES], len(NAMES)), start=1):
            form = {"username": name, "password": "wrong", "email": email_of(name)}
            network = place + 10 * [*ADDRESSES].index(kind)
            address = f"10.{network}.{number // 250}.{number % 250}"
            started = time.perf_counter()
            answer = client.post(ADDRESSES[kind], form, REMOTE_ADDR=address)
            times[name].append(time.perf_counter() - started)
            mail._thread.submit(int).result()  # Nobody asks that fast.
            expected = 200 if kind == "login" else 302
            assert answer.status_code == expected, answer.status_code
    return times


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
