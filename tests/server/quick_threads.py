"""Run the server with idle threads that end after 5 s, the least Granian takes."""

import signal
import sys

from careerguide.server import granian, workers

granian.MODULE, granian.HANGUP = __name__, signal.getsignal(signal.SIGHUP)


class Quick(workers.Server):
    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options, blocking_threads_idle_timeout=5)


if __name__ == "__main__":
    workers.Server = Quick
    granian.main(sys.argv[1:])
else:  # as a worker
    granian.follow_the_server()
