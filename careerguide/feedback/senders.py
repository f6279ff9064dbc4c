"""Hash the address that feedback came from, with a key that changes each day.

Its key is made of SECRET_KEY and the date, and is stored nowhere. So whoever reads the
database, or a backup of it, finds no address and cannot join what one reader sent on
two days; editors and limits can join what came on one. It is no anonymity: there are
few enough addresses to try them all, and whoever has SECRET_KEY can. `prune_feedback`
therefore clears the hash after two days, when it is of no more use.
"""

from django.utils import timezone
from django.utils.crypto import salted_hmac

from careerguide.http.client_ip import client_of


def sender_of(request):
    """64 hexadecimal digits: the same for one client, and another each day (UTC)."""
    day = timezone.now().date().isoformat()
    salt = f"careerguide.feedback.sender {day}"
    return salted_hmac(salt, client_of(request), algorithm="sha256").hexdigest()
