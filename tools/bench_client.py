"""One measurement: how many pages a second one address gives, by kept connections.

    python -m tools.bench_client PORT PATH SECONDS CONNECTIONS  ->  JSON

A process of its own, so that it shares no interpreter with what it measures. It is
plain Python: it costs as much for every address, and the fastest ones may be held back
by it, never made faster.
"""

import asyncio
import json
import sys
import time


async def caller(port, request, until, times):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while (started := time.perf_counter()) < until:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200 "):
            raise SystemExit(f"not a page: {head.splitlines()[0].decode()}")
        length = head.lower().split(b"content-length:")[1].split(b"\r\n")[0]
        await reader.readexactly(int(length))
        times.append(time.perf_counter() - started)
    writer.close()


async def measure(port, path, seconds, connections):
    request = (
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip, br\r\n\r\n"
    ).encode()
    started, times = time.perf_counter(), []
    callers = [
        caller(port, request, started + seconds, times) for _ in range(connections)
    ]
    await asyncio.gather(*callers)
    took = time.perf_counter() - started
    times.sort()
    return {"rate": len(times) / took, "p99": times[int(len(times) * 0.99)]}


if __name__ == "__main__":
    _, port, path, seconds, connections = sys.argv
    result = measure(int(port), path, float(seconds), int(connections))
    print(json.dumps(asyncio.run(result)))
