"""Follow docs/operating.md on a bare Debian, word by word: `make rehearse`.

debootstrap makes the tree; the page's own commands do the rest in it, as root, with
Debian's PostgreSQL, Redis and nginx. Only systemd has a stand-in, as it has to be the
first process of a machine, and the certificate is made here. Needs Linux, root and
debootstrap, and takes some minutes; the folder goes afterwards (KEEP=1 leaves it). Port
8000, and the usual ones of PostgreSQL, Redis and nginx, have to be free.
"""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from tools.make.problems import Problem
from tools.make.venv import ROOT

from .operating import RELEASED, STAND_INS, blocks

RELEASE = os.environ.get("DEBIAN", "bookworm")
HOST = "careers.example.org"
VERSIONS = ("0.1.0", "0.2.0")
OWN_PLACE = "/srv/rehearsal"
PIP = re.compile(r"PIP_|REQUESTS_CA_BUNDLE|SSL_CERT_FILE|https?_proxy|no_proxy", re.I)
PIP_FILES = ("/etc/pip.conf", "~/.config/pip/pip.conf", "~/.pip/pip.conf")
LOCAL = re.compile(r"(?:file://|[\s=])(/[\w./-]+)")


def main():
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("debootstrap"):
        raise Problem("A rehearsal needs Linux, root and debootstrap.")
    folder = Path(tempfile.mkdtemp(prefix="guide-rehearsal-"))
    tree = folder / "debian"
    try:
        print("--- A bare Debian", flush=True)
        # Trust comes first, as what this machine trusts is copied over it.
        trust = "--include=ca-certificates"
        run("debootstrap", "--variant=minbase", trust, RELEASE, tree)
        prepare(tree)
        script = tree / OWN_PLACE.strip("/") / "follow"
        script.write_text(script_of_page())
        done = subprocess.run(
            ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-euc",
             f'mount -t proc proc "{tree}/proc"; {binds(tree)}'
             f'exec chroot "{tree}" env -i bash {OWN_PLACE}/follow'],
        )  # fmt: skip
        print("The page can be followed." if done.returncode == 0 else "It FAILED.")
        return done.returncode
    finally:
        if "KEEP" not in os.environ:
            shutil.rmtree(folder, ignore_errors=True)


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise Problem(f"{command[0]} failed: {(done.stdout + done.stderr)[-500:]}")


def prepare(tree):
    """Prepare what a machine has before the page is followed: network, certificate."""
    place = tree / OWN_PLACE.strip("/")
    place.mkdir(parents=True)
    for version in VERSIONS:
        with tarfile.open(place / f"careerguide-{version}.tar.gz", "w:gz") as tar:
            for name in RELEASED:
                tar.add(ROOT / name, name, filter=tidy)
    for name in ("systemctl", "journalctl"):
        shutil.copy(STAND_INS / name, tree / "usr/local/sbin" / name)
    for name in ("/etc/resolv.conf", "/etc/hosts", *trusted()):
        copy_in(Path(name), tree)
    # Without systemd, packages start their servers only where this says so.
    policy = tree / "usr/sbin/policy-rc.d"
    policy.write_text("#!/bin/sh\nexit 0\n")
    policy.chmod(0o755)
    live = tree / "etc/letsencrypt/live" / HOST
    live.mkdir(parents=True)
    run(
        "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
        "-subj", f"/CN={HOST}", "-keyout", live / "privkey.pem",
        "-out", live / "fullchain.pem",
    )  # fmt: skip


def tidy(info):
    """Leave out what Python compiled for this machine."""
    return None if "__pycache__" in info.name else info


def trusted():
    """The files of this machine that tell pip where packages are, and whom to trust."""
    named = [value for name, value in os.environ.items() if PIP.match(name)]
    found = [Path(name).expanduser() for name in (*PIP_FILES, *named) if name]
    return [path for path in found if path.is_absolute() and path.is_file()]


def copy_in(file, tree):
    target = tree / str(file).lstrip("/")
    target.parent.mkdir(parents=True, exist_ok=True)
    if file.is_file():
        target.unlink(missing_ok=True)
        shutil.copy(file, target)


def binds(tree):
    """Commands that show folders of packages in the tree, where pip is told of some."""
    texts = [path.read_text() for path in trusted() if path.suffix == ".conf"]
    texts += [f" {value}" for name, value in os.environ.items() if PIP.match(name)]
    found = {Path(p) for text in texts for p in LOCAL.findall(text)}
    # The pages of an index name files beside it.
    folders = {p.parent if p.name == "simple" else p for p in found if p.is_dir()}
    commands = []
    for folder in sorted(folders):
        (tree / str(folder).lstrip("/")).mkdir(parents=True, exist_ok=True)
        commands.append(f'mount --bind "{folder}" "{tree}{folder}"; ')
    return "".join(commands)


def script_of_page():
    """The blocks of the page, one after the other, each told before it is run."""
    can_be_replaced = (ROOT / "careerguide" / "server").is_dir()
    lines = [
        "set -euo pipefail",
        "export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "export HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive",
        *(f"export {n}={quoted(v)}" for n, v in os.environ.items() if PIP.match(n)),
        f"cd {OWN_PLACE}",
    ]
    for number, (topic, needs, text) in enumerate(blocks(), start=1):
        title = f"=== {number}. {topic} {needs}".rstrip()
        if needs == "untried":
            lines.append(f"echo '{title}: left out'")
            continue
        if needs == "beside" and not can_be_replaced:
            lines.append(f"echo '{title}: left out, as this server has no --beside'")
            continue
        lines += [f"echo; echo '{title}'", f"printf '%s\\n' {quoted(text)}"]
        lines += ["SECONDS=0", text.rstrip(), 'echo "--- $SECONDS s"']
    lines.append(
        f"echo; echo '=== Through nginx'; curl --silent --fail --insecure --resolve "
        f"{HOST}:443:127.0.0.1 https://{HOST}/ --output /dev/null --write-out "
        "'%{http_code} %{size_download} bytes\\n'"
    )
    script = "\n".join(lines) + "\n"
    if not can_be_replaced:
        reload = "systemctl daemon-reload\n"
        without = "sed -i 's/ --beside//' /etc/systemd/system/careerguide@.service\n"
        script = script.replace(f"\n{reload}", f"\n{reload}{without}")
    return script


def quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Problem as problem:
        sys.exit(str(problem))
