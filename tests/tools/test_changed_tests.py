"""Test which tests `make test-fast` runs."""

import subprocess
from pathlib import Path

from tests.each import each
from tools.make.changed_tests import ALWAYS, changed_files, chosen_for


def chosen(*files):
    return [path for path in chosen_for(files) if path not in ALWAYS]


@each(
    ("file", "tests"),
    [
        ("careerguide/publishing/drafts/plans.py", ["tests/publishing/drafts"]),
        ("careerguide/desk/templates/desk/index.html", ["tests/desk"]),
        ("statistics/table/numbers/new.py", ["tests/statistics/table"]),
        ("templates/faq/faqentry_detail.html", ["tests/faq"]),
        ("tests/articles/test_views.py", ["tests/articles/test_views.py"]),
        ("tests/statistics/charts/golden/bars.html", ["tests/statistics/charts"]),
        ("careerguide/settings.py", ["tests/test_settings.py"]),
        ("tests/faq/test_that_is_gone.py", []),
        ("README.md", ["tests/test_readme.py"]),
        ("LICENSE", []),
    ],
)
def test_file_leads_to_the_tests_of_its_room(file, tests):
    assert chosen(file) == tests


def test_rules_of_the_house_are_always_tried():
    assert chosen_for([]) == sorted(ALWAYS)
    assert all(Path(path).exists() for path in ALWAYS)


def test_folder_stands_for_what_is_in_it():
    files = ("careerguide/markup/a.py", "tests/markup/references/test_loaded.py")
    assert chosen(*files) == ["tests/markup"]


class TestChangedFiles:
    def test_are_those_of_commits_of_ones_own_of_the_work_tree_and_new_ones(
        self, tmp_path, monkeypatch
    ):
        monkeypatch.chdir(tmp_path)

        def git(*words):
            who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
            subprocess.run(["git", *who, *words], check=True, capture_output=True)

        git("init", "-b", "main")
        for name in ("old", "edited", "committed"):
            Path(name).write_text("one")
        git("add", ".")
        git("commit", "-m", "One")
        git("checkout", "-b", "mine")
        Path("committed").write_text("two")
        git("commit", "-am", "Two")
        Path("edited").write_text("two")
        Path("new").write_text("one")
        assert sorted(changed_files()) == ["committed", "edited", "new"]

    def test_are_unknown_without_git(self):
        def missing(*args, **options):
            raise FileNotFoundError

        assert changed_files(missing) is None
