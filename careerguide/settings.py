"""Define the settings, all from the environment, in reading order.

A bare checkout runs in development: debug pages, SQLite under ``var/``. Naming a
``SECRET_KEY`` makes it production, where a missing variable stops the start and is
named. ``.env.example`` documents every variable.
"""

import os
import sys
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import global_settings
from django.core.exceptions import ImproperlyConfigured

from careerguide.db.urls import database_from, sqlite_file
from careerguide.http.security_contacts import contact_uri
from careerguide.identity.current import site_name
from careerguide.languages import tags

from . import env_values
from .env_file import EnvFileError, load_env_file
from .site_folder import own, site_apps, site_folder

BASE_DIR = Path(__file__).resolve().parent.parent

env = env_values.Env()
try:
    load_env_file(BASE_DIR / ".env")
except EnvFileError as error:
    raise ImproperlyConfigured(str(error)) from error


def required(name, in_development):
    """Return a variable that production must name; development has a default."""
    if DEBUG:
        return env.text(name, default=in_development)
    if not env.text(name):
        raise ImproperlyConfigured(
            f"{name} is missing: set it in the environment or in .env. "
            ".env.example says what it is for."
        )
    return env.text(name)


# --- Mode -----------------------------------------------------------------------------

DEBUG = env.bool("DEBUG", default="SECRET_KEY" not in os.environ)
SECRET_KEY = required("SECRET_KEY", in_development="only-for-development-" + "x" * 40)

# --- The site -------------------------------------------------------------------------

# What the site says of itself stands in the admin, as “The site”; these win over it.
SITE_OVERRIDES = {
    name: value
    for name, value in (
        ("name", env.text("SITE_NAME")),
        ("mark", env_values.mark("SITE_MARK", env.text("SITE_MARK"))),
        ("accent", env_values.colour("SITE_ACCENT", env.text("SITE_ACCENT"))),
        ("publisher", env.text("SITE_PUBLISHER")),
        ("contact", env.text("SITE_CONTACT")),
        # The licence readers may reuse the content under; the software has its own.
        ("licence", env.text("CONTENT_LICENCE")),
        ("licence_url", env.text("CONTENT_LICENCE_URL")),
    )
    if value
}
SITE_URL = env_values.site_url(
    required("SITE_URL", in_development="http://127.0.0.1:8000")
)
HTTPS = SITE_URL.startswith("https://")
ALLOWED_HOSTS = env.hosts(
    "ALLOWED_HOSTS",
    default=[urlsplit(SITE_URL).hostname, "localhost", "127.0.0.1", "[::1]"],
)

# --- Where things are kept ------------------------------------------------------------

STATE_DIR = env.path("STATE_DIR", default=BASE_DIR / "var")
MEDIA_ROOT = env.path("MEDIA_ROOT", default=STATE_DIR / "media")
STATIC_ROOT = env.path("STATIC_ROOT", default=STATE_DIR / "static")
BACKUP_DIR = env.path("BACKUP_DIR", default=STATE_DIR / "backups")
MEDIA_URL = "/media/"
STATIC_URL = "/static/"

# A folder of the site's own, outside of the checkout: what it holds comes before ours.
SITE_DIR = site_folder(env.text("SITE_DIR"), BASE_DIR)
SITE_APPS = site_apps(env.text("SITE_APPS").split(","), SITE_DIR)
FIXTURE_DIRS = [*own(SITE_DIR, "fixtures"), BASE_DIR / "fixtures"]
STATICFILES_DIRS = own(SITE_DIR, "static")
# The guides of the fixtures that the first start loads: all, none, or their names.
SEED = env_values.guides(env.text("SEED", default="all"))

# --- Apps -----------------------------------------------------------------------------

INSTALLED_APPS = [
    "careerguide.apps.GuideAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.forms",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "careerguide.apps.CareerGuideConfig",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "careerguide.accounts",
    "careerguide.publishing",
    "careerguide.library",
    "careerguide.page_cache",
    "careerguide.feedback",
    "careerguide.readership",
    "careerguide.link_checking",
    "careerguide.search",
    "careerguide.operations",
    "careerguide.importing",
    "careerguide.desk",
    "articles",
    "statistics",
    "faq",
    *SITE_APPS,
    "axes",
]

MIDDLEWARE = [
    "careerguide.identity.current.once_a_request",
    "careerguide.http.compression.compress_public_pages",
    "django.middleware.security.SecurityMiddleware",
    "careerguide.http.static.StaticFiles",
    "careerguide.http.middleware.error_pages",
    "careerguide.http.middleware.refuse_null_bytes",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "careerguide.http.methods.KnownMethods",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "careerguide.accounts.pending.hold_unverified",
    "careerguide.accounts.sessions.note_sessions",
    "careerguide.http.request_bodies.receive_bodies",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "careerguide.publishing.models.time_zone.in_zone_of_editor",
    "careerguide.http.middleware.never_store_staff_pages",
    "careerguide.http.slashes.append_slash",
    "careerguide.site.other_names.other_names",
    "careerguide.publishing.public.redirect_middleware.old_addresses",
    "axes.middleware.AxesMiddleware",
]

