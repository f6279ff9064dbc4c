"""Answer `pip install .` with what to do instead, as a site runs from a checkout."""

SENTENCE = (
    "Career Guide is no package to install: a site runs from a checkout of it, with "
    "your own files in another folder. Run `make run` in the checkout, and read "
    "docs/adopting.md."
)


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    raise SystemExit(SENTENCE)


build_sdist = build_editable = build_wheel
