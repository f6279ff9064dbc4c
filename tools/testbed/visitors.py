"""Edit as somebody who goes on working, whatever happens to the server."""

import http.cookiejar
import re
import secrets
import urllib.error
import urllib.parse
import urllib.request
from html import unescape

from .trial import PASSWORD


class Editor:
    """The superuser, in a browser without script."""

    def __init__(self, server):
        self.url = server.url
        jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(jar), _NoRedirects
        )

    def sign_in(self):
        assert self.try_to_sign_in() == 302, "could not sign in"

    def try_to_sign_in(self):
        """Return the status of the answer: 302 when it went well."""
        try:
            fields = hidden_fields(self.get("/admin/login/"))
        except urllib.error.HTTPError as answer:
            return answer.code
        fields |= {"username": "admin", "password": PASSWORD}
        return self.post("/admin/login/", fields)

    def publish(self, path, **changed):
        """Change the form at `path` and publish; whether that was acknowledged."""
        try:
            return self.send(path, changed | {"_publish": ""})[0] == 302
        except (OSError, urllib.error.URLError):
            return False

    def send(self, path, changed):
        """Change the form at `path` and send it; the status and text of the answer."""
        try:
            fields = form_fields(self.get(path))
        except urllib.error.HTTPError as answer:
            return answer.code, answer.read().decode()
        return self._answer(path, fields | changed)

    def upload(self, path, image, **fields):
        """Send a form with a picture in it; the status of the answer."""
        fields = hidden_fields(self.get(path)) | fields
        boundary = secrets.token_hex()
        part = '--{}\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n'.format
        body = b"".join(
            f"{part(boundary, name, '')}{value}\r\n".encode()
            for name, value in fields.items()
        )
        body += part(boundary, "image", '; filename="bees.jpg"').encode() + image
        body += f"\r\n--{boundary}--\r\n".encode()
        kind = f"multipart/form-data; boundary={boundary}"
        return self._answer(path, body, kind)[0]

    def get(self, path):
        with self.opener.open(self.url + path, timeout=20) as response:
            return response.read().decode()

    def post(self, path, fields):
        """Return the status of the answer."""
        return self._answer(path, fields)[0]

    def _answer(self, path, body, kind="application/x-www-form-urlencoded"):
        if isinstance(body, dict):
            body = urllib.parse.urlencode(body).encode()
        headers = {"Referer": self.url + path, "Origin": self.url, "Content-Type": kind}
        request = urllib.request.Request(self.url + path, body, headers)
        try:
            with self.opener.open(request, timeout=20) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.read().decode()


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments):
        return None


def hidden_fields(page):
    """Return the hidden inputs of a page, by name."""
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
