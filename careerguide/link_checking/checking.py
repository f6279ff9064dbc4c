"""Ask each address once in a while, a host at a time, and judge what it answers."""

import http.client
import ssl
import time
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from . import fetching
from .models import ExternalLink

PAUSE = 2  # seconds between two requests to one host
# Of the server, or of somebody who wants no programs: readers may well see the page.
UNSURE = frozenset({401, 402, 403, 407, 418, 429, 451, 999})
GONE = frozenset({404, 410})


def agent():
    """Return the User-Agent: who asks, and where to complain."""
    return f"CareerGuideLinkCheck/1.0 (+{settings.SITE_URL})"


def check(urls, *, again=False, most=1_000, sleep=time.sleep, say=lambda text: None):
    """Ask those of `urls` that were not asked lately; return those judged anew.

    Hosts take turns, and none is asked twice within PAUSE.
    """
    known = set()
    if not again:
        known = {*ExternalLink.fresh().values_list("url", flat=True)}
    changed, asked_at = [], {}
    for url in _in_turns([url for url in urls if url not in known])[:most]:
        host = urlsplit(url).hostname
        wait = asked_at.get(host, -PAUSE) + PAUSE - time.monotonic()
        if host in asked_at and wait > 0:
            sleep(wait)
        status, problem, is_sure = judge(url)
        asked_at[host] = time.monotonic()
        if _remember(url, status, problem, is_sure):
            changed.append(url)
        say(f"{status or '-'} {url} {problem}".rstrip())
    return changed


def _in_turns(urls):
    """The addresses in an order in which hosts take turns."""
    by_host = {}
    for url in urls:
        by_host.setdefault(urlsplit(url).hostname, []).append(url)
    most = max(map(len, by_host.values()), default=0)
    columns = by_host.values()
    return [
        found[turn] for turn in range(most) for found in columns if turn < len(found)
    ]


def judge(url):
    """Return the status, what is wrong in words, and whether one check is enough."""
    try:
        status = fetching.status_of(url, agent())
    except fetching.NotFound:
        return None, _("its name stands for no server."), False
    except fetching.Refused as error:
        if str(error) == "redirects":
            return (
                None,
                _("it leads on from address to address."),
                True,
            )
        return None, _("it is no address that everybody can open."), True
    except ssl.SSLError:
        return None, _("its certificate is not valid."), False
    except TimeoutError:
        return None, _("no answer in time."), False
    except (OSError, http.client.HTTPException, ValueError):
        return None, _("no answer that can be read."), False
    if status in GONE:
        return status, _("there is no such page (%d).") % status, True
    if status in UNSURE or status < 400:
        return status, "", True
    return status, _("it answers with an error (%d).") % status, False


def _remember(url, status, problem, is_sure):
    """Keep the verdict; return whether it is another than before.

    What may be the fault of a minute is told once it failed twice in a row.
    """
    before = ExternalLink.objects.filter(url=url).first()
    failures = (before.failures if before else 0) + 1 if problem else 0
    told = problem if is_sure or failures > 1 else ""
    ExternalLink.objects.update_or_create(
        url=url,
        defaults={
            "status": status,
            "problem": told,
            "failures": min(failures, 1_000),
            "checked_at": timezone.now(),
        },
    )
    return told != (before.problem if before else "")
