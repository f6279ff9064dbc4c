import pytest

from .guides import career, pay_table, share_table

pytestmark = pytest.mark.django_db


def test_two(client):
    a, b = career("Tailor"), career("Weaver")
    pay_table(a)
    pay_table(b, "80000", "140000", "150000")
    share_table(a, "60")
    share_table(b, "70", period="2023")
    page = client.get("/compare/?careers=tailor,weaver").content.decode()
    assert "20,000" in page
