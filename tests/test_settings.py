"""Test settings from the environment: each start in a process of its own."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.utils import translation

ROOT = Path(__file__).resolve().parent.parent
PRODUCTION = {"SECRET_KEY": "k" * 60, "SITE_URL": "https://guide.example"}
READ = re.compile(r'(?:env(?:\.\w+)?|required)\(\s*"([A-Z_]+)"')
DOCUMENTED = re.compile(r"^#?([A-Z_]+)=", re.MULTILINE)


@pytest.fixture
def start(tmp_path):
    """Start the settings of a checkout that has no .env but the test's own."""
    shutil.copytree(
        ROOT / "careerguide",
        tmp_path / "careerguide",
        ignore=shutil.ignore_patterns("static", "__pycache__"),
    )

    def run(code="import careerguide.settings", **variables):
        return subprocess.run(
            [sys.executable, "-W", "error", "-c", code],
            cwd=tmp_path,
            env=variables,
            capture_output=True,
            text=True,
        )

    return run


@pytest.fixture
def read(start):
    """The values of some settings: ``read("DEBUG", SITE_URL=…)``."""

    def run(*names, **variables):
        code = (
            "import json, careerguide.settings as s\n"
            f"print(json.dumps([getattr(s, name, None) for name in {names!r}]))"
        )
        done = start(code, **variables)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


class TestMail:
    def test_reaches_nobody_by_default(self, read):
        backend, sender = read("EMAIL_BACKEND", "DEFAULT_FROM_EMAIL", **PRODUCTION)
        assert backend == "django.core.mail.backends.console.EmailBackend"
        assert sender == "no-reply@guide.example"

    def test_goes_to_the_server_that_is_named(self, read):
        names = ("EMAIL_HOST", "EMAIL_PORT", "EMAIL_HOST_USER", "EMAIL_HOST_PASSWORD")
        url = "smtp+tls://me%40a.org:p%2Fw@mail.example:587"
        values = read(*names, "EMAIL_USE_TLS", "EMAIL_TIMEOUT", EMAIL_URL=url)
        assert values == ["mail.example", 587, "me@a.org", "p/w", True, 10]

    @pytest.mark.parametrize(
        "url", ["mail.example", "http://u:hunter2@a", "smtp://u:hunter2@a:port"]
    )
    def test_to_no_whole_address_stops_the_start_and_shows_no_password(
        self, start, url
    ):
        output = start(EMAIL_URL=url).stderr
        assert "EMAIL_URL needs a whole address" in output.splitlines()[-1]
        assert "hunter2" not in output


class TestDatabaseThatIsWatched:
    def test_is_the_sites_own_with_less_patience(self, read):
        url = "postgres://guide@db/guide?options=-c%20search_path%3Dcareers"
        [databases] = read("DATABASES", DATABASE_URL=url)
        given = databases["default"]["OPTIONS"]["options"]
        hurried = databases["watch"]["OPTIONS"]["options"]
        assert given == "-c search_path=careers"
        assert hurried == f"{given} -c statement_timeout=200"
        assert databases["watch"]["NAME"] == databases["default"]["NAME"]


class TestLanguage:
    def test_is_british_english_unless_named(self, read):
        assert read("LANGUAGE_CODE") == ["en-gb"]
        assert read("LANGUAGE_CODE", LANGUAGE_CODE="pt-BR") == ["pt-br"]

    def test_may_be_that_of_a_country(self, read):
        assert read("LANGUAGE_CODE", LANGUAGE_CODE="de-CH") == ["de-ch"]
        assert read("LANGUAGE_CODE", LANGUAGE_CODE="ar-eg") == ["ar-eg"]

    @pytest.mark.parametrize("code", ["xx", "tlh-xx", "de-xx", "de-", "../de", "-"])
    def test_unknown_one_stops_the_start(self, start, code):
        assert f"{code!r}, which is no language" in start(LANGUAGE_CODE=code).stderr

    def test_of_a_country_is_one_that_django_takes(self, read):
        [languages] = read("LANGUAGES", LANGUAGE_CODE="de-ch")
        assert languages[-1] == ["de-ch", "German"]
        with translation.override("de-ch"):
            assert translation.gettext("Delete") == "Löschen"


