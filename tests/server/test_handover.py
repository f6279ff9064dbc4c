"""The listening socket, from hand to hand."""

import os
import socket
import stat

import pytest

from careerguide.management.address import AddressError, InUseError
from careerguide.server import listener
from careerguide.server.handover import Handover, place_for, take_over

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

    def offer(place=tmp_path / "a.socket"):
        offered.append(Handover(listening, place))
        offered[-1].start()
        return offered[-1]

    yield offer
    for each in offered:
        each.stop()


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
        assert not offered.given
        taken, before = take_over(offered.place)
        with taken, socket.create_connection(listening.getsockname()):
            assert before == os.getpid()
            assert taken.getsockname() == listening.getsockname()
            taken.setblocking(True)
            taken.accept()[0].close()
        assert offered.given

    def test_only_this_account_may_ask(self, hand_on):
        mode = hand_on().place.stat().st_mode
        assert stat.S_IMODE(mode) == 0o600

    def test_place_may_have_a_long_name(self, hand_on, tmp_path):
        folder = tmp_path / ("long" * 25) / ("name" * 25)
        folder.mkdir(parents=True)
        offered = hand_on(place_for(folder, "127.0.0.1", 8000))
        take_over(offered.place)[0].close()

    def test_asking_opens_nothing_that_stays(self, hand_on):
        place = hand_on().place
        take_over(place)[0].close()
        before = len(os.listdir("/dev/fd"))
        for _ in range(10):
            take_over(place)[0].close()
        assert len(os.listdir("/dev/fd")) <= before

    @pytest.mark.parametrize("left", [None, "file", "socket"])
    def test_where_nobody_is_there_is_none(self, tmp_path, left):
        place = tmp_path / "a.socket"
        if left == "file":
            place.touch()
        if left == "socket":  # of a server that was killed
            with socket.socket(socket.AF_UNIX) as killed:
                killed.bind(str(place))
        assert take_over(place) is None

    def test_place_of_a_killed_server_is_taken(self, hand_on, tmp_path):
        with socket.socket(socket.AF_UNIX) as killed:
            killed.bind(str(tmp_path / "a.socket"))
        take_over(hand_on().place)[0].close()

    def test_who_ends_leaves_the_place_of_its_successor(self, hand_on):
        older, newer = hand_on(), hand_on()
        older.stop()
        take_over(newer.place)[0].close()
        newer.stop()
        assert not newer.place.exists()
