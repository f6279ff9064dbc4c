"""Read ``.env``: one NAME=value a line; anything else is refused with a sentence.

A line that is skipped in silence becomes a site that runs with the wrong settings, so
a bad line stops the start. The sentences never repeat a value: it may be a secret.
"""

import os
import re

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")


class EnvFileError(ValueError):
    """The file cannot be used; the message says which line, and what to do."""


def load_env_file(default, environ=os.environ):
    """Add to `environ` what `env_file` says and `environ` does not name."""
    for name, value in env_file_values(default, environ).items():
        environ.setdefault(name, value)


def env_file_values(default, environ=os.environ):
    """Read the file that ENV_FILE names, or else the one at `default`, if any."""
    named = environ.get("ENV_FILE", "").strip()
    if named and not os.path.exists(named):
        raise EnvFileError(
            f"ENV_FILE names {named}, which does not exist: correct it, or leave "
            "ENV_FILE out to read .env."
        )
    return read_env_file(named or default)


def read_env_file(path):
    """Return the names and values in the file at ``path``; none where there is no file.

    Blank lines, lines starting with ``#``, a leading ``export``, quotes around a value
    and a comment after it (`` # …``) are what people expect from such a file.
    """
    values = {}
    for number, line in enumerate(_lines(path), start=1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        where = f"Line {number} of {path}"
        name, equals, value = line.removeprefix("export ").partition("=")
        name = name.strip()
        if not equals:
            raise EnvFileError(f"{where} has no '=': write NAME=value, or # before it.")
        if not NAME.match(name):
            raise EnvFileError(
                f"{where} does not start with a name: use letters, digits and _ only, "
                "as in SITE_NAME=value."
            )
        if name in values:
            raise EnvFileError(f"{where} sets {name} a second time: keep one of them.")
        values[name] = _value(value.strip(), f"{where} ({name})")
    return values


def _lines(path):
    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
    except FileNotFoundError:
        return []
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise EnvFileError(
            f"Line {line} of {path} is not UTF-8 text: save the file as UTF-8."
        ) from error
    except OSError as error:
        raise EnvFileError(
            f"{path} cannot be read ({error.strerror}): make it a file that you may "
            "read, or name another in ENV_FILE."
        ) from error
    return text.split("\n")


def _value(text, where):
    if "\0" in text:
        raise EnvFileError(f"{where} holds a NUL byte: type the line again.")
    if text[:1] in ("'", '"'):
        quote = text[0]
        value, closing, rest = text[1:].partition(quote)
        if not closing:
            raise EnvFileError(f"{where} opens a {quote} and never closes it.")
        if rest.strip() and not rest.lstrip().startswith("#"):
            raise EnvFileError(f"{where} has text after its closing {quote}.")
        return value
    return re.split(r"(?:^|\s)#", text, maxsplit=1)[0].strip()
