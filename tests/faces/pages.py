"""Ask for every public page of a site, and for what stands in it."""

import json
import re

HOME = "http://127.0.0.1:8000"
LOCATION = re.compile(r"<loc>https?://[^/]+(.*?)</loc>")
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def paths_of(client):
    return LOCATION.findall(client.get("/sitemap.xml").content.decode())


def read(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def data_of(page):
    """The nodes of a page's structured data."""
    [found] = DATA.findall(page)
    data = json.loads(found)
    assert data["@context"] == "https://schema.org"
    return data["@graph"]


def meta_of(page):
    """What a page says to previews of links, by name."""
    tags = re.findall(r'<meta property="(og:[^"]+)" content="([^"]*)">', page)
    assert len(tags) == len(dict(tags))
    return dict(tags)
