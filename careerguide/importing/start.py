"""Start the process that reads a document: `python -S -P start.py KIND`.

Packages are there without their own modules, which would load Django, the settings of
the site or all that mammoth can do, and take as long as reading.
"""

import sys
from importlib import import_module
from os.path import abspath, dirname, isdir, join
from types import ModuleType

PACKAGES = ("careerguide", "careerguide.importing", "careerguide.markup", "mammoth")
# What others import at once and hardly ever use: they are loaded when they are used.
HARDLY_USED = ("bz2", "inspect", "ipaddress", "lzma", "pathlib", "shutil")
HARDLY_USED += ("xml.dom.minidom",)


def forbidden(*_values):
    raise OSError("forbidden")


def place_packages():
    """Let modules of packages be imported without what their `__init__` imports."""
    sys.path.insert(0, dirname(dirname(dirname(abspath(__file__)))))
    for name in PACKAGES:
        parts = name.split(".")
        folders = (join(path, *parts) for path in sys.path)
        package = ModuleType(name)
        package.__path__ = [folder for folder in folders if isdir(folder)]
        sys.modules[name] = package


def load_later(name):
    """Load a module when something of it is used: `import` alone does not."""

    def load(attribute):
        del sys.modules[name], module.__getattr__
        vars(module).update(vars(import_module(name)))
        return getattr(module, attribute)

    module = sys.modules[name] = ModuleType(name)
    module.__getattr__ = load


def without_network():
    """Let `urllib.request` be imported without all that stands behind it."""
    module = sys.modules["urllib.request"] = ModuleType("urllib.request")
    module.urlopen = forbidden


if __name__ == "__main__":
    place_packages()
    without_network()
    for name in HARDLY_USED:
        load_later(name)
    from careerguide.importing import child

    child.main()
