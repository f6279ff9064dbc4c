"""Test resets, invitations and the second step as people walk through them."""

import re
import time
from base64 import b32decode

import pytest
from django_otp.oath import TOTP
from playwright.sync_api import expect

from tests.browser.axe import WCAG, violations
from tests.browser.people import PASSWORD

pytestmark = pytest.mark.browser
NEW = "a-heron-waits-for-fish"
MAIL = re.compile(r"^(http\S+/admin/password_reset/\S+/\S+/)$", re.MULTILINE)


@pytest.fixture
def site(editing_site):
    return editing_site


def secret_of(page):
    text = page.locator(".account-secret").inner_text().replace(" ", "")
    return b32decode(text + "=" * (-len(text) % 8))


def code_of(secret, ahead=0):
    """The code after that of now, where one was used: nobody waits half a minute."""
    totp = TOTP(secret)
    totp.time = time.time() + 30 * ahead
    return f"{totp.token():06d}"


def sign_in(page, name, password=PASSWORD):
    page.goto("/admin/login/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(password)
    page.keyboard.press("Enter")


def test_pages_of_accounts_break_no_rule(new_page, site):
    page, found = new_page("admin"), []
    for path in (
        *("account/", "account/second-step/", "auth/user/add/", "auth/user/2/change/"),
        *("auth/user/2/delete/", "auth/user/2/password/"),
    ):
        page.goto(f"/admin/{path}")
        found += violations(page, WCAG)
    stranger = new_page()
    for path in (
        *("login/", "password_reset/", "password_reset/sent/", "password_reset/done/"),
        *("password_reset/a/b-c/", "invitation/nothing/"),
    ):
        stranger.goto(f"/admin/{path}")
        found += violations(stranger, WCAG)
    assert not found, "\n".join(found)


def enter_code(page, secret):
    """Enter a code that was not used yet: the next one, which a clock may be ahead for.

    Where half a minute passed while the first one was on its way, that is one too far:
    then the code of the moment, once it is another.
    """
    ahead = 1
    for _ in range(3):
        step = time.time() // 30
        page.get_by_role("textbox", name="Code").fill(code_of(secret, ahead))
        with page.expect_navigation():
            page.keyboard.press("Enter")
        if page.get_by_role("button", name="Log out").count():
            return
        while time.time() // 30 == step:
            time.sleep(0.5)
        ahead = 0


def test_invited_by_a_link_and_with_a_second_step(new_page, site):
    """An administrator, then somebody new, by keyboard where forms are sent."""
    admin = new_page("admin")
    admin.goto("/admin/auth/user/add/")
    admin.get_by_label("Username").fill("nora")
    admin.get_by_label("Email address").fill("nora@example.org")
    admin.get_by_label("Editor").check()
    admin.get_by_role("button", name="Save", exact=True).press("Enter")
    shown = admin.locator(".messagelist .warning code")
    expect(shown).to_be_visible()  # mail reaches nobody here
    nora = new_page()
    nora.goto(shown.inner_text())
    expect(nora).to_have_url(re.compile("/admin/invitation/set-password/$"))
    assert violations(nora, WCAG) == []
    nora.get_by_label("New password:", exact=True).fill(NEW)
    nora.get_by_label("New password confirmation").fill(NEW)
    nora.keyboard.press("Enter")
    expect(nora.get_by_role("link", name="Sign in", exact=True)).to_be_visible()
    sign_in(nora, "nora", NEW)
    nora.get_by_role("link", name="Your account").first.click()
    nora.get_by_role("link", name="Set up a second step").click()
    secret = secret_of(nora)
    expect(nora.get_by_role("img", name="QR code")).to_be_visible()
    nora.get_by_role("textbox", name="Code").fill(code_of(secret))
    nora.get_by_label("Your password").fill(NEW)
    nora.keyboard.press("Enter")
    expect(nora.locator(".recovery-codes li")).to_have_count(10)
    assert violations(nora, WCAG) == []
    recovery = nora.locator(".recovery-codes code").first.inner_text()
    nora.get_by_role("link", name="I have kept them").click()
    expect(nora.get_by_text("10 recovery codes are left.")).to_be_visible()
    nora.get_by_role("button", name="Log out").click()
    expect(nora.get_by_text("Logged out", exact=True).first).to_be_visible()
    sign_in(nora, "nora", NEW)
    expect(nora.get_by_role("heading", level=1)).to_have_text("Second step")
    assert violations(nora, WCAG) == []
    enter_code(nora, secret)
    expect(nora.get_by_role("button", name="Log out")).to_be_visible()
    nora.get_by_role("button", name="Log out").click()
    expect(nora.get_by_text("Logged out", exact=True).first).to_be_visible()
    sign_in(nora, "nora", NEW)
    nora.get_by_role("textbox", name="Code").fill(recovery)
    nora.keyboard.press("Enter")
    expect(nora.get_by_text("9 are left")).to_be_visible()


def test_forgotten_password_by_the_link_that_is_printed(new_page, site):
    site.manage(
        "shell",
        "--verbosity=0",
        "-c",
        "from django.contrib.auth.models import User;"
        "User.objects.filter(username='ada').update(email='ada@example.org')",
    )
    ada = new_page()
    ada.goto("/admin/login/")
    ada.get_by_role("link", name="Forgotten your password?").click()
    ada.get_by_label("Email").fill("ada@example.org")
    ada.keyboard.press("Enter")
    expect(ada.get_by_role("heading", level=1)).to_have_text("Look in your mail")
    for _ in range(80):
        if found := MAIL.findall(site.log.read_text()):
            break
        time.sleep(0.25)
    ada.goto(found[-1])
    assert violations(ada, WCAG) == []
    ada.get_by_label("New password:", exact=True).fill(NEW)
    ada.get_by_label("New password confirmation").fill(NEW)
    ada.keyboard.press("Enter")
    expect(ada.get_by_role("link", name="Sign in", exact=True)).to_be_visible()
    sign_in(ada, "ada", NEW)
    expect(ada.get_by_role("button", name="Log out")).to_be_visible()
