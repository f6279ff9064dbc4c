"""Test how static files are stored."""

from django.core.files.base import ContentFile

from careerguide.http.staticfiles import LightStaticFilesStorage

SHEET = """/* For people. */
.prose  :is(h2, h3) {
  margin: calc(1rem - 2px) 0;
}
.a:is(b) { content: "/*  kept  */" / ""; }
"""


def saved(tmp_path, name, text):
    storage = LightStaticFilesStorage(location=tmp_path)
    storage.save(name, ContentFile(text.encode()))
    return (tmp_path / name).read_text()


def test_style_sheet_is_stored_without_what_is_for_people(tmp_path):
    light = saved(tmp_path, "a.css", SHEET)
    assert "For people" not in light and "\n" not in light.strip()


def test_style_sheet_still_means_the_same(tmp_path):
    light = saved(tmp_path, "a.css", SHEET)
    for kept in (".prose :is(", ".a:is(b)", "calc(1rem - 2px)", '"/*  kept  */"'):
        assert kept in light


def test_other_files_are_stored_as_they_are(tmp_path):
    script = "/* For people. */\nlet  a = 1;\n"
    assert saved(tmp_path, "a.js", script) == script


def test_style_sheet_is_whole_under_its_hashed_name(tmp_path):
    storage = LightStaticFilesStorage(location=tmp_path, base_url="/static/")
    storage.save("a.css", ContentFile(SHEET.encode()))
    done = list(storage.post_process({"a.css": (storage, "a.css")}))
    hashed = next(name for original, name, _ in done if original == "a.css")
    assert hashed != "a.css"
    assert (tmp_path / hashed).read_text() == (tmp_path / "a.css").read_text()
