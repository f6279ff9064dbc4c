"""Read the public pages as many readers at once, in a process of its own.

    with Readers(servers, PATHS, readers=200, pause=1) as readers:
        ...  # whatever happens to the site meanwhile
    readers.told  # what they saw

Each reader keeps its connections, asks one server after the other for one page after
the other, and rests for `pause` seconds between two. Times are seconds since 1970.
"""

import asyncio
import json
import random
import re
import subprocess
import sys
import time
from collections import Counter

from tools.make.venv import ROOT

PATIENCE = 15  # seconds until a reader gives up
# What an editor of ours writes in an article's title, summary and body.
NUMBER = re.compile(rb"Text (\d+)")


class Readers:
    """`told` has, after the block: `answers` (status: how many), `errors` (up to five
    of them), `error_count`, `p99` (seconds), `torn` (pages with two numbers), and
    `seen`: by port, path and then status, or number where the page has one, the times
    when the first such answer had arrived and when the last one was asked for."""

    def __init__(self, servers, paths, *, readers=20, pause=0.2):
        self.asked = {
            "ports": [int(server.environ["PORT"]) for server in servers],
            "paths": paths,
            "readers": readers,
            "pause": pause,
        }

    def __enter__(self):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tools.testbed.readers", json.dumps(self.asked)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        return self

    def __exit__(self, *exception):
        try:
            # They read until nobody holds the other end.
            out, _ = self.process.communicate(timeout=PATIENCE + 10)
        except BaseException:
            self.process.kill()
            self.process.wait()
            raise
        self.told = json.loads(out)

    def share(self, *statuses):
        """The share of all answers, and of requests without one, with a status."""
        answers = self.told["answers"]
        count = sum(answers.values()) + self.told["error_count"]
        return sum(answers.get(str(s), 0) for s in statuses) / count if count else 0

    def summary(self):
        answers = self.told["answers"]
        parts = [f"{count} × {status}" for status, count in sorted(answers.items())]
        if self.told["error_count"]:
            parts.append(f"{self.told['error_count']} without answer")
        return f"{', '.join(parts)}, p99 {self.told['p99'] * 1000:.0f} ms"


class Crowd:
    """Collect what all readers of this process saw."""

    def __init__(self):
        self.answers, self.errors, self.torn = Counter(), [], []
        self.error_count, self.times, self.seen = 0, [], {}
        self.is_over = asyncio.Event()

    def note(self, port, path, status, body, asked, answered):
        self.answers[status] += 1
        self.times.append(answered - asked)
        numbers = sorted({int(number) for number in NUMBER.findall(body)})
        if len(numbers) > 1:
            self.torn.append([path, numbers])
        seen = self.seen.setdefault(port, {}).setdefault(path, {})
        for key in (f"status {status}", *numbers):
            first, last = seen.get(key, (answered, asked))
            seen[key] = (min(first, answered), max(last, asked))

    async def read(self, ports, paths, pause):
        streams = {}
        await asyncio.sleep(random.uniform(0, pause))
        while not self.is_over.is_set():
            port, path = random.choice(ports), random.choice(paths)
            asked = time.time()
            try:
                async with asyncio.timeout(PATIENCE):
                    status, body = await ask(streams, port, path)
                self.note(port, path, status, body, asked, time.time())
            except (OSError, EOFError, LookupError, ValueError) as error:
                self.error_count += 1
                self.errors = [*self.errors, f"{path}: {error!r}"][:5]
                if port in streams:
                    streams.pop(port)[1].close()
            await asyncio.sleep(pause * random.uniform(0.5, 1.5))
        for _, writer in streams.values():
            writer.close()


async def ask(streams, port, path):
    """The status and the body; over the open connection, if there is one."""
    if port in streams:
        try:
            return await ask_over(streams, port, path)
        except (ConnectionError, asyncio.IncompleteReadError) as error:
            if getattr(error, "partial", b""):
                raise
            # The server closes what nobody used for a while, as every client knows.
            streams.pop(port)[1].close()
    streams[port] = await asyncio.open_connection("127.0.0.1", port)
    return await ask_over(streams, port, path)


async def ask_over(streams, port, path):
    reader, writer = streams[port]
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    length = head.split(b"content-length:")[1].split(b"\r\n")[0]
    body = await reader.readexactly(int(length))
    if b"connection: close" in head:
        streams.pop(port)[1].close()
    return int(head.split(None, 2)[1]), body


async def main(ports, paths, readers, pause):
    crowd = Crowd()
    reading = [
        asyncio.create_task(crowd.read(ports, paths, pause)) for _ in range(readers)
    ]
    await asyncio.to_thread(sys.stdin.read)
    crowd.is_over.set()
    await asyncio.gather(*reading)
    times = sorted(crowd.times) or [0]
    return {
        "answers": crowd.answers,
        "errors": crowd.errors,
        "error_count": crowd.error_count,
        "p99": times[int(len(times) * 0.99)],
        "torn": crowd.torn[:5],
        "seen": crowd.seen,
    }


if __name__ == "__main__":
    print(json.dumps(asyncio.run(main(**json.loads(sys.argv[1])))))
