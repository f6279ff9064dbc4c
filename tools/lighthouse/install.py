"""Install in var/lighthouse the Lighthouse that package-lock.json pins."""

import hashlib
import shutil
import subprocess
from pathlib import Path

from tools.make.problems import Problem
from tools.make.venv import VAR, only_one_make

HERE = Path(__file__).resolve().parent
FOLDER = VAR / "lighthouse"
STAMP = FOLDER / "installed.sha256"
LISTS = ("package.json", "package-lock.json")
# Nothing a package brings is run, so none of them fetches a browser of its own.
NPM = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")


def prepare():
    """Return the folder that has node_modules.

    A moment where they are as the lists say.
    """
    digest = hashlib.sha256()
    for name in LISTS:
        digest.update((HERE / name).read_bytes())
    with only_one_make():
        if not (STAMP.exists() and STAMP.read_text() == digest.hexdigest()):
            install()
            STAMP.write_text(digest.hexdigest())
    return FOLDER


def install():
    print("Installing Lighthouse in var/lighthouse (about 20 s) ...", flush=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    STAMP.unlink(missing_ok=True)
    for name in LISTS:
        shutil.copy(HERE / name, FOLDER)
    done = subprocess.run(
        NPM,
        cwd=FOLDER,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if done.returncode:
        (VAR / "npm.log").write_text(done.stdout)
        raise Problem(
            "Lighthouse could not be installed: check the network and run this again; "
            "what npm said is in var/npm.log."
        )
