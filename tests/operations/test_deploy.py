"""Test the files of deploy/ with the programs that they are for."""

import http.client
import io
import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
import time
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import urlencode

import pytest
import yaml
from django.conf import global_settings
from django.contrib.auth import get_user_model
from PIL import Image

from tools.testbed.environment import for_a_trial
from tools.testbed.servers import free_port, running

ROOT = Path(__file__).resolve().parent.parent.parent
DEPLOY = ROOT / "deploy"
HOST = "careers.example.org"
CHALLENGE = ".well-known/acme-challenge/token"
PASSWORD = "a-heron-reads-slowly"
BOUNDARY = "of-our-own-0123456789abcdef"
ONCE = (
    *("content-security-policy", "strict-transport-security", "referrer-policy"),
    *("x-content-type-options", "cross-origin-opener-policy", "permissions-policy"),
    *("cross-origin-resource-policy", "x-frame-options"),
)
DOCUMENTED = {
    *re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.M),
}


def need(program, package):
    """Where CI is true a program that is missing is a failure."""
    path = os.environ["PATH"] + ":/usr/sbin"
    if found := shutil.which(program, path=path):
        return found
    sentence = f"{program} is not on this machine: sudo apt install {package}"
    if os.environ.get("CI", "").lower() in ("true", "1"):
        pytest.fail(sentence)
    pytest.skip(sentence)


