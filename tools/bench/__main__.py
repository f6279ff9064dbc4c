"""Measure every figure of docs/performance.md in one run: `make bench`.

Each part is a program of its own and can be run alone: `python -m tools.bench.warm`.
"""

import argparse
import subprocess
import sys

from tools.make.venv import ROOT

PARTS = {
    "warm": "Pages from memory, beside constant bytes and an empty Django view",
    "process": "Start-up and memory",
    "cold": "Pages made anew, at 1, 3, 100 and 1,000 careers",
    "tables": "Charts, cards and downloads, in one process",
    "publishing": "What a request costs while somebody publishes, at 1,000 guides",
    "editing": "Editing, in one process",
    "search": "Searches, in one process, at 1,000 guides",
    "texts": "The costliest texts, beside an ordinary one",
    "documents": "Documents of 20,000 words that are read, beside a page of their text",
    "sign_in": "Sign-in, with names that exist and names that do not",
    "lighthouse": "Lighthouse, on its slow 4G",
}


def module_of(name):
    return "tools.lighthouse" if name == "lighthouse" else f"tools.bench.{name}"


def main():
    options = argparse.ArgumentParser(
        prog="make bench",
        epilog="; ".join(f"{name}: {title}" for name, title in PARTS.items()),
    )
    options.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; all if none")
    chosen = options.parse_args().parts or list(PARTS)
    if unknown := set(chosen) - set(PARTS):
        options.error(f"there is no part {', '.join(sorted(unknown))}")
    failed = []
    for name in chosen:
        print(f"\n--- {PARTS[name]}", flush=True)
        # Each tells what falls short, and what this machine lacks, in its own words.
        if subprocess.run([sys.executable, "-m", module_of(name)], cwd=ROOT).returncode:
            failed.append(name)
    return f"Not measured, or short of what is wanted: {', '.join(failed)}" * bool(
        failed
    )


if __name__ == "__main__":
    try:
        sys.exit(main() or 0)
    except KeyboardInterrupt:
        sys.exit(130)
