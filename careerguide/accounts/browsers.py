"""Name the browser and the system of a user agent, as far as people know them.

Anything may be sent: what is not known is empty, and nothing of it is kept.
"""

# In the order they are looked for, as each names those after it, too.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Vivaldi/", "Vivaldi"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


def browser_and_system(user_agent):
    start = user_agent[:1_000]
    return tuple(
        next((name for mark, name in known if mark in start), "")
        for known in (BROWSERS, SYSTEMS)
    )