# careerguide.http.slashes looks whether there is a page before it leads to one.
APPEND_SLASH = False
ROOT_URLCONF = "careerguide.urls"
WSGI_APPLICATION = "careerguide.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [*own(SITE_DIR, "templates"), BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "careerguide.site.context_processors.site",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- Database -------------------------------------------------------------------------

_database_url = env.text("DATABASE_URL")
DATABASES = {
    "default": database_from(_database_url)
    if _database_url
    else sqlite_file(STATE_DIR / "guide.sqlite3", "STATE_DIR")
}
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 10,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
    # As for Django's own backend, also where tests run in several processes.
    DATABASES["default"]["TEST"] = {"NAME": ":memory:"}
# The same database for the thread that watches for changes: it never waits long.
_options = DATABASES["default"].get("OPTIONS", {})
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    _hurried = {"timeout": 0.2}
else:
    _given = _options.get("options", "")
    _hurried = {"connect_timeout": 2, "options": f"{_given} -c statement_timeout=200"}
DATABASES["watch"] = DATABASES["default"] | {
    "OPTIONS": _options | _hurried,
    "TEST": {"MIRROR": "default"},
}
# Django's own backends, which also notice that their database is gone.
for _database in DATABASES.values():
    _database["ENGINE"] = _database["ENGINE"].replace(
        "django.db.backends", "careerguide.db"
    )
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Redis counts, for many processes at once, how often somebody asks for something. It
# holds no content: without it each process counts alone, and nobody waits for it.
REDIS_URL = env_values.redis_url(env.text("REDIS_URL"))
CACHES = {
    "default": {
        "BACKEND": "careerguide.caching.redis.SharedCache"
        if REDIS_URL
        else "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": SITE_URL,  # so that sites may have one Redis
        # So that one who asks from many addresses pushes out no other's count.
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}

# --- Pages kept in memory -------------------------------------------------------------

# Public pages, made once for each change; see careerguide.page_cache.
PAGE_CACHE = env.bool("PAGE_CACHE", default=not DEBUG)
PAGE_CACHE_MB = env.int("PAGE_CACHE_MB", default=64, least=1)
# How long a CDN in front may keep a page: so much later it shows a change.
CDN_SECONDS = env.int("CDN_SECONDS", default=1, most=31_536_000)

# --- Files the site serves ------------------------------------------------------------

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG
            else "careerguide.http.staticfiles.LightStaticFilesStorage"
        )
    },
}
STATICFILES_FINDERS = [
    "careerguide.http.stylesheets.SiteFinder",
    "careerguide.http.stylesheets.JoiningFinder",
]
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_ALLOW_ALL_ORIGINS = False

# --- What comes in --------------------------------------------------------------------

# The largest form is an article of 200 kB or a table of 2,000 rows; the largest file a
# photograph of 15 MB. http.middleware refuses a longer request before reading it.
DATA_UPLOAD_MAX_MEMORY_SIZE = 4_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000
DATA_UPLOAD_MAX_NUMBER_FILES = 10
FILE_UPLOAD_PERMISSIONS = 0o644
MAX_REQUEST_BYTES = 21_000_000  # a document of 20 MB, and the form around it

# --- Sign-in and sessions -------------------------------------------------------------

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
# django-axes stops who guesses passwords; accounts.login_limit says how many guesses.
AXES_HANDLER = "careerguide.accounts.login_limit.CountedTries"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"], "ip_address"]
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_CLIENT_IP_CALLABLE = "careerguide.accounts.login_limit.client_address"
AXES_USERNAME_CALLABLE = "careerguide.accounts.login_limit.account_tried"
AXES_LOCKOUT_CALLABLE = "careerguide.accounts.login_limit.locked_out"
AXES_ENABLE_ADMIN = AXES_VERBOSE = False
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTH_PASSWORD_VALIDATORS[1]["OPTIONS"] = {"min_length": 10}
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"  # where a forged ?next= leads instead
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
if HTTPS:
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CSRF_FAILURE_VIEW = "careerguide.http.errors.csrf_failure"

# How long links to set a password are good.
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
INVITATION_DAYS = env.int(
    "INVITATION_DAYS", default=7, least=1, most=env_values.MOST_DAYS
)
# Asks everybody who signs in for a second factor; who has none sets one up first.
REQUIRE_SECOND_FACTOR = env.bool("REQUIRE_SECOND_FACTOR", default=False)
OTP_TOTP_ISSUER = site_name

# --- Mail, to people with an account only; accounts.mail sends it ---------------------

try:
    _mail = env.email_url("EMAIL_URL", default="consolemail://")
except (ImproperlyConfigured, ValueError) as error:
    raise ImproperlyConfigured(
        "EMAIL_URL needs a whole address, such as smtp+tls://user:password@host:587. "
        "It is not repeated here, as it may hold a password."
    ) from error
