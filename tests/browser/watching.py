"""Fail a test when anything goes wrong in a page, whether or not it is looked at."""

import re
from urllib.parse import urlsplit

# A draft stands in a frame where no script may run, not even the site's own.
SANDBOXED = re.compile(
    r"Blocked script execution in '([^']+/preview/[^/']+/page/|about:srcdoc)'"
)

# Chromium reports these too; this one also knows frames and names the directive.
REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) => console.error(
  `CSP violation: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""


class Watch:
    """What a test hears of its browser contexts; `problems` are sentences.

    A test that provokes a refusal says so first: ``watch.expect(404, "/no-page/")``.
    """

    def __init__(self, url):
        self.host = urlsplit(url).netloc
        self.expected = set()
        self.problems = []
        self.contexts = []

    def expect(self, status, path):
        self.expected.add((status, path))

    def check(self):
        for context in self.contexts:
            # A round trip: by its answer everything before it has been heard.
            context.cookies()
        problems, self.problems = self.problems, []
        assert not problems, "\n".join(["The page had problems:", *problems])

    def add(self, problem):
        self.problems.append(problem)

    def console(self, message):
        # A response of 400 or more is judged below, where its status is known.
        if message.type != "error" or SANDBOXED.match(message.text):
            return
        if "Failed to load resource" not in message.text:
            self.add(f"console: {message.text} ({message.location['url']})")

    def request(self, request):
        address = urlsplit(request.url)
        # data: and blob: have no host.
        if address.netloc not in ("", self.host):
            self.add(f"request to another host: {request.url}")

    def response(self, response):
        path = urlsplit(response.url).path
        if response.status >= 400 and (response.status, path) not in self.expected:
            self.add(f"{response.status} for {response.request.method} {response.url}")

    def failed(self, request):
        # Aborted: the reader went on, or the preview of an older text was called off.
        if request.failure != "net::ERR_ABORTED":
            self.add(f"{request.failure} for {request.url}")


def follow(context, watch):
    """Let a context be heard by `watch()`: the watch of the test that has it."""
    context.add_init_script(REPORT_VIOLATIONS)
    context.on("console", lambda message: watch().console(message))
    context.on("weberror", lambda error: watch().add(f"error: {error.error}"))
    context.on("request", lambda request: watch().request(request))
    context.on("response", lambda response: watch().response(response))
    context.on("requestfailed", lambda request: watch().failed(request))
