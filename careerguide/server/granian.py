"""Run Granian as this site needs it: `python -m careerguide.management.server`.

It serves the site at HOST and PORT, or another application that is named; `make bench`
compares one that way. With `--beside` it takes over from the server that is running
there, which goes on until it is ended itself.
"""

import argparse
import logging
import multiprocessing
import os
import signal
import sys
import threading
import time

from careerguide import __version__

from . import address

# Each may hold a database connection; Granian warns beyond two for each core.
THREADS = min(8, 2 * (os.cpu_count() or 1) + 1)

SITE = "careerguide.wsgi:application"

logger = logging.getLogger("careerguide.server")


def become_server(host, port):
    """Replace this process, so that Ctrl-C and `kill` reach Granian itself."""
    os.environ.update(HOST=host, PORT=str(port))
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", __name__])


def main(arguments):
    parser = argparse.ArgumentParser(prog=f"python -m {MODULE}")
    parser.add_argument("application", nargs="?", default=SITE)
    parser.add_argument(
        "--beside",
        action="store_true",
        help="start beside the server that runs at HOST and PORT, to replace it "
        "without a lost request: end that one when this one says that it is ready",
    )
    options = parser.parse_args(arguments)
    try:
        serve(options.application, options.beside)
    except address.AddressError as error:
        sys.exit(str(error))


def serve(application=SITE, beside=False):
    """Serve until SIGTERM or SIGINT; AddressError where HOST or PORT cannot be had."""
    # Here, as the workers import this module again and need none of it.
    from granian.constants import HTTPModes, Interfaces
    from granian.http import HTTP1Settings
    from granian.log import LogLevels

    from careerguide.server.limits import allow_many_connections
    from careerguide.server.workers import Server

    from . import startup

    # A worker starts by importing this module, on every system and Python alike.
    multiprocessing.set_start_method("spawn")
    state_dir = startup.prepare() if application == SITE else startup.named_state_dir()
    host, port = address.read_address()
    workers = processes()
    if application == SITE:
        startup.look_at_database()
    connections = allow_many_connections()
    listener, handover, before = startup.open_listener(host, port, state_dir, beside)
    logger.info(
        "Serving %s with %s, %s, version %s",
        address.http_url(host, port),
        "1 process" if workers == 1 else f"{workers} processes",
        startup.database() if application == SITE else application,
        __version__,
    )

    def tell_ready():
        if before:
            startup.take_place(handover)
        logger.info("Ready")
        if before:
            logger.warning(
                "The server before this one, process %d, still serves beside it: "
                "`kill %d` has it finish what it has begun, and end",
                *(before, before),
            )

    server = Server(
        application,
        listener,
        on_ready=tell_ready,
        successors=handover.successors,
        address=listener.getsockname()[0],
        port=port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        websockets=False,
        workers=workers,
        blocking_threads=THREADS,
        backpressure=connections,
        http1_settings=HTTP1Settings(header_read_timeout=10_000),  # milliseconds
        workers_kill_timeout=10,
        log_level=LogLevels.warning,
    )
    server.on_startup(stop_when_the_terminal_closes)
    try:
        server.run()
    finally:
        handover.stop(told=server.interrupt_signal)


def processes():
    """Return how many processes serve: one does for most sites."""
    text = (os.environ.get("PROCESSES") or "1").strip()
    if not (text.isascii() and text.isdigit() and 0 < int(text[:4]) <= 64):
        sys.exit(f"PROCESSES is {text!r}: it needs a number from 1 to 64.")
    return int(text)


def stop_when_the_terminal_closes():
    """Granian would reload, and go on holding the port where nobody sees it."""
    ignored_by_nohup = HANGUP is signal.SIG_IGN
    signal.signal(
        signal.SIGHUP,
        signal.SIG_IGN if ignored_by_nohup else signal.getsignal(signal.SIGTERM),
    )


def follow_the_server():
    """A worker hears of the end from the server alone, and never outlives it.

    Out of the terminal's group, or Ctrl-C reaches it twice, from the terminal and from
    the server, and Granian then hangs every third time. A server that was killed tells
    nothing, and its worker would keep the port.
    """
    os.setpgid(0, 0)
    server = os.getppid()

    def watch():
        while os.getppid() == server:
            time.sleep(0.5)
        os.kill(os.getpid(), signal.SIGKILL)

    threading.Thread(target=watch, daemon=True).start()


if __name__ == "__main__":
    MODULE = __spec__.name
    HANGUP = signal.getsignal(signal.SIGHUP)
    # Until Granian listens itself, Ctrl-C ends us without a traceback.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    main(sys.argv[1:])
elif __name__ == "__mp_main__":  # As a worker of Granian imports it.
    follow_the_server()
