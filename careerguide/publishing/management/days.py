"""Parse a number of days on the command line."""

import argparse

MOST = 36_500


def days(text):
    if not (text.isascii() and text.isdigit() and len(text) < 6 and int(text) <= MOST):
        raise argparse.ArgumentTypeError(f"give whole days, from 0 to {MOST}")
    return int(text)
