"""Raise the limit of open files, and so of the clients that a process serves."""

import logging
import resource

# Open connections, idle and slow ones too, so this is no thread count: 500 slow readers
# must not keep the 501st out. Each is an open file, which systems limit to 256 or 1024.
CONNECTIONS = 1000
OPEN_FILES = 4096
# What a process opens besides: logs, static files, the database in each thread.
OTHER_FILES = 100

logger = logging.getLogger("careerguide.server")


def allow_many_connections():
    """Raise the limit of open files, and return how many clients may be connected."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    elif soft == resource.RLIM_INFINITY:
        return CONNECTIONS
    allowed = max(16, min(CONNECTIONS, max(soft, wanted) - OTHER_FILES))
    if allowed < CONNECTIONS:
        logger.warning(
            "This system allows a process %d open files: at most %d clients are "
            "served at once, others wait. Raise the limit to %d (ulimit -n, "
            "LimitNOFILE).",
            *(max(soft, wanted), allowed, OPEN_FILES),
        )
    return allowed