class TestMissingVariable:
    def test_site_url_is_named(self, start):
        assert "SITE_URL is missing" in start(SECRET_KEY="k" * 60).stderr

    def test_empty_counts_as_missing(self, start):
        stopped = start(SECRET_KEY="k" * 60, SITE_URL="")
        assert "SITE_URL is missing" in stopped.stderr

    def test_secret_key_is_named_where_debug_is_off(self, start):
        stopped = start(DEBUG="false", SITE_URL="https://guide.example")
        assert stopped.returncode != 0
        assert "SECRET_KEY is missing" in stopped.stderr

    def test_server_without_any_variable_does_not_start(self, start):
        stopped = start("import careerguide.wsgi")
        assert stopped.returncode != 0
        assert "SECRET_KEY is missing" in stopped.stderr

    def test_sentence_does_not_repeat_the_key(self, start):
        assert "kkkk" not in start(SECRET_KEY="k" * 60).stderr


class TestSiteUrl:
    @pytest.mark.parametrize("url", ["careers.example.org", "ftp://a.org", "https://"])
    def test_needs_the_whole_address(self, start, url):
        stopped = start(**PRODUCTION | {"SITE_URL": url})
        assert f"SITE_URL is {url.rstrip('/')!r}: it needs the whole" in stopped.stderr

    def test_last_slash_is_dropped(self, read):
        variables = PRODUCTION | {"SITE_URL": "https://guide.example/"}
        assert read("SITE_URL", **variables) == ["https://guide.example"]

    def test_its_host_is_allowed_and_no_other_name(self, read):
        [hosts] = read("ALLOWED_HOSTS", **PRODUCTION)
        assert hosts == ["guide.example", "localhost", "127.0.0.1", "[::1]"]

    def test_hosts_can_be_named(self, read):
        variables = PRODUCTION | {"ALLOWED_HOSTS": "a.example,b.example"}
        assert read("ALLOWED_HOSTS", **variables) == [["a.example", "b.example"]]


class TestHttps:
    def test_cookies_are_bound_to_the_host(self, read):
        names = "SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME"
        assert read(*names, **PRODUCTION) == ["__Host-sessionid", "__Host-csrftoken"]

    def test_everything_insists_on_it(self, read):
        names = (
            "SESSION_COOKIE_SECURE",
            "CSRF_COOKIE_SECURE",
            "SECURE_SSL_REDIRECT",
            "SECURE_HSTS_SECONDS",
        )
        assert read(*names, **PRODUCTION) == [True, True, True, 31_536_000]

    def test_without_it_cookies_have_names_that_browsers_take(self, read):
        variables = PRODUCTION | {"SITE_URL": "http://guide.example:8000"}
        names = "SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE", "SECURE_SSL_REDIRECT"
        assert read(*names, **variables) == [None, False, False]

    def test_forwarded_scheme_is_believed_only_where_a_proxy_is_named(self, read):
        assert read("SECURE_PROXY_SSL_HEADER", **PRODUCTION) == [None]
        behind = PRODUCTION | {"BEHIND_TLS_PROXY": "true"}
        assert read("SECURE_PROXY_SSL_HEADER", **behind) == [
            ["HTTP_X_FORWARDED_PROTO", "https"]
        ]


class TestMode:
    def test_bare_checkout_is_development(self, read):
        assert read("DEBUG", "SITE_URL") == [True, "http://127.0.0.1:8000"]

    def test_secret_key_makes_it_production(self, read):
        assert read("DEBUG", **PRODUCTION) == [False]

    def test_env_file_is_read(self, read, tmp_path):
        (tmp_path / ".env").write_text("SITE_NAME=Beekeeping\n")
        assert read("SITE_OVERRIDES") == [{"name": "Beekeeping"}]

    def test_environment_wins_over_the_file(self, read, tmp_path):
        (tmp_path / ".env").write_text("SITE_NAME=Beekeeping\n")
        overrides = read("SITE_OVERRIDES", SITE_NAME="Forestry")
        assert overrides == [{"name": "Forestry"}]

    def test_broken_env_file_stops_the_start(self, start, tmp_path):
        (tmp_path / ".env").write_text("SITE_NAME\n")
        assert "Line 1 of" in start().stderr


