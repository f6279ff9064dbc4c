"""Test that the listening socket is handed from server to server."""

import os
import socket
import stat
import time

import pytest

from careerguide.server import listener
from careerguide.server.address import AddressError, InUseError
from careerguide.server.handover import Handover, place_for, request_listener

pytestmark = pytest.mark.one_database


@pytest.fixture
def listening():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with listener.listen("127.0.0.1", port) as opened:
        yield opened


@pytest.fixture
def hand_on(tmp_path, listening):
    """Offer the socket at a place, as often as it is called."""
    offered = []

    def offer(place=tmp_path / "a.socket", before=None):
        offered.append(Handover(listening, place, before))
        if before is None:
            offered[-1].take_place()
        offered[-1].start()
        return offered[-1]

    yield offer
    for each in offered:
        each.stop()


def connected(place):
    """A connection to the server at `place`, as a newer one keeps it."""
    taken = request_listener(place)
    taken.listener.close()
    return taken.connection


def until(done):
    for _ in range(1200):
        if done():
            return
        time.sleep(0.05)
    raise AssertionError("never")


class TestListener:
    def test_second_one_is_refused_and_leaves_nothing_open(self, listening):
        port = listening.getsockname()[1]
        before = len(os.listdir("/dev/fd"))
        for _ in range(10):
            with pytest.raises(InUseError):
                listener.listen("127.0.0.1", port)
        assert len(os.listdir("/dev/fd")) == before

    def test_host_that_is_not_ours_is_refused(self):
        with pytest.raises(AddressError, match="not an address of this machine"):
            listener.listen("192.0.2.1", 8199)

    def test_clients_that_are_lost_are_dropped(self, listening):
        assert listening.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1


class TestHandover:
    def test_other_server_accepts_from_the_same_queue(self, hand_on, listening):
        offered = hand_on()
        assert not offered.successors.any()
        taken = request_listener(offered.place)
        with taken.listener, socket.create_connection(listening.getsockname()):
            assert taken.process == os.getpid()
            assert taken.listener.getsockname() == listening.getsockname()
            taken.listener.setblocking(True)
            taken.listener.accept()[0].close()
        assert offered.successors.any()
        taken.close()

    def test_only_this_account_may_ask(self, hand_on):
        mode = hand_on().place.stat().st_mode
        assert stat.S_IMODE(mode) == 0o600

    def test_place_may_have_a_long_name(self, hand_on, tmp_path):
        folder = tmp_path / ("long" * 25) / ("name" * 25)
        folder.mkdir(parents=True)
        offered = hand_on(place_for(folder, "127.0.0.1", 8000))
        request_listener(offered.place).close()

    def test_asking_opens_nothing_that_stays(self, hand_on):
        offered = hand_on()
        request_listener(offered.place).close()
        until(lambda: not offered.successors.any())
        before = len(os.listdir("/dev/fd"))
        for _ in range(10):
            request_listener(offered.place).close()
        until(lambda: not offered.successors.any())
        until(lambda: len(os.listdir("/dev/fd")) <= before)

    @pytest.mark.parametrize("left", [None, "file", "socket"])
    def test_where_nobody_is_there_is_none(self, tmp_path, left):
        place = tmp_path / "a.socket"
        if left == "file":
            place.touch()
        if left == "socket":  # of a server that was killed
            with socket.socket(socket.AF_UNIX) as killed:
                killed.bind(str(place))
        assert request_listener(place) is None

    def test_place_of_a_killed_server_is_taken(self, hand_on, tmp_path):
        with socket.socket(socket.AF_UNIX) as killed:
            killed.bind(str(tmp_path / "a.socket"))
        request_listener(hand_on().place).close()

    def test_who_ends_leaves_the_place_of_its_successor(self, hand_on):
        older = hand_on()
        newer = hand_on(before=connected(older.place))
        newer.take_place()
        older.stop()
        request_listener(newer.place).close()
        newer.stop()
        assert not newer.place.exists()

    def test_newer_one_leaves_the_place_until_it_takes_it(self, hand_on):
        older = hand_on()
        newer = hand_on(before=connected(older.place))
        assert older._is_ours() and not newer._is_ours()
        newer.take_place()
        assert newer._is_ours() and not older._is_ours()

    @pytest.mark.parametrize("left", ["nothing", "socket"])
    def test_place_where_nobody_is_any_more_is_taken_back(self, hand_on, left):
        older = hand_on()
        older.place.unlink()
        if left == "socket":
            with socket.socket(socket.AF_UNIX) as killed:
                killed.bind(str(older.place))
        until(older._is_ours)
        request_listener(older.place).close()

    def test_newer_one_takes_the_place_of_one_that_ended_before_it_is_ready(
        self, hand_on
    ):
        older = hand_on()
        newer = hand_on(before=connected(older.place))
        older.stop()
        until(newer._is_ours)


class TestSuccessors:
    @pytest.fixture
    def offered(self, hand_on):
        return hand_on()

    def test_is_ready_once_it_says_so(self, offered, hand_on):
        newer = hand_on(before=connected(offered.place))
        assert offered.successors.any() and not offered.successors.any_ready()
        newer.take_place()
        until(offered.successors.any_ready)

    @pytest.mark.parametrize("word", [b"", b"R"])
    def test_that_is_killed_is_lost(self, offered, word):
        with connected(offered.place) as newer:
            newer.sendall(word)
        until(lambda: not offered.successors.any())
        assert offered.successors.lost

    def test_that_is_told_to_end_is_none_to_stand_in_for(self, offered):
        request_listener(offered.place).close()
        until(lambda: not offered.successors.any())
        assert not offered.successors.lost

    def test_of_an_earlier_release_counts_for_good(self, offered):
        """It hangs up as soon as it has the socket."""
        with socket.socket(socket.AF_UNIX) as asking:
            asking.connect(str(offered.place))
            [file] = socket.recv_fds(asking, 32, 1)[1]
            os.close(file)
        until(offered.successors.any_ready)
        assert not offered.successors.lost

    def test_every_older_one_knows_of_two_newer_ones(self, offered, hand_on):
        """Both asked before the first of them was ready."""
        one, two = (hand_on(before=connected(offered.place)) for _ in "12")
        one.take_place()
        two.take_place()
        until(one.successors.any_ready)
        two.stop()
        until(lambda: one._is_ours() or offered._is_ours())
