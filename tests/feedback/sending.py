"""Send feedback as a browser does from our own page."""

from urllib.parse import quote_plus

URL = "/feedback/"
OURS = {"sec-fetch-site": "same-origin", "origin": "http://testserver"}


def send(client, page, headers=OURS, **data):
    """`page` is an item or an address."""
    address = page if isinstance(page, str) else page.get_absolute_url()
    body = "&".join(f"{name}={quote_plus(v)}" for name, v in data.items())
    return client.post(
        URL,
        f"page={quote_plus(address)}&{body}",
        "application/x-www-form-urlencoded",
        headers=headers,
    )