class TestDatabase:
    CODE = "import careerguide.settings as s; print(s.DATABASES['default']['NAME'])"

    def test_file_is_made_the_first_time_only(self, start, tmp_path):
        (tmp_path / "state").mkdir()
        first = start(self.CODE, STATE_DIR=str(tmp_path / "state")).stdout
        (tmp_path / "state" / "guide.sqlite3").touch()
        second = start(self.CODE, STATE_DIR=str(tmp_path / "state")).stdout
        assert first.strip().endswith("guide.sqlite3?mode=rwc")
        assert second.strip().endswith("guide.sqlite3?mode=rw")


class TestLogs:
    CODE = (
        "import careerguide.settings as s, logging.config as c\n"
        "c.dictConfig(s.LOGGING); c.logging.error('no honey, password=bees')"
    )

    def test_are_json_in_production(self, start):
        line = json.loads(start(self.CODE, **PRODUCTION).stderr)
        assert line["message"] == "no honey, password=[hidden]"

    def test_are_lines_for_people_in_development(self, start):
        assert start(self.CODE).stderr.endswith("no honey, password=[hidden]\n")

    def test_form_can_be_named(self, start):
        assert start(self.CODE, LOG_FORMAT="json").stderr.startswith('{"time"')
        lines = start(self.CODE, LOG_FORMAT="lines", **PRODUCTION)
        assert lines.stderr.startswith("20")

    def test_unknown_form_stops_the_start(self, start):
        assert "LOG_FORMAT is 'xml': it is json" in start(LOG_FORMAT="xml").stderr

    def test_are_lines_in_a_terminal(self, start):
        terminal = "import sys; sys.stderr.isatty = lambda: True\n"
        assert start(terminal + self.CODE, **PRODUCTION).stderr.startswith("20")


class TestRedis:
    URL = "redis://:secret-word@redis.example:6379/0"

    def test_carries_the_counts_where_it_is_named(self, read):
        [caches] = read("CACHES", REDIS_URL=self.URL)
        assert caches["default"]["BACKEND"].endswith("SharedCache")
        assert caches["default"]["LOCATION"] == self.URL

    def test_needs_the_whole_address_and_is_not_repeated(self, start):
        stopped = start(REDIS_URL=self.URL.removeprefix("redis://"))
        assert "REDIS_URL needs the whole address" in stopped.stderr
        assert "secret-word" not in stopped.stderr


class TestExample:
    settings = (ROOT / "careerguide" / "settings.py").read_text()
    example = (ROOT / ".env.example").read_text()

    def test_documents_every_variable_the_settings_read(self):
        read = set(READ.findall(self.settings))
        assert len(read) >= 12
        assert read - set(DOCUMENTED.findall(self.example)) == set()

    def test_documents_each_once_under_a_comment(self):
        names = DOCUMENTED.findall(self.example)
        assert sorted(names) == sorted(set(names))

    def test_runs_as_it_is(self, read, tmp_path):
        (tmp_path / ".env").write_text(self.example)
        assert read("DEBUG") == [True]

    def test_runs_with_everything_in_it_set(self, read, tmp_path):
        text = re.sub(r"^#(?=[A-Z_]+=)", "", self.example, flags=re.MULTILINE)
        text = text.replace("SECRET_KEY=\n", f"SECRET_KEY={'k' * 60}\n")
        text = re.sub("^SITE_DIR=.*", f"SITE_DIR={tmp_path}", text, flags=re.M)
        (tmp_path / "glossary").mkdir()
        (tmp_path / ".env").write_text(text)
        overrides, is_debug = read("SITE_OVERRIDES", "DEBUG")
        assert (overrides["name"], is_debug) == ("Career Guide", False)
