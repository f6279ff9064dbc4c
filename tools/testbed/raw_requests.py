"""Send requests that no browser sends: what scanners and mistaken programs try."""

HOST = b"Host: 127.0.0.1\r\n"
END = b"\r\n"


def get(line=b"GET / HTTP/1.1", *headers, host=HOST):
    return line + b"\r\n" + host + b"".join(h + b"\r\n" for h in headers) + END


def post(*headers, body=b""):
    """Post as one of our own pages does, so that nothing else is wrong with it."""
    return get(b"POST /feedback/ HTTP/1.1", OURS, FORM, *headers) + body


OURS = b"Sec-Fetch-Site: same-origin"
FORM = b"Content-Type: application/x-www-form-urlencoded"
CHUNKED = b"Transfer-Encoding: chunked"
# Wrong, but with one meaning only: these may be answered with a page.
HARMLESS = {
    "method in lower case",
    "target of another site",
    "target of our own site",
    "target with a fragment",
    "lines that end in LF",
    "header with raw bytes",
    "upgrade to something",
    "expectation unknown",
    "range beyond all numbers",
    "a second request smuggled in",
}
# What each is, and its bytes.
REQUESTS = {
    "no request at all": b"\r\n\r\n\r\n",
    "binary": bytes(range(256)) * 4,
    "TLS to a plain port": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(512),
    "HTTP/2 without asking": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "method in lower case": get(b"get / HTTP/1.1"),
    "method unknown": get(b"BREW / HTTP/1.1"),
    "method of 10,000 letters": get(b"G" * 10_000 + b" / HTTP/1.1"),
    "method with a NUL": get(b"GE\0T / HTTP/1.1"),
    "method CONNECT": get(b"CONNECT 127.0.0.1:80 HTTP/1.1"),
    "method TRACE": get(b"TRACE / HTTP/1.1"),
    "no version": b"GET /\r\n\r\n",
    "version 0.9": get(b"GET / HTTP/0.9"),
    "version 2.0": get(b"GET / HTTP/2.0"),
    "version 9.9": get(b"GET / HTTP/9.9"),
    "version that is none": get(b"GET / HTCPCP/1.0"),
    "no target": get(b"GET  HTTP/1.1"),
    "spaces in the target": get(b"GET /a b c HTTP/1.1"),
    "target with a NUL": get(b"GET /\0 HTTP/1.1"),
    "target with an encoded NUL": get(b"GET /articles/%00/ HTTP/1.1"),
    "target not in UTF-8": get(b"GET /%ff%fe/ HTTP/1.1"),
    "target with raw bytes": get(b"GET /\xff\xfe/ HTTP/1.1"),
    "target with bad escapes": get(b"GET /%zz/%/ HTTP/1.1"),
    "target of 100,000 letters": get(b"GET /" + b"a" * 100_000 + b" HTTP/1.1"),
    "target of another site": get(b"GET http://evil.example/ HTTP/1.1"),
    "target of our own site": get(b"GET http://127.0.0.1/ HTTP/1.1"),
    "target *": get(b"OPTIONS * HTTP/1.1"),
    "target above the root": get(b"GET /../../etc/passwd HTTP/1.1"),
    "target above media": get(b"GET /media/..%2f..%2fguide.sqlite3 HTTP/1.1"),
    "target above static": get(b"GET /static/%2e%2e/secret-key HTTP/1.1"),
    "target with a fragment": get(b"GET /#a HTTP/1.1"),
    "query of 50,000 parameters": get(b"GET /?" + b"a=1&" * 50_000 + b" HTTP/1.1"),
    "no Host": get(host=b""),
    "two Hosts": get(host=HOST + b"Host: evil.example\r\n"),
    "Host of another site": get(host=b"Host: evil.example\r\n"),
    "Host with a NUL": get(host=b"Host: 127.0.0.1\0\r\n"),
    "Host with an account": get(host=b"Host: a@127.0.0.1\r\n"),
    "Host of 60,000 letters": get(host=b"Host: " + b"a" * 60_000 + b"\r\n"),
    "lines that end in LF": b"GET / HTTP/1.1\nHost: 127.0.0.1\n\n",
    "lines that end in CR": b"GET / HTTP/1.1\rHost: 127.0.0.1\r\r",
    "header without a colon": get(b"GET / HTTP/1.1", b"Nothing"),
    "header without a name": get(b"GET / HTTP/1.1", b": value"),
    "header with a space before the colon": get(b"GET / HTTP/1.1", b"Cookie : a=b"),
    "header folded": get(b"GET / HTTP/1.1", b"Cookie: a=b\r\n c=d"),
    "header with a NUL": get(b"GET / HTTP/1.1", b"Cookie: a=\0"),
    "header with raw bytes": get(b"GET / HTTP/1.1", b"Cookie: a=\xff\xfe"),
    "header of 1 MB": get(b"GET / HTTP/1.1", b"Cookie: " + b"a" * 1_000_000),
    "10,000 headers": get(b"GET / HTTP/1.1", *[b"X-A: b"] * 10_000),
    "length that is no number": post(b"Content-Length: many"),
    "length below zero": post(b"Content-Length: -1"),
    "length with a sign": post(b"Content-Length: +5", body=b"a=bcd"),
    "length beyond all numbers": post(b"Content-Length: " + b"9" * 40),
    "two lengths": post(b"Content-Length: 3", b"Content-Length: 5", body=b"a=bcd"),
    "lengths in a list": post(b"Content-Length: 3, 3", body=b"a=b"),
    "length and chunks": post(b"Content-Length: 3", CHUNKED, body=b"0\r\n\r\n"),
    "chunks twice": post(b"Transfer-Encoding: chunked, chunked", body=b"0\r\n\r\n"),
    "chunks that are none": post(CHUNKED, body=b"zzz\r\nabc\r\n"),
    "chunk below zero": post(CHUNKED, body=b"-1\r\na\r\n0\r\n\r\n"),
    "chunk beyond all numbers": post(CHUNKED, body=b"f" * 40 + b"\r\na\r\n"),
    "chunk longer than it says": post(CHUNKED, body=b"1\r\nabcdef\r\n0\r\n\r\n"),
    "chunk with an endless extension": post(CHUNKED, body=b"1;" + b"a" * 200_000),
    "encoding unknown": post(b"Transfer-Encoding: gzip", body=b"abc"),
    "encoding in disguise": post(b"Transfer-Encoding: xchunked", body=b"0\r\n\r\n"),
    "alphabet unknown": get(b"POST / HTTP/1.1", b"Content-Type: a/b; charset=\xff"),
    "upgrade to something": get(b"GET / HTTP/1.1", b"Upgrade: x"),
    "expectation unknown": get(b"GET / HTTP/1.1", b"Expect: bees"),
    "range beyond all numbers": get(b"GET / HTTP/1.1", b"Range: bytes=9-" + b"9" * 40),
    "a second request smuggled in": get() + b"GARBAGE\r\n\r\n",
}
