"""Dump a PostgreSQL database as of one moment, and put a dump in its place."""

import os
import shutil
import subprocess
from contextlib import contextmanager

from django.db import connection
from django.db.transaction import atomic

from careerguide.operations.errors import OperationError

INSTALL = (
    "{program} is not on this machine: install PostgreSQL's client programs, at least "
    "as new as the server (on Debian and Ubuntu: sudo apt install postgresql-client)."
)
# Everything of the schema that we may drop; what belongs to an extension stays.
DROP_ALL = """
DO $$
DECLARE command text;
BEGIN
  FOREACH command IN ARRAY ARRAY(
    SELECT format('DROP %s IF EXISTS %s CASCADE',
      CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
        WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, c.oid::regclass)
    FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace
      AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
      AND NOT EXISTS (
        SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
          AND d.objid = c.oid AND d.deptype IN ('e', 'i', 'a'))
    ORDER BY c.relkind
  ) || ARRAY(
    SELECT format('DROP ROUTINE IF EXISTS %s CASCADE', p.oid::regprocedure)
    FROM pg_proc p
    WHERE p.pronamespace = current_schema()::regnamespace AND p.prokind IN ('f', 'p')
      AND NOT EXISTS (
        SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass
          AND d.objid = p.oid AND d.deptype = 'e')
  ) || ARRAY(
    SELECT format('DROP TEXT SEARCH CONFIGURATION IF EXISTS %I CASCADE', c.cfgname)
    FROM pg_ts_config c
    WHERE c.cfgnamespace = current_schema()::regnamespace
      AND NOT EXISTS (
        SELECT FROM pg_depend d WHERE d.classid = 'pg_ts_config'::regclass
          AND d.objid = c.oid AND d.deptype = 'e')
  )
  LOOP
    EXECUTE command;
  END LOOP;
END $$;
"""


@contextmanager
def one_moment():
    """Read the database as it is now, in a transaction; yields the snapshot's name."""
    with atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        yield cursor.fetchone()[0]


def dump_to(path, snapshot, without):
    """Have `pg_dump` write what that snapshot shows; no rows of tables `without`."""
    options = ["--format=custom", "--no-owner", "--no-privileges", "--no-comments"]
    options += [f"--snapshot={snapshot}", f"--file={path}"]
    options += [f"--exclude-table-data={table}" for table in without]
    run("pg_dump", *options, connected=True)
    os.chmod(path, 0o600)
    run("pg_restore", "--list", path)


def restore_from(path, folder, after, first=""):
    """Replace all of the database with a dump, in one transaction.

    `first` and `after` are SQL that belongs to it. Files are written to `folder` on
    the way.
    """
    contents, script = folder / "contents", folder / "restore.sql"
    told = run("pg_restore", "--list", path)
    lines = [line for line in told.splitlines() if " SCHEMA - " not in line]
    contents.write_text("\n".join(lines) + "\n")
    run(
        "pg_restore", "--no-owner", "--no-privileges", "--no-comments",
        f"--use-list={contents}", f"--file={script}", path,
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        schema = connection.ops.quote_name(cursor.fetchone()[0])
    before, last = folder / "before.sql", folder / "after.sql"
    before.write_text(f"{first}\n{DROP_ALL}")
    # A dump empties the search path, and names all that is its own in full.
    last.write_text(f"SET search_path = {schema};\n{after}\n")
    run(
        "psql", "--no-psqlrc", "--quiet", "--single-transaction", "--output=/dev/null",
        "--set=ON_ERROR_STOP=1", f"--file={before}", f"--file={script}",
        f"--file={last}", connected=True,
    )  # fmt: skip


def drop_all():
    """Drop every table, in the transaction that is open."""
    with connection.cursor() as cursor:
        cursor.execute(DROP_ALL)


def run(program, *arguments, connected=False):
    """Return what a program of PostgreSQL's says.

    No password is among its arguments.
    """
    if not shutil.which(program):
        raise OperationError(INSTALL.format(program=program))
    more, environ = [], {}
    if connected:
        settings = connection.settings_dict
        (_, *more), environ = connection.client.settings_to_cmd_args_env(settings, [])
        if options := settings["OPTIONS"].get("options"):
            environ = (environ or {}) | {"PGOPTIONS": options}
    done = subprocess.run(
        [program, *map(str, arguments), *more],
        env=os.environ | {"LC_MESSAGES": "C"} | (environ or {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
    )
    if done.returncode != 0:
        reasons = done.stderr.strip().splitlines() or ["no reason given"]
        reason = next(
            (line for line in reasons if "error" in line.lower()), reasons[-1]
        )
        if "server version mismatch" in done.stderr:
            raise OperationError(f"{INSTALL.format(program='A fitting ' + program)}")
        if "No space left" in done.stderr:
            raise OperationError(
                "The disk is full: free some space and run this again."
            )
        raise OperationError(f"{program} failed: {reason[:300]}")
    return done.stdout
