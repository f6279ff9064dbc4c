"""What is sent slowly, not at all, or only in part."""

import io
import threading

import pytest

from careerguide.delivery import bodies
from tests.delivery.test_errors import heading
from tests.wsgi import call

LOGIN = "/admin/login/"
FORM = "application/x-www-form-urlencoded"


class Stalled:
    """A client that sends nothing until it is told to."""

    def __init__(self):
        self.sends = threading.Event()

    def read(self, size):
        self.sends.wait()
        return b""

    readline = read


@pytest.fixture
def stalled(monkeypatch):
    monkeypatch.setattr(bodies, "A_MOMENT", 0)
    monkeypatch.setattr(bodies, "PATIENCE", 0)
    client = Stalled()
    yield client
    client.sends.set()


def post(body, path=LOGIN, length=None):
    length = str(length or len(body.getvalue()))
    sent = {"wsgi.input": body, "CONTENT_LENGTH": length, "CONTENT_TYPE": FORM}
    return call(path, "POST", **sent)


@pytest.mark.django_db
class TestBody:
    def test_comes_whole_however_it_is_cut(self, client, monkeypatch):
        monkeypatch.setattr(bodies, "PIECE", 7)
        monkeypatch.setattr(bodies, "IN_MEMORY", 20)
        response = client.post(LOGIN, {"username": "maria" * 10, "password": "b"})
        assert "maria" * 10 in response.content.decode()

    def test_that_does_not_come_is_not_waited_for(self, stalled):
        answer = post(stalled, length=100)
        assert answer.status == 408
        assert heading(answer) == "That took too long"

    def test_that_ends_too_early_is_refused(self):
        assert post(io.BytesIO(b"username=a"), length=100).status == 400

    def test_of_a_client_that_goes_is_refused(self):
        class Gone:
            def read(self, size):
                raise ConnectionResetError

            readline = read

        assert post(Gone(), length=100).status == 400

    def test_slow_form_of_content_is_not_lost(self, stalled):
        page = post(stalled, "/admin/articles/article/add/", length=100).text
        assert "your text is kept in this browser" in page

    def test_of_what_is_only_read_is_left_alone(self, stalled):
        assert call("/", **{"wsgi.input": stalled, "CONTENT_LENGTH": "9"}).status == 200

    def test_disk_that_is_full_is_said(self, monkeypatch):
        class Full(io.BytesIO):
            def write(self, piece):
                raise OSError(28, "No space left on device")

        monkeypatch.setattr(bodies, "SpooledTemporaryFile", lambda size: Full())
        assert post(io.BytesIO(b"username=a")).status == 507


@pytest.mark.django_db
class TestManyAtOnce:
    def test_some_threads_are_left_for_readers(self, stalled, monkeypatch):
        monkeypatch.setattr(bodies, "places", threading.Semaphore(0))
        answer = post(io.BytesIO(b"username=a"))
        assert answer.status == 503
        assert answer.headers["retry-after"] == "10"

    def test_place_is_free_again_afterwards(self, stalled, monkeypatch):
        monkeypatch.setattr(bodies, "places", threading.Semaphore(1))
        statuses = [post(stalled, length=100).status for _ in range(3)]
        assert statuses == [408, 408, 408]
