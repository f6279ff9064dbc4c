"""Read every .csv, .tsv and .xlsx file of folders as the admin does, and compare.

    make corpus ARGS="~/Downloads tables/"

Each file is read by a process of its own, and once more by an independent reader
(`tools/testbed/other_readers.py`). Printed are crashes, cells that differ without a
sentence that names their column, questions, refusals, seconds and peak memory. Nothing
is stored. Not a part of `make test`: what differs, a person has to look at.
`--write FOLDER` writes the files of our own corpus with their sidecars instead.
"""

import argparse
import json
import multiprocessing
import os
import resource
import sys
import tempfile
import time
from collections import Counter
from importlib import import_module
from pathlib import Path

ENDS = (".csv", ".tsv", ".xlsx")
LONGEST = 60  # seconds for a file, after which it is given up


def main(arguments):
    parser = argparse.ArgumentParser(prog='make corpus ARGS="…"')
    parser.add_argument("folders", nargs="*", type=Path, help="searched for files")
    parser.add_argument("--write", type=Path, help="write our own corpus there")
    parser.add_argument("--quiet", action="store_true", help="the sums only")
    options = parser.parse_args(arguments)
    if not (options.folders or options.write):
        parser.error("name folders that hold .csv, .tsv or .xlsx files")
    with tempfile.TemporaryDirectory() as state:
        _set_up(state)
        if options.write:
            return _write(options.write)
        return _try(options.folders, options.quiet)


def _set_up(state):
    from tools.testbed import environment

    os.environ.update(environment.for_a_trial(state))
    os.environ["DJANGO_SETTINGS_MODULE"] = "careerguide.settings"
    import django

    django.setup()
    # Once, before the processes part: it takes longer than most files.
    for module in ("tests.statistics.corpus.reading", "tools.testbed.other_readers"):
        import_module(module)


def _try(folders, quiet):
    paths = sorted(
        path
        for folder in folders
        for path in ([folder] if folder.is_file() else folder.rglob("*"))
        if path.suffix.lower() in ENDS and path.is_file()
    )
    counts, worst = Counter(), Counter()
    for path in paths:
        result = _in_a_process(path)
        counts[result["answer"]] += 1
        counts["of them compared"] += result.get("compared", False)
        differing = result.get("differing", [])
        counts["files that differ without a sentence"] += bool(differing)
        counts["cells that differ without a sentence"] += len(differing)
        for name in ("seconds", "megabytes"):
            worst[name] = max(worst[name], result.get(name, 0))
        if not quiet:
            _print(path, result, differing)
    print(f"\n{len(paths)} files")
    for name, count in sorted(counts.items()):
        print(f"{count:8} {name}")
    print(f"{worst['seconds']:8.2f} seconds at most")
    print(f"{worst['megabytes']:8.0f} MB at most, more than before")
    return int(counts["crash"] > 0)


def _print(path, result, differing):
    if result["answer"] == "read" and not differing and not result.get("unlike"):
        return
    about = result.get("unlike") or " ".join(result.get("sentences", []))[:200]
    print(f"{result['answer']:8} {path}: {about if not differing else ''}")
    for line in differing[:3]:
        print(f"         {line}")


def _in_a_process(path):
    here, there = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(
        target=_read_and_send, args=(path, there)
    )
    process.start()
    there.close()
    try:
        result = here.recv() if here.poll(LONGEST) else {"answer": "too slow"}
    except EOFError:
        result = {"answer": "crash", "sentences": ["the process died"]}
    process.kill()
    process.join()
    return result


def _read_and_send(path, connection):
    from tests.statistics.corpus.reading import CRASH, read_data

    before, begun = _megabytes(), time.perf_counter()
    answer = read_data(path.name, path.read_bytes())
    result = {
        "answer": answer.kind,
        "sentences": answer.sentences[:5],
        "seconds": time.perf_counter() - begun,
        "megabytes": _megabytes() - before,
    }
    if answer.kind not in (CRASH, "refused", "asked"):
        from tools.testbed.other_readers import differences

        try:
            result |= differences(path, answer)
        except Exception as error:  # what the other cannot read is not compared
            result["unlike"] = f"the other reader: {type(error).__name__}: {error}"
    connection.send(result)


def _megabytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _write(folder):
    from tests.statistics.corpus import FILES

    for file in FILES:
        name = "".join(c if c.isalnum() or c in " -" else "_" for c in file.id)
        path = folder / file.kind / f"{name}{Path(file.name or 'paste.txt').suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.make())
        sidecar = json.dumps(file.sidecar(), ensure_ascii=False, indent=1, default=str)
        path.with_name(f"{path.name}.json").write_text(f"{sidecar}\n")
    print(f"{len(FILES)} files in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
