"""A server that can be killed, and an editor who goes on working with it."""

import http.cookiejar
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from html import unescape

from tools.bench import free_port
from tools.packages import ROOT

PASSWORD = "a-heron-reads-slowly"
SECONDS_TO_START = 60


class Server:
    """The site as `make run` serves it, with the superuser admin; `url` is where."""

    def __init__(self, environ):
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self.environ = environ | {
            "SITE_URL": self.url,
            "ALLOWED_HOSTS": "127.0.0.1",
            "HOST": "127.0.0.1",
            "PORT": str(port),
            "DJANGO_SUPERUSER_PASSWORD": PASSWORD,
        }

    def __enter__(self):
        self.manage("migrate", "--verbosity=0")
        self.manage("createsuperuser", "--noinput", "--username=admin", "--email=")
        self.start()
        return self

    def __exit__(self, *exception):
        self.kill()

    def start(self):
        """Start it; return the seconds until it is ready."""
        started = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            cwd=ROOT,
            env=self.environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        while time.monotonic() - started < SECONDS_TO_START:
            if self.process.poll() is not None:
                raise RuntimeError("The server did not start.")
            try:
                urllib.request.urlopen(f"{self.url}/readyz", timeout=2).close()
                return time.monotonic() - started
            except OSError:
                time.sleep(0.02)
        raise RuntimeError("The server did not answer within a minute.")

    def kill(self):
        """At once, with its workers: nothing is finished and nothing tidied up."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        # Its workers die a moment later, and one of them might still answer.
        while self.is_listening():
            time.sleep(0.005)

    def is_listening(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", int(self.environ["PORT"]))) == 0

    def manage(self, *arguments):
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environ,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()


class Editor:
    """The superuser, in a browser without script."""

    def __init__(self, server):
        self.url = server.url
        jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(jar), _NoRedirects
        )

    def sign_in(self):
        fields = hidden_fields(self.get("/admin/login/"))
        fields |= {"username": "admin", "password": PASSWORD}
        assert self.post("/admin/login/", fields) == 302, "could not sign in"

    def publish(self, path, **changed):
        """Change the form at `path` and publish; whether that was acknowledged."""
        try:
            fields = form_fields(self.get(path))
            return self.post(path, fields | changed | {"_publish": ""}) == 302
        except (OSError, urllib.error.URLError):
            return False

    def get(self, path):
        with self.opener.open(self.url + path, timeout=20) as response:
            return response.read().decode()

    def post(self, path, fields):
        data = urllib.parse.urlencode(fields).encode()
        headers = {"Referer": self.url + path, "Origin": self.url}
        request = urllib.request.Request(self.url + path, data, headers)
        try:
            with self.opener.open(request, timeout=20) as response:
                return response.status
        except urllib.error.HTTPError as answer:
            return answer.code


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments):
        return None


def hidden_fields(page):
    """The hidden inputs of a page, by name."""
    found = {}
    for tag in re.findall(r"<input[^>]*type=\"hidden\"[^>]*>", page):
        name, value = (re.search(rf'{a}="([^"]*)"', tag) for a in ("name", "value"))
        if name:
            found[name[1]] = unescape(value[1]) if value else ""
    return found


def form_fields(page):
    """Hidden, text and chosen fields, as far as the form of an article has them."""
    found = hidden_fields(page)
    for tag in re.findall(r"<input[^>]*>", page):
        name, value = (re.search(rf'{a}="([^"]*)"', tag) for a in ("name", "value"))
        if name and 'type="text"' in tag:
            found[name[1]] = unescape(value[1]) if value else ""
    areas = r'<textarea[^>]*name="([^"]+)"[^>]*>(.*?)</textarea>'
    for name, text in re.findall(areas, page, re.DOTALL):
        found[name] = unescape(text).removeprefix("\n")
    chosen = r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>'
    for name, options in re.findall(chosen, page, re.DOTALL):
        value = re.search(r'<option value="([^"]*)"[^>]*selected', options)
        found[name] = value[1] if value else ""
    return found
