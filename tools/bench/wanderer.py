"""Ask for many addresses at random by persistent connections; print what was answered.

    python -m tools.bench.wanderer URL SECONDS GUIDES [--once]

The addresses are those of the first sample guides and of lists. `--once` asks for each
of them once, whatever time that takes.
"""

import json
import random
import re
import selectors
import socket
import sys
import time
import urllib.error
import urllib.request
from urllib.parse import urlsplit

CONNECTIONS = 16
LISTS = (
    *("/", "/careers/", "/articles/", "/statistics/", "/faq/", "/sitemap.xml"),
    *(f"/articles/?page={n}" for n in range(2, 20)),
    *(f"/statistics/?page={n}" for n in range(2, 20)),
    *(f"/faq/?page={n}" for n in range(2, 20)),
    *(f"/careers/?page={n}" for n in range(2, 10)),
)


def main(url, seconds, guides, *flags):
    host, port = urlsplit(url).hostname, urlsplit(url).port
    paths = addresses(url, int(guides))
    chance = random.Random(7)
    chance.shuffle(paths)
    if flags:
        ways, until = iter(paths), float("inf")
    else:
        ways, until = iter(lambda: chance.choice(paths), None), float(seconds)
    statuses = wander(host, port, ways, time.perf_counter() + until)
    print(json.dumps({"answers": sum(statuses.values()), "statuses": statuses}))
    if statuses.keys() - {"200"}:
        print(f"Not all are pages: {statuses}", file=sys.stderr)


def addresses(url, guides):
    """The addresses of the first guides, by the sitemap, and of lists."""
    index = urllib.request.urlopen(f"{url}/sitemap.xml").read().decode()
    maps = re.findall(r"<loc>([^<]*\?p=[^<]*)</loc>", index) or [f"{url}/sitemap.xml"]
    found = []
    for address in maps:
        xml = urllib.request.urlopen(address).read().decode()
        found += re.findall(r"<loc>https?://[^/<]+([^<]*)</loc>", xml)
    wanted = re.compile(r"/sample-(\d+)-")
    of_guides = [
        path
        for path in found
        if (match := wanted.search(path)) and int(match[1]) <= guides
    ]
    careers = [path for path in of_guides if path.startswith("/careers/")]
    lists = [path for path in LISTS if is_page(f"{url}{path}")]
    return [*lists, *of_guides, *(f"{path}all/" for path in careers)]


def is_page(address):
    """Whether there is one: a small site has few pages of a list."""
    try:
        urllib.request.urlopen(address).close()
    except urllib.error.HTTPError:
        return False
    return True


def wander(host, port, paths, until):
    """Return how many answers there were of each status."""
    statuses, buffers = {}, {}
    with selectors.DefaultSelector() as selector:

        def send(place):
            if time.perf_counter() < until and (path := next(paths, None)):
                request = f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\n"
                request += "Accept-Encoding: gzip, br\r\n\r\n"
                place.sendall(request.encode())
            else:
                selector.unregister(place)
                place.close()

        for _ in range(CONNECTIONS):
            place = socket.create_connection((host, port))
            place.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            selector.register(place, selectors.EVENT_READ)
            buffers[place] = b""
            send(place)
        while selector.get_map():
            for key, _ in selector.select(timeout=30):
                place = key.fileobj
                buffers[place] += place.recv(1 << 18)
                head, end, body = buffers[place].partition(b"\r\n\r\n")
                if not end:
                    continue
                length = int(re.search(rb"(?i)content-length: (\d+)", head)[1])
                if len(body) >= length:
                    status = head[9:12].decode()
                    statuses[status] = statuses.get(status, 0) + 1
                    buffers[place] = b""
                    send(place)
    return statuses


if __name__ == "__main__":
    main(*sys.argv[1:])
