"""Compare what somebody has, or wants, with a stored page (RFC 9110, section 13)."""

import re
from email.utils import parsedate_to_datetime

_TAG = re.compile(r'(?:W/)?"[^"]*"')


def is_other_wanted(environ, tag, since, is_dated):
    """Whether only another version was asked for than that of `tag` and `since`.

    `since` is a moment in seconds, of which we tell where `is_dated`.
    """
    if tags := environ.get("HTTP_IF_MATCH"):
        return tags.strip() != "*" and tag not in _TAG.findall(tags)
    if is_dated and (asked := environ.get("HTTP_IF_UNMODIFIED_SINCE")):
        moment = _moment(asked)
        return moment is not None and moment < since
    return False


def is_known(environ, tags, since, is_dated):
    """Whether the asker has the page: bytes of one of the `tags`, or of that date."""
    if sent := environ.get("HTTP_IF_NONE_MATCH"):
        return sent.strip() == "*" or any(
            known.removeprefix("W/") in tags for known in _TAG.findall(sent)
        )
    if is_dated and (asked := environ.get("HTTP_IF_MODIFIED_SINCE")):
        moment = _moment(asked)
        return moment is not None and moment >= since
    return False


def _moment(date):
    """Seconds since 1970, or None of what is no date."""
    try:
        return parsedate_to_datetime(date).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None
