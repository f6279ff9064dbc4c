#!/usr/bin/env python
"""Run Django's command line for this project."""

import os
import sys


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerguide.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
    from django.db import Error

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        if sys.argv[1:2] == ["doctor"]:
            from careerguide.operations.findings import as_one_error

            print(as_one_error("settings", str(error), "--json" in sys.argv))
            sys.exit(2)  # as `doctor` does for every error
        sys.exit(str(error))
    except (OSError, Error) as error:
        from careerguide.server.diagnose import sentence_for

        if "--traceback" in sys.argv or not (sentence := sentence_for(error)):
            raise
        sys.exit(sentence)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
