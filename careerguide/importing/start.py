"""Start the process that reads a document: `python -S -P start.py KIND`.

Packages are there without their own modules, which would load Django, the settings of
the site or all that mammoth can do, and take as long as reading.
"""

import sys
from os.path import abspath, dirname, isdir, join
from types import ModuleType

PACKAGES = ("careerguide", "careerguide.importing", "careerguide.markup", "mammoth")


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


def leave_out(name, **values):
    """Put a module in place of one that is imported here and never used."""
    sys.modules[name] = ModuleType(name)
    vars(sys.modules[name]).update(values)


if __name__ == "__main__":
    place_packages()
    leave_out("urllib.request", urlopen=forbidden)
    leave_out("xml.dom.minidom")
    leave_out("pathlib")  # of which a zip file has a class
    from careerguide.importing import child

    child.main()
