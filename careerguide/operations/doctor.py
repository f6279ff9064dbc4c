"""Check all that a site needs to run, each by itself, and say what to do."""

from .checks import clocks, folders, outside, packages, site
from .findings import error

CHECKS = {
    "disk": folders.disk,
    "permissions": folders.permissions,
    "clock": clocks.clock,
    "time zone": clocks.time_zone,
    "versions": packages.versions,
    "database": site.database,
    "migrations": site.migrations,
    "static files": site.static_files,
    "uploads": site.uploads,
    "search": site.search,
    "backups": site.backups,
    "settings": outside.production,
    "processes": outside.processes,
    "hosts": outside.hosts,
    "proxy": outside.proxy,
    "mail": outside.mail,
    "cache": outside.redis,
}


def examine(checks=None):
    """Return {name of a check: what it found, the worst first}."""
    checks = CHECKS if checks is None else checks
    return {name: _found(check) for name, check in checks.items()}


def _found(check):
    try:
        found = list(check())
    except Exception as problem:
        # Its message may hold an address with a password.
        return [
            error(
                f"This check could not be made ({type(problem).__name__}).",
                "See the other checks first; if they are well, report this one.",
            )
        ]
    return sorted(found, key=lambda finding: -finding.level)
