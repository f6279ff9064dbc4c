"""Test that Granian's private names that careerguide.server uses are there."""

import inspect
import socket

from granian._granian import SocketHolder
from granian.server.mp import MPServer

from careerguide.server.workers import Server


def test_socket_of_ours_can_be_held():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        holder = SocketHolder(listener.fileno(), False, 1)
        assert holder.get_fd() == listener.fileno()


def test_what_is_overridden_is_there_with_the_same_parameters():
    for name in ("_init_shared_socket", "_serve_loop"):
        theirs, ours = getattr(MPServer, name), getattr(Server, name)
        assert inspect.signature(theirs) == inspect.signature(ours)


def test_what_is_called_takes_what_we_give():
    parameters = inspect.signature(MPServer._respawn_workers).parameters
    assert [*parameters][1:4] == ["workers", "spawn_target", "target_loader"]
    used = inspect.getsource(MPServer) + inspect.getsource(MPServer.__mro__[1])
    for name in (
        *("interrupt_signal", "interrupt_children", "main_loop_interrupt"),
        *("self.wrks", "self._ssp", "self._shd", "self._sso", "self._sfd"),
    ):
        assert name in used
