"""Test how `.env` is read."""

import pytest

from careerguide.env_file import EnvFileError, load_env_file, read_env_file


def read(tmp_path, text):
    path = tmp_path / ".env"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_env_file(path)


def test_no_file_sets_nothing(tmp_path):
    assert read_env_file(tmp_path / ".env") == {}


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("NAME=value", "value"),
        ("NAME = value ", "value"),
        ("export NAME=value", "value"),
        ("NAME=", ""),
        ("NAME='two words'", "two words"),
        ('NAME="a # b"  # why', "a # b"),
        ("NAME=a=b=c", "a=b=c"),
        ("NAME=value # why", "value"),
        ("NAME= # why", ""),
        ("NAME=a#b", "a#b"),
        ("NAME=Zürich", "Zürich"),
        ("NAME=value\r", "value"),
        ("\ufeffNAME=value", "value"),
    ],
)
def test_value_is_read(tmp_path, line, value):
    assert read(tmp_path, f"{line}\n") == {"NAME": value}


def test_comments_and_blank_lines_are_skipped(tmp_path):
    assert read(tmp_path, "# why\n\n  # too\nA=1\nB=2") == {"A": "1", "B": "2"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("A=1\nhello\n", "Line 2 of .* has no '='"),
        ("my name=1\n", "Line 1 of .* does not start with a name"),
        ("=secret\n", "Line 1 of .* does not start with a name"),
        ("A=1\n\nA=2\n", "Line 3 of .* sets A a second time"),
        ("A='secret\n", "Line 1 of .* never closes it"),
        ("A='x' secret\n", "Line 1 of .* after its closing"),
        ("A=se\0cret\n", "Line 1 of .* NUL byte"),
        (b"A=1\nB=\xff\n", "Line 2 of .* is not UTF-8"),
    ],
)
def test_bad_line_is_named_and_its_value_is_not_told(tmp_path, text, sentence):
    with pytest.raises(EnvFileError, match=sentence) as caught:
        read(tmp_path, text)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_folder_in_its_place_is_refused(tmp_path):
    with pytest.raises(EnvFileError, match="cannot be read"):
        read_env_file(tmp_path)


class TestEnvFile:
    def test_that_is_named_must_be_there(self, tmp_path):
        named = {"ENV_FILE": str(tmp_path / "none")}
        with pytest.raises(EnvFileError, match="ENV_FILE names .*none, which does not"):
            load_env_file(tmp_path / ".env", named)

    def test_that_is_not_named_need_not_be_there(self, tmp_path):
        for environ in ({}, {"ENV_FILE": ""}, {"ENV_FILE": " "}):
            before = dict(environ)
            load_env_file(tmp_path / ".env", environ)
            assert environ == before

    def test_adds_what_the_environment_does_not_name(self, tmp_path):
        (tmp_path / "env").write_text("A=1\nB=2\n")
        environ = {"ENV_FILE": str(tmp_path / "env"), "B": "3"}
        load_env_file(tmp_path / ".env", environ)
        assert (environ["A"], environ["B"]) == ("1", "3")
