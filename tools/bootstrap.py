"""Find a good Python for `make`, then run the target.

Nothing here is newer than Python 3.6: an old Python must get a sentence from us, not a
SyntaxError. The other tools are imported only once Python is new enough.
"""

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def main(arguments):
    sys.path[0] = ROOT
    from tools.make.pythons import OLDEST, TOO_OLD, newer_python

    if sys.version_info[:2] < OLDEST:
        python = newer_python()
        if python is None:
            return TOO_OLD
        os.execv(python, [python, os.path.abspath(__file__)] + arguments)
    from tools.make.targets import do

    return do(*arguments)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
