"""Lend browser windows to the tests of a file, one after the other.

A new one costs half a second of the processor, most of it to read the scripts of the
admin anew; one that was tidied costs a tenth of that.
"""

import json
from collections import defaultdict

from playwright.sync_api import Error

from tests.browser.watching import follow

# Nothing here waits this long; a busy machine may.
PATIENCE = 60_000
SIZE = {"width": 1280, "height": 720}


class Windows:
    """`take()` one, and `give_back()` it when the test has ended."""

    def __init__(self, browser):
        self.browser = browser
        self.idle = defaultdict(list)

    def take(self, watch, script, **options):
        kind = script, json.dumps(options, sort_keys=True)
        idle = self.idle[kind]
        window = idle.pop() if idle else Window(self.browser, kind, script, options)
        window.watch = watch
        watch.contexts.append(window.context)
        return window

    def give_back(self, window):
        try:
            window.tidy()
        except Error:  # the test has closed it
            window.context.close()
        else:
            self.idle[window.kind].append(window)

    def close(self):
        for window in (window for idle in self.idle.values() for window in idle):
            window.context.close()


# What a page does with script comes after it was drawn: templates/_head.js.
HAS_SCRIPT = """() => !document.querySelector("script[data-rest]") ||
  !document.querySelector(".theme-button[hidden]")"""


def waiting_for_script(page):
    """Return its `goto`, after which the page's script listens to what a test does.

    With ``wait_until`` it waits for that alone: of a script that is held, say.
    """
    goto = page.goto

    def patient_goto(url, **options):
        answer = goto(url, **options)
        if "wait_until" not in options:
            page.wait_for_function(HAS_SCRIPT)
        return answer

    return patient_goto


class Window:
    """A `page` in a browser context of its own.

    Of what tests do to a page only listeners stay (``page.on``): who adds one removes
    it.
    """

    def __init__(self, browser, kind, script, options):
        self.kind = kind
        self.origin = options["base_url"]
        self.size = options.get("viewport", SIZE)
        self.scheme = options.get("color_scheme", "light")
        self.context = browser.new_context(**options)
        self.context.set_default_timeout(PATIENCE)
        self.watch = None
        follow(self.context, lambda: self.watch)
        if script:
            self.context.add_init_script(script)
        self.page = self.context.new_page()
        if options.get("java_script_enabled", True):
            self.page.goto = waiting_for_script(self.page)

    def tidy(self):
        """Make it like new, but for what the browser knows of scripts and styles."""
        for page in self.context.pages:
            if page is not self.page:
                page.close()
        self.context.unroute_all()
        self.page.unroute_all()
        # Away from the test's page, but no farther: another site is another process.
        self.page.goto(f"{self.origin}/healthz")
        self.page.evaluate("localStorage.clear(); sessionStorage.clear()")
        self.context.clear_cookies()
        self.page.mouse.move(-1, -1)
        self.page.set_viewport_size(self.size)
        self.page.set_extra_http_headers({})
        self.page.emulate_media(media="null", color_scheme=self.scheme)
