"""Test which button Enter presses in the forms of the admin: the first of the form."""

import re

import pytest
from django.contrib import admin
from django.test import RequestFactory
from django.urls import reverse

from tests.factories import StatTableFactory, UserFactory
from tests.forms import filled_in

pytestmark = pytest.mark.django_db

FORM = re.compile(r'<form[^>]*id="\w+_form".*?</form>', re.S)
BUTTON = re.compile(r'<(?:button|input)\b[^>]*type="submit"[^>]*>')


def forms_to_add():
    """The models that somebody may add in the admin."""
    request = RequestFactory().get("/")
    request.user = UserFactory.build(is_superuser=True)
    return [
        model
        for model, model_admin in admin.site._registry.items()
        if model_admin.has_add_permission(request)
    ]


def first_button(page):
    [form] = FORM.findall(page)
    return re.search(r'name="(\w+)"', BUTTON.search(form)[0])[1]


def test_enter_saves_in_every_form(admin_client):
    models = forms_to_add()
    assert len(models) > 5
    for model in models:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}_add"
        page = admin_client.get(reverse(name)).content.decode()
        assert first_button(page) == "_save", model


def test_enter_saves_the_draft_of_a_table(admin_client):
    table = StatTableFactory()
    path = f"/admin/statistics/stattable/{table.pk}/change/"
    response = admin_client.get(path)
    button = first_button(response.content.decode())
    admin_client.post(path, filled_in(response) | {"period": "2024", button: ""})
    table.refresh_from_db()
    assert table.period == ""
    assert table.working_copies.get().values["period"] == "2024"
