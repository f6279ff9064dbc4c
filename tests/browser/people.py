"""Sign in the editors of browser tests, before the first test."""

import json
from pathlib import Path

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client

PASSWORD = "a-heron-reads-slowly"
# Their groups; admin may do everything.
PEOPLE = {"admin": None, "maria": "Publisher", "ben": "Editor", "ada": "Author"}


def prepare(file):
    """In a new state folder: tables, the guide, people; in the file their sessions."""
    call_command("migrate", interactive=False, verbosity=0)
    call_command("seed", verbosity=0)
    # Made once: it takes half a second.
    staff = {"is_staff": True, "password": make_password(PASSWORD)}
    sessions = {}
    for name, group in PEOPLE.items():
        user = User.objects.create(username=name, is_superuser=not group, **staff)
        if group:
            user.groups.add(Group.objects.get(name=group))
        client = Client()
        client.force_login(user)
        sessions[name] = client.session.session_key
    Path(file).write_text(json.dumps(sessions))
