"""Have sentences in English, whatever language the numbers are written in."""

import pytest
from django.test import override_settings


@pytest.fixture(scope="package", autouse=True)
def sentences_in_english():
    """Ask no catalogue of ours, as tests compare what is said in English."""
    with override_settings(LOCALE_PATHS=[]):
        yield
