"""Mount a disk of a few megabytes over a folder, for as long as a block runs."""

import ctypes
import os
import subprocess
import sys
from contextlib import contextmanager

from tools.make.problems import Problem

OF_OUR_OWN = 0x00020000  # CLONE_NEWNS
NO_SMALL_DISK = (
    "no disk could be filled: that needs Linux and root, to mount a small one"
)


@contextmanager
def small_disk(folder, megabytes):
    """Mount it for this process and those it starts: it goes with the last of them."""
    if sys.platform != "linux" or os.geteuid() != 0:
        raise Problem(NO_SMALL_DISK)
    if ctypes.CDLL(None).unshare(OF_OUR_OWN) != 0:
        raise Problem(NO_SMALL_DISK)
    run("mount", "--make-rprivate", "/")
    run("mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "guide", folder)
    try:
        yield
    finally:
        run("umount", folder)


def run(*command):
    if subprocess.run(command, stderr=subprocess.DEVNULL).returncode != 0:
        raise Problem(NO_SMALL_DISK)


@contextmanager
def filled(folder):
    """Fill the disk of `folder` to the last byte."""
    ballast = folder / "ballast"
    with open(ballast, "wb", buffering=0) as file:
        for size in (1_000_000, 4_096):
            block = bytes(size)
            try:
                while file.write(block):
                    pass
            except OSError:
                continue
    try:
        yield
    finally:
        ballast.unlink()
