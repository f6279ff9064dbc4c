"""Stop, freeze or fill Redis: nobody gets an error or waits for it."""

import time
import urllib.error
import urllib.parse
import urllib.request

from statistics import median
from tools.make.problems import Problem
from tools.testbed.readers import Readers
from tools.testbed.redis import temporary_redis
from tools.testbed.trial import Server
from tools.testbed.visitors import Editor

SIGN_INS = 5
VOTES = 100
SECONDS_MORE = 0.2
ARTICLE = "/articles/what-a-machine-learning-engineer-does/"
PATHS = ["/", "/articles/", ARTICLE, "/articles/?q=model"]


def redis_fails(environ):
    """Redis is stopped, then stands still, then is full"""
    try:
        with temporary_redis() as redis:
            # One proxy is trusted, so that each vote comes from another reader.
            more = {"REDIS_URL": redis.url, "TRUSTED_PROXIES": "1"}
            with Server(environ | more) as server:
                time.sleep(3)  # the pages that are read most are made ready
                yield from each_failure(redis, server)
    except Problem as problem:
        print(problem)


def each_failure(redis, server):
    used(server)  # all threads have made their connections
    with redis.client() as client:
        client.flushall()
        usual = used(server)
        counts = len(client.keys())
    yield counts > 0, "Redis counts while it works", f"it holds {counts} numbers"
    failures = {
        "stopped": redis.stop,
        "standing still": redis.pause,
        "full": redis.fill,
    }
    for number, (name, fail) in enumerate(failures.items()):
        if number:
            redis.stop()
            redis.start()
            time.sleep(11)  # it is asked again after ten
        fail()
        found = used(server)
        statuses = sorted(found["statuses"])
        fine = all(status < 500 for status in statuses) and found["share"] == 1
        figure = f"sign-in and feedback {statuses}, pages {found['pages']}"
        yield fine, f"with Redis {name} nobody gets an error", figure
        yield from took_no_longer(usual, found)


def took_no_longer(usual, found):
    before, now = (sorted(used["votes"])[int(VOTES * 0.99)] for used in (usual, found))
    figure = f"p99 {now * 1000:.0f} ms, {before * 1000:.0f} ms before"
    yield now - before <= SECONDS_MORE, "feedback takes 0.2 s more at most", figure
    before, now = (median(used["sign-ins"]) for used in (usual, found))
    figure = f"median {now * 1000:.0f} ms, {before * 1000:.0f} ms before"
    yield now - before <= SECONDS_MORE, "sign-in takes 0.2 s more at most", figure


def used(server):
    """Use the site as readers and editors, and time sign-ins and votes."""
    statuses, took = set(), {"votes": [], "sign-ins": []}
    with Readers([server], PATHS, readers=5) as readers:
        for number in range(VOTES):
            started = time.monotonic()
            statuses.add(vote(server, number))
            took["votes"].append(time.monotonic() - started)
        for _ in range(SIGN_INS):
            editor, started = Editor(server), time.monotonic()
            statuses.add(editor.try_to_sign_in())
            took["sign-ins"].append(time.monotonic() - started)
    pages, share = readers.summary(), readers.share(200)
    return {"statuses": statuses, "pages": pages, "share": share, **took}


def vote(server, number):
    """The status of an answer to “was this helpful”, by a reader of that number."""
    body = urllib.parse.urlencode({"page": ARTICLE, "helpful": "yes"}).encode()
    headers = {"Origin": server.url, "X-Forwarded-For": f"192.0.2.{number % 250 + 1}"}
    request = urllib.request.Request(f"{server.url}/feedback/", body, headers)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status
    except urllib.error.HTTPError as answer:
        return answer.code