EMAIL_BACKEND, EMAIL_FILE_PATH = _mail["EMAIL_BACKEND"], _mail["EMAIL_FILE_PATH"]
EMAIL_HOST, EMAIL_PORT = _mail["EMAIL_HOST"] or "localhost", _mail["EMAIL_PORT"] or 25
EMAIL_HOST_USER = _mail["EMAIL_HOST_USER"] or ""
EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_PASSWORD"] or ""
EMAIL_USE_TLS = _mail.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = _mail.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text(
    "MAIL_FROM", default=f"no-reply@{urlsplit(SITE_URL).hostname}"
)

# --- Security headers; http.headers sets the rest on every response -------------------

SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
# Subdomains and the preload list concern hosts we know nothing of: the operator's
# choice.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
# A language that Django has no catalogue of has the texts of the nearest.
SILENCED_SYSTEM_CHECKS.append("translation.E004")
# A forwarded header is believed only where a proxy that sets it stands in front.
if env.bool("BEHIND_TLS_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# How many proxies in front append to X-Forwarded-For; with none the header is ignored.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0, most=100)
# Of these, what somebody has decided on, be it that there is no proxy.
NAMED = {name for name in ("TRUSTED_PROXIES", "BEHIND_TLS_PROXY") if env.text(name)}

# Whom to tell of a hole in security: /.well-known/security.txt (RFC 9116).
SECURITY_CONTACT = [
    contact_uri(one) for one in env.list("SECURITY_CONTACT", default=[])
]
SECURITY_POLICY = env.text("SECURITY_POLICY")
SECURITY_LANGUAGES = env.list("SECURITY_LANGUAGES", default=["en"])

# --- Language and time ----------------------------------------------------------------

# One language for readers and editors alike, and none by request: a page is kept by
# caches under its address alone.
LANGUAGE_CODE = env_values.language(env.text("LANGUAGE_CODE", default="en-gb"))
LANGUAGES = global_settings.LANGUAGES
if LANGUAGE_CODE not in dict(LANGUAGES):
    LANGUAGES = [*LANGUAGES, (LANGUAGE_CODE, tags.english_name(LANGUAGE_CODE))]
LANGUAGES_BIDI = [*tags.RIGHT_TO_LEFT]
if tags.direction(LANGUAGE_CODE) == "rtl":  # by its script, as in pa-arab
    LANGUAGES_BIDI.append(LANGUAGE_CODE.partition("-")[0])
# The first one that has a text has the say.
LOCALE_PATHS = [*own(SITE_DIR, "locale"), BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["careerguide.formats"]
TIME_ZONE = env_values.time_zone(env.text("TIME_ZONE", default="UTC"))
USE_TZ = True

# --- How long what editors and readers leave behind is kept ---------------------------

_days = env_values.MOST_DAYS
TRASH_DAYS = env.int("TRASH_DAYS", default=30, most=_days)
# 0 keeps every version for good.
HISTORY_DAYS = env.int("HISTORY_DAYS", default=0, most=_days)
# What readers told us; 0 keeps it for good.
FEEDBACK_DAYS = env.int("FEEDBACK_DAYS", default=365, most=_days)
# How often pages were read, by day; 0 keeps it for good.
# Whether `check_links` may ask other sites if links to them still answer.
CHECK_LINKS = env.bool("CHECK_LINKS", default=False)
VIEW_DAYS = env.int("VIEW_DAYS", default=400, most=_days)
# How long a correction stands at the top of its page; then it stands in the list.
CORRECTION_DAYS = env.int("CORRECTION_DAYS", default=30, most=_days)
PREVIEW_LINK_DAYS = env.int("PREVIEW_LINK_DAYS", default=7, most=_days)
# After so many hours without a backup, `doctor` and the admin warn.
BACKUP_HOURS = env.int("BACKUP_HOURS", default=36, most=24 * _days)

# --- Logs -----------------------------------------------------------------------------

LOG_FORMAT = env.text("LOG_FORMAT")
if not LOG_FORMAT:
    LOG_FORMAT = "lines" if DEBUG or sys.stderr.isatty() else "json"
if LOG_FORMAT not in ("json", "lines"):
    raise ImproperlyConfigured(
        f"LOG_FORMAT is {LOG_FORMAT!r}: it is json, for programs that collect logs, or "
        "lines, for people."
    )
_ours = {"handlers": ["console"], "propagate": False}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "in_request": {"()": "careerguide.http.logging.InRequest"},
        "caused_by_anybody": {"()": "careerguide.http.logging.CausedByAnybody"},
    },
    "formatters": {
        "json": {"()": "careerguide.http.logging.JsonLines"},
        "lines": {"()": "careerguide.http.logging.PlainLines"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["in_request", "caused_by_anybody"],
            "formatter": LOG_FORMAT,
        }
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    # Which have handlers of their own that write otherwise.
    "loggers": {"django": _ours, "django.server": _ours, "_granian": _ours},
}
