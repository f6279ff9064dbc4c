"""Extract the site's texts for translators, compile their work and say what is left.

That is `make messages`.
"""

import os
import shutil
import subprocess

from .problems import Problem
from .venv import PYTHON, ROOT

LOCALE = ROOT / "locale"
# What is not ours, or is not for readers and editors.
ASIDE = ("var", "tests", "tools", "vendor", "locale")
MANAGE = (PYTHON, "manage.py")


def collect_and_compile(*languages):
    """Bring locale/ up to date for these languages, or for all it has; an exit code."""
    if missing := [t for t in ("xgettext", "msgfmt") if not shutil.which(t)]:
        raise Problem(
            f"{' and '.join(missing)} cannot be found: install GNU gettext (on Debian "
            "and Ubuntu: sudo apt install gettext) and run this again."
        )
    languages = languages or sorted(path.name for path in LOCALE.glob("[a-z]*"))
    if not languages:
        raise Problem("Name a language: make messages LANGUAGE=de.")
    os.environ.pop("LANGUAGE", None)  # gettext itself would speak it
    chosen = [f"--locale={language}" for language in languages]
    ignored = [f"--ignore={name}" for name in ASIDE]
    collect = [*MANAGE, "makemessages", *chosen, *ignored, "--add-location=file"]
    LOCALE.mkdir(exist_ok=True)
    for command in (
        [*collect, "--extension=py,html,txt"],
        [*collect, "--domain=djangojs"],
        [*MANAGE, "compilemessages", *chosen, "--ignore=var"],
        [*MANAGE, "untranslated", *languages],
    ):
        if failed := subprocess.run(command).returncode:
            return failed
    return 0
