"""Every file of the corpus: read as its sidecar says, or asked about, never misread."""

import pytest

from tests.statistics.corpus import FILES
from tests.statistics.corpus.judge import judge
from tests.statistics.corpus.reading import read

pytestmark = pytest.mark.one_database


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.id)
def test_file_is_read_as_its_own_program_shows_it(file):
    answer = read(file)
    verdict = judge(file, answer)
    assert verdict.is_good, f"{verdict} (said: {' '.join(answer.sentences)[:500]})"


def test_there_are_three_hundred_files_each_of_its_own_name():
    assert len(FILES) >= 300
    assert len({file.id for file in FILES}) == len(FILES)