class TestUnits:
    @pytest.fixture
    def folder(self, tmp_path):
        """The unit files, with a Python that is there, as the check wants one."""
        for file in (DEPLOY / "systemd").iterdir():
            text = re.sub(r"/opt/\S+/bin/python", sys.executable, file.read_text())
            text = re.sub(r"^Documentation=.*\n", "", text, flags=re.M)
            (tmp_path / file.name).write_text(text)
        return tmp_path

    def test_systemd_understands_every_line(self, folder):
        program = need("systemd-analyze", "systemd")
        names = [f.name.replace("@.", "@0.1.0.") for f in folder.iterdir()]
        done = subprocess.run(
            [program, "verify", *[folder / name for name in names]],
            env=os.environ | {"SYSTEMD_UNIT_PATH": f"{folder}:"},
            capture_output=True,
            text=True,
        )
        ours = [x for x in done.stderr.splitlines() if "careerguide" in x]
        assert (done.returncode, ours) == (0, [])

    def test_check_finds_a_mistake(self, folder):
        program = need("systemd-analyze", "systemd")
        unit = folder / "careerguide-backup.service"
        unit.write_text(unit.read_text().replace("ProtectHome=", "ProtectHouse="))
        done = subprocess.run([program, "verify", unit], capture_output=True, text=True)
        assert "ProtectHouse" in done.stderr

    def test_server_is_started_again_whatever_ends_it(self):
        text = (DEPLOY / "systemd" / "careerguide@.service").read_text()
        assert {"Restart=always", "StartLimitIntervalSec=0"} <= {*text.splitlines()}

    @pytest.mark.parametrize("job", ["housekeeping", "backup"])
    def test_timers_start_commands_that_there_are(self, job):
        assert (DEPLOY / "systemd" / f"careerguide-{job}.timer").exists()
        unit = (DEPLOY / "systemd" / f"careerguide-{job}.service").read_text()
        [words] = re.findall(r"manage\.py (\w+.*)$", unit, re.M)
        done = subprocess.run(
            [sys.executable, "manage.py", words.split()[0], "--help"],
            cwd=ROOT,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0
        assert all(word in done.stdout for word in words.split() if "--" in word)


@pytest.fixture
def certificate(tmp_path):
    program = need("openssl", "openssl")
    key, cert = tmp_path / "key.pem", tmp_path / "cert.pem"
    command = [program, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    command += ["-keyout", key, "-out", cert, "-subj", f"/CN={HOST}"]
    command += ["-addext", f"subjectAltName=DNS:{HOST}"]
    subprocess.run(command, check=True, capture_output=True)
    return key, cert


@pytest.fixture
def served(sites, settings, collected):
    """The site as it stands behind a proxy; the port where it listens."""
    port = free_port()
    # As the server has it, not as tests do.
    settings.PASSWORD_HASHERS = global_settings.PASSWORD_HASHERS
    with sites("sqlite") as site:
        get_user_model().objects.create_superuser("admin", password=PASSWORD)
    collected.give_record(site.folder)
    environ = os.environ | for_a_trial(
        site.folder,
        STATIC_ROOT=str(collected.root),
        SITE_URL=f"https://{HOST}",
        ALLOWED_HOSTS=f"{HOST},127.0.0.1",
        BEHIND_TLS_PROXY="true",
        TRUSTED_PROXIES="1",
        HOST="127.0.0.1",
        PORT=str(port),
    )
    command = [sys.executable, "manage.py", "serve"]
    with running(command, f"http://127.0.0.1:{port}/readyz", environ):
        yield port


@pytest.fixture
def proxies(served, certificate, tmp_path):
    """{name of a proxy: its (port of HTTPS, port of HTTP)}; all before one site."""
    ports = {}
    with ExitStack() as running_proxies:
        for start in (nginx, caddy):
            folder, pair = tmp_path / start.__name__, (free_port(), free_port())
            folder.mkdir()
            running_proxies.enter_context(start(folder, served, certificate, *pair))
            ports[start.__name__] = pair
        yield ports


@contextmanager
def nginx(folder, port, certificate, secure, plain):
    program = need("nginx", "nginx-light")
    key, cert = certificate
    site = (DEPLOY / "nginx" / "careerguide.conf").read_text()
    site = re.sub(r"^ *listen \[::\].*\n", "", site, flags=re.M)
    for there, here in (
        ("127.0.0.1:8000", f"127.0.0.1:{port}"),
        ("root /var/www/html;", f"root {folder}/html;"),
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("listen 443 ", f"listen 127.0.0.1:{secure} "),
        ("/etc/letsencrypt/live/careers.example.org/fullchain.pem", str(cert)),
        ("/etc/letsencrypt/live/careers.example.org/privkey.pem", str(key)),
    ):
        assert there in site
        site = site.replace(there, here)
    (folder / "site.conf").write_text(site)
    challenge = folder / "html" / CHALLENGE
    challenge.parent.mkdir(parents=True)
    challenge.write_text("answer")
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/error; {user} events {{}}\n"
        f"http {{ access_log off; client_body_temp_path {folder}/body;\n"
        f"proxy_temp_path {folder}/proxy; include {folder}/site.conf; }}\n"
    )
    command = [program, "-e", folder / "error", "-c", folder / "nginx.conf"]
    done = subprocess.run([*command, "-t"], capture_output=True, text=True)
    assert done.returncode == 0 and "warn" not in done.stderr, done.stderr
    with answering(command, secure):
        yield


@contextmanager
def caddy(folder, port, certificate, secure, plain):
    program = need("caddy", "caddy")
    key, cert = certificate
    site = (DEPLOY / "caddy" / "Caddyfile").read_text()
    start = f"{HOST} {{\n"
    assert start in site and "127.0.0.1:8000" in site
    site = site.replace("127.0.0.1:8000", f"127.0.0.1:{port}")
    site = site.replace(start, f"https://{HOST} {{\n\ttls {cert} {key}\n")
    ours = f"{{\n\tadmin off\n\thttps_port {secure}\n\thttp_port {plain}\n}}\n"
    (folder / "Caddyfile").write_text(ours + site)
    command = [program, "run", "--adapter", "caddyfile"]
    command += ["--config", folder / "Caddyfile"]
    with answering(command, secure, HOME=str(folder), XDG_DATA_HOME=str(folder)):
        yield


@contextmanager
def answering(command, port, **variables):
    """A proxy for as long as a block runs."""
    process = subprocess.Popen(
        command,
        env=os.environ | variables,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(1200):
            try:
                Browser(port).ask("GET", "/healthz")
                break
            except OSError:
                assert process.poll() is None, "the proxy did not start"
                time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.wait(timeout=30)


class Browser:
    """Asks one proxy, by the name of the site, and keeps its cookies."""

    def __init__(self, port):
        self.port, self.cookies = port, {}

    def ask(self, method, path, body=None, **headers):
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        headers |= {"Host": HOST, "Referer": f"https://{HOST}/", "Connection": "close"}
        headers["Cookie"] = "; ".join(f"{n}={v}" for n, v in self.cookies.items())
        where = "127.0.0.1", self.port
        connection = http.client.HTTPConnection(*where, timeout=60)
        # Caddy chooses the certificate by the name that is asked for.
        with (
            closing(socket.create_connection(where, 60)) as plain,
            closing(context.wrap_socket(plain, server_hostname=HOST)) as secure,
            closing(connection),
        ):
            connection.sock = secure
            connection.request(method, path, body, headers)
            with connection.getresponse() as answer:
                self.headers = answer.headers
                self.text = answer.read().decode(errors="replace")
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status

    def token(self, path):
        assert self.ask("GET", path) == 200
        return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.text)[1]

    def sign_in(self):
        fields = {"username": "admin", "password": PASSWORD}
        fields["csrfmiddlewaretoken"] = self.token("/admin/login/")
        return self.ask("POST", "/admin/login/", urlencode(fields), **FORM)

    def upload(self, content):
        path = "/admin/library/image/add/"
        fields = {"alt": "Bees", "credit": "", "focal_x": "50", "focal_y": "50"}
        fields["csrfmiddlewaretoken"] = self.token(path)
        part = f"--{BOUNDARY}\r\nContent-Disposition: form-data; name="
        parts = [f'{part}"{n}"\r\n\r\n{value}\r\n' for n, value in fields.items()]
        head = "".join(parts) + f'{part}"image"; filename="b.png"\r\n\r\n'
        body = head.encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()
        kind = {"Content_Type": f"multipart/form-data; boundary={BOUNDARY}"}
        return self.ask("POST", path, body, **kind)


FORM = {"Content_Type": "application/x-www-form-urlencoded"}


def picture(side):
    """A PNG of so many random pixels, about three bytes each."""
    noise = Image.frombytes("RGB", (side, side), os.urandom(side * side * 3))
    noise.save(file := io.BytesIO(), "PNG")
    return file.getvalue()


@pytest.mark.long
def test_site_behind_each_proxy(proxies):
    """All of it in one, as the site and the proxies take seconds to start."""
    for secure, plain in proxies.values():
        passes_all_on(secure)
        leads_to_https(plain)
    assert ask_plain(proxies["nginx"][1], f"/{CHALLENGE}") == (200, b"answer", None)
    # Last, as one address has its guesses for all of them.
    guessers = [Browser(secure) for secure, _ in proxies.values()]
    tokens = [guesser.token("/admin/login/") for guesser in guessers]
    for guesser, token in zip(guessers, tokens, strict=True):
        counts_guesses_by_address(guesser, token)


def passes_all_on(secure):
    browser = Browser(secure)
    for path in ("/", "/articles/", "/no/", "/static/no.css", "/admin/login/"):
        browser.ask("GET", path)
        for name in ONCE:
            found = browser.headers.get_all(name, [])
            assert len(found) == 1 or name == "x-frame-options", (path, name, found)
    assert browser.ask("GET", "/") == 200 and "Career Guide" in browser.text
    # TLS ended here, so nothing redirects to itself; a forged host is not let in.
    assert browser.sign_in() == 302 and browser.headers["Location"] == "/admin/"
    assert "__Host-sessionid" in browser.cookies
    big = picture(1200)
    assert len(big) > 4_000_000
    assert browser.upload(big) == 302
    # Some close the connection while the rest is on its way.
    with suppress(OSError):
        assert browser.upload(b"x" * 22_500_000) == 413
    # Compressed once, by the site.
    reader = Browser(secure)
    reader.ask("GET", "/", Accept_Encoding="br")
    assert reader.headers["Content-Encoding"] == "br"
    tag = reader.headers["ETag"]
    assert reader.ask("GET", "/", Accept_Encoding="br", If_None_Match=tag) == 304


def counts_guesses_by_address(guesser, token):
    """Whatever a browser says of its address."""
    fields = {"username": "nobody", "password": "guess", "csrfmiddlewaretoken": token}
    for number in range(12):
        forged = {"X_Forwarded_For": f"203.0.113.{number}"}
        body = urlencode(fields)
        if guesser.ask("POST", "/admin/login/", body, **FORM, **forged) == 429:
            return
    raise AssertionError("Nobody has to wait.")


def leads_to_https(plain):
    status, _, place = ask_plain(plain, "/articles/?page=2")
    assert status in (301, 308)
    assert place.startswith(f"https://{HOST}") and place.endswith("/articles/?page=2")


def ask_plain(port, path):
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as asked:
        asked.request("GET", path, headers={"Host": HOST})
        answer = asked.getresponse()
        return answer.status, answer.read(), answer.headers["Location"]


class TestContainer:
    FILE = (DEPLOY / "container" / "Containerfile").read_text()

    def test_copies_what_is_there_and_nothing_private(self):
        copied = [
            word
            for line in re.findall(r"^COPY (?!--from)(.+)$", self.FILE, re.M)
            for word in line.split()[:-1]
        ]
        assert all((ROOT / name).exists() for name in copied)
        packages = {p.parent.name for p in ROOT.glob("*/apps.py")} | {"careerguide"}
        assert packages <= {*copied} and not {".", ".env", "var"} & {*copied}

    def test_sets_variables_that_there_are(self):
        named = {*re.findall(r"\b([A-Z][A-Z_]{3,})=", self.FILE)} - {"PATH"}
        assert named <= DOCUMENTED

    def test_compose_file_is_whole(self):
        compose = yaml.safe_load((DEPLOY / "container" / "compose.yaml").read_text())
        services = compose["services"]
        for service in services.values():
            assert {*service.get("depends_on", {})} <= services.keys()
            for volume in service.get("volumes", []):
                assert volume.partition(":")[0] in compose["volumes"]
        assert services["site"]["environment"].keys() <= DOCUMENTED
        build = services["site"]["build"]
        place = DEPLOY / "container" / build["context"]
        assert (place / build["dockerfile"]).exists()
