"""Whatever goes wrong in a page, whether or not a test looks at it, fails the test."""

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
    """Listens to browser contexts; `problems` are sentences.

    A test that provokes a refusal says so first: ``watch.expect(404, "/no-page/")``.
    """

    def __init__(self, url):
        self.host = urlsplit(url).netloc
        self.expected = set()
        self.problems = []
        self.contexts = []

    def expect(self, status, path):
        self.expected.add((status, path))

    def follow(self, context):
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("console", self._console)
        context.on("weberror", lambda error: self._add(f"error: {error.error}"))
        context.on("request", self._request)
        context.on("response", self._response)
        context.on("requestfailed", self._failed)
        self.contexts.append(context)

    def check(self):
        for context in self.contexts:
            # A round trip: by its answer everything before it has been heard.
            context.cookies()
        problems, self.problems = self.problems, []
        assert not problems, "\n".join(["The page had problems:", *problems])

    def _add(self, problem):
        self.problems.append(problem)

    def _console(self, message):
        # A response of 400 or more is judged below, where its status is known.
        if message.type != "error" or SANDBOXED.match(message.text):
            return
        if "Failed to load resource" not in message.text:
            self._add(f"console: {message.text} ({message.location['url']})")

    def _request(self, request):
        address = urlsplit(request.url)
        # data: and blob: have no host.
        if address.netloc not in ("", self.host):
            self._add(f"request to another host: {request.url}")

    def _response(self, response):
        path = urlsplit(response.url).path
        if response.status >= 400 and (response.status, path) not in self.expected:
            self._add(f"{response.status} for {response.request.method} {response.url}")

    def _failed(self, request):
        # Aborted: the reader went on, or the preview of an older text was called off.
        if request.failure != "net::ERR_ABORTED":
            self._add(f"{request.failure} for {request.url}")
