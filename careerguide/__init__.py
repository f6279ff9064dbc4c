"""Hold the site but its three apps, and let `statistics` name two things.

The owner keeps an app in ``statistics/``, which is also the name of a module of the
standard library that Django's SQLite backend imports. The folder has no
``__init__.py``, so ``import statistics`` always finds the standard module; giving that
module a path lets ``statistics.models`` be found in our folder, in any import order.
docs/adr/0001-the-name-statistics.md tells the whole story.
"""

from pathlib import Path

import statistics

statistics.__path__ = [str(Path(__file__).resolve().parent.parent / "statistics")]

# The one place that says the version; docs/releasing.md says how it changes.
__version__ = "0.1.0.dev0"
