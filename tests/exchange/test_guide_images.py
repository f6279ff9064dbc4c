"""Test that a guide's pictures are exported and loaded with its fixture."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from careerguide.exchange import guide_yaml
from careerguide.library.models import Image
from careerguide.models import Career, SeededGuide
from tests.factories import ArticleFactory, CareerFactory
from tests.library.helpers import on_disk, stored

pytestmark = pytest.mark.django_db

FOLDER = Path(__file__).resolve().parent.parent.parent / "fixtures"
PICTURES = FOLDER / "pictures"
NAME = "machine-learning-engineer"


@pytest.fixture
def exported(tmp_path, settings):
    """The fixture of a guide with a picture, on a machine that lost everything else."""
    CareerFactory(slug="beekeeper", picture=stored())
    path = tmp_path / "fixtures" / "beekeeper.yaml"
    path.parent.mkdir()
    call_command("export_guide", "beekeeper", output=path)
    forget(settings.MEDIA_ROOT)
    return path


def forget(media):
    Career.objects.all().delete()
    Image.objects.all().delete()
    shutil.rmtree(media)


def is_there(client, address):
    with closing(client.get(address)) as answer:
        return answer.status_code == 200


class TestSeed:
    def test_shows_the_picture_of_the_guide(self, seeded, client):
        picture = Career.objects.get().picture
        page = client.get(Career.objects.get().get_absolute_url()).content.decode()
        assert picture.url in page and picture.alt in page
        for address in [picture.url, *picture.srcset.split()[::2]]:
            assert is_there(client, address)

    def test_brings_what_an_export_took_along(self, exported, client):
        guide_yaml.seed("beekeeper", exported)
        assert is_there(client, Career.objects.get().picture.url)

    def test_leaves_a_file_that_is_there(self, exported, settings):
        name = next((exported.parent / "pictures").iterdir()).name
        there = settings.MEDIA_ROOT / "images" / name
        there.parent.mkdir(parents=True)
        there.write_bytes(b"as it was")
        guide_yaml.seed("beekeeper", exported)
        assert there.read_bytes() == b"as it was"

    def test_leaves_what_editors_say_of_a_picture_they_have(self, exported):
        stored(alt="Our own bees")
        guide_yaml.seed("beekeeper", exported)
        assert Image.objects.get().alt == "Our own bees"

    def test_that_fails_takes_its_files_back(self, exported, settings):
        broken = exported.read_text().replace("status: published", "status: live")
        exported.write_text(broken)
        with pytest.raises(Exception, match="status_is_known|CHECK"):
            guide_yaml.seed("beekeeper", exported)
        assert on_disk(settings) == [] and not Image.objects.exists()

    def test_says_which_file_is_missing_and_loads_nothing(
        self, tmp_path, settings, exported
    ):
        settings.FIXTURE_DIRS = [exported.parent]
        gone = next((exported.parent / "pictures").iterdir())
        gone.unlink()
        with pytest.raises(CommandError, match=f"{gone.name} is missing"):
            call_command("seed", "beekeeper")
        assert not SeededGuide.objects.exists() and on_disk(settings) == []


class TestExport:
    def test_writes_the_files_of_the_fixtures(self, seeded, tmp_path):
        call_command("export_guide", NAME, output=tmp_path / "out.yaml")
        written = {p.name: p.read_bytes() for p in (tmp_path / "pictures").iterdir()}
        assert written == {p.name: p.read_bytes() for p in PICTURES.iterdir()}

    def test_takes_pictures_in_texts_along(self):
        picture = stored()
        article = ArticleFactory(body=f"![Bees]({picture.url})")
        assert picture in guide_yaml.items_of(article.career.slug)

    def test_says_which_file_is_missing(self, seeded, settings, tmp_path):
        shutil.rmtree(settings.MEDIA_ROOT)
        with pytest.raises(CommandError, match="webp is missing"):
            call_command("export_guide", NAME, output=tmp_path / "out.yaml")
        assert not (tmp_path / "out.yaml").exists()


def test_pictures_of_the_fixtures_are_light():
    assert max(p.stat().st_size for p in PICTURES.glob("*.w960.webp")) < 60_000
