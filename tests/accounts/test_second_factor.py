"""Test the code after the password: asked for, right once, never bypassed."""

import threading
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib import admin
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from careerguide.accounts import factors, pending, second_factor
from careerguide.accounts.factors import Authenticator, RecoveryCodes
from careerguide.accounts.login_limit import LIMITS
from tests.accounts.conftest import (
    LOGIN,
    PASSWORD,
    SETUP,
    STEP,
    code_of,
    is_signed_in,
    sign_in,
)

pytestmark = pytest.mark.django_db
ACCOUNT = "/admin/account/"
REMOVE, CODES = f"{SETUP}remove/", f"{SETUP}codes/"


def half_way(name="maria", **options):
    """A browser in which the password was right."""
    client = Client(**options)
    answer = sign_in(client, name)
    assert answer.headers["Location"] == STEP
    return client


def is_sent_back(answer):
    return f'href="{LOGIN}"' in answer.content.decode()


def give(client, code):
    return client.post(STEP, {"code": code})


class TestSigningIn:
    def test_asks_for_a_code_and_counts_for_nothing_before(self, with_factor):
        client = half_way()
        assert not is_signed_in(client)
        for address in ("/styleguide/", ACCOUNT, CODES, "/admin/password_change/"):
            assert client.get(address).status_code == 302
        assert "Edit this page" not in client.get("/").content.decode()

    def test_with_the_code_of_the_app(self, with_factor, code):
        client = half_way()
        assert give(client, code(with_factor)).headers["Location"] == "/admin/"
        assert is_signed_in(client)

    @pytest.mark.parametrize("typed", ["{0} {1}", " {0}-{1} ", "{0}\u2013{1}"])
    def test_is_not_particular_about_spaces(self, with_factor, code, typed):
        shown = code(with_factor)
        client = half_way()
        give(client, typed.format(shown[:3], shown[3:]))
        assert is_signed_in(client)

    @pytest.mark.one_database
    @pytest.mark.parametrize("zero", "０٠०𝟎")
    @pytest.mark.parametrize("between", ["", "\u200b", "\ufeff", "\u2212", "\u00ad"])
    def test_takes_digits_of_other_keyboards(self, with_factor, code, zero, between):
        digits = [chr(ord(zero) + int(digit)) for digit in code(with_factor)]
        client = half_way()
        give(client, between.join(digits))
        assert is_signed_in(client)

    def test_leads_to_the_page_that_was_asked_for(self, with_factor, code):
        client = Client()
        form = {"username": "maria", "password": PASSWORD, "next": "/admin/trash/"}
        client.post(LOGIN, form)
        answer = give(client, code(with_factor))
        assert answer.headers["Location"] == "/admin/trash/"
        form["next"] = "//evil.example/"
        client = Client()
        client.post(LOGIN, form)
        assert give(client, with_factor.codes[0]).headers["Location"] == "/admin/"

    def test_with_a_code_once(self, with_factor, code):
        shown = code(with_factor)
        first, second = half_way(), half_way()
        give(first, shown)
        page = give(second, shown).content.decode()
        assert "not right, or it was used before" in page
        assert is_signed_in(first) and not is_signed_in(second)

    @pytest.mark.parametrize(("seconds", "right"), [(-30, 1), (30, 1), (-60, 0)])
    def test_forgives_clocks_half_a_minute_apart(
        self, with_factor, ticks, seconds, right
    ):
        ticks(300)
        device = Authenticator.objects.get(user=with_factor)
        client = half_way()
        give(client, code_of(device, ticks() + seconds))
        assert is_signed_in(client) == bool(right)

    @pytest.mark.parametrize(
        "typed", ["", "12345", "1" * 5_000, "\0", "abc", "１２３４５６", "-1", "1e5"]
    )
    def test_without_a_code_gets_a_sentence(self, with_factor, typed):
        client = half_way()
        answer = give(client, typed)
        assert answer.status_code == 200
        assert 'class="errorlist"' in answer.content.decode()
        assert not is_signed_in(client)

    def test_takes_ten_minutes_at_most(self, with_factor, code, clock):
        client, shown = half_way(), code(with_factor)
        clock(timezone.now() + timedelta(minutes=10, seconds=1))
        answer = give(client, shown)
        assert is_sent_back(answer) and "ten minutes" in answer.content.decode()
        assert not is_signed_in(client)

    def test_begins_anew_with_a_new_password(self, with_factor, code):
        client = half_way()
        with_factor.set_password("a-heron-waits-for-fish")
        with_factor.save()
        assert is_sent_back(give(client, code(with_factor)))

    def test_is_not_begun_by_a_form_alone(self, with_factor, code):
        client = Client()
        answer = give(client, code(with_factor))
        assert is_sent_back(answer) and "ten minutes" not in answer.content.decode()
        assert not is_signed_in(client)
        assert not Session.objects.exists()  # nor is anything stored of it

    def test_twice_by_a_double_click_ends_in_the_admin(self, with_factor, code):
        client, shown = half_way(), code(with_factor)
        give(client, shown)
        assert give(client, shown).headers["Location"] == "/admin/"

    def test_is_not_asked_for_where_there_is_no_factor(self, maria):
        assert sign_in(Client()).headers["Location"] == "/admin/"

    @pytest.mark.parametrize("method", ["get", "post"])
    @pytest.mark.parametrize("address", [STEP, SETUP])
    def test_goes_on_where_the_factor_was_removed_meanwhile(
        self, with_factor, code, method, address
    ):
        client, shown = half_way(), code(with_factor)
        second_factor.remove(with_factor)
        page = getattr(client, method)(address, {"code": shown}, follow=True)
        assert page.request["PATH_INFO"] == "/admin/" and is_signed_in(client)
        assert not Authenticator.objects.exists()
        assert second_factor.SESSION_KEY not in client.session

    def test_sets_one_up_where_it_was_removed_and_is_required(
        self, with_factor, settings
    ):
        client = half_way()
        second_factor.remove(with_factor)
        settings.REQUIRE_SECOND_FACTOR = True
        page = client.get(STEP, follow=True)
        assert page.request["PATH_INFO"] == SETUP and not is_signed_in(client)

    def test_needs_a_token(self, with_factor, code):
        client = Client(enforce_csrf_checks=True)
        assert give(client, code(with_factor)).status_code == 403


class TestGuessing:
    def test_is_counted_with_passwords_and_none_resets_it(self, with_factor, code):
        for number in range(LIMITS[0] // 2):
            client = half_way()
            answer = give(client, f"{number:06d}")
        assert answer.status_code == 200
        assert sign_in(Client()).status_code == 429
        assert give(client, code(with_factor)).status_code == 429
        assert not is_signed_in(client)

    def test_waits_longer_after_each_wrong_code(self, with_factor, code):
        wrong = f"{(int(code(with_factor)) + 1) % 1_000_000:06d}"
        client = half_way(REMOTE_ADDR="192.0.2.1")
        give(client, wrong)
        page = give(client, code(with_factor)).content.decode()
        assert "Please wait 1 second," in page
        assert not is_signed_in(client)

    def test_never_keeps_the_owner_out_for_more_than_15_minutes(
        self, with_factor, clock, code
    ):
        for model in (Authenticator, RecoveryCodes):
            device = model.objects.get(user=with_factor)
            for _ in range(100):
                device.throttle_increment()
        assert 2 ** (factors.MOST_FAILURES - 1) < 15 * 60
        clock(timezone.now() + timedelta(minutes=15))
        client = half_way()
        give(client, code(with_factor))
        assert is_signed_in(client)

    def test_of_recovery_codes_waits_too(self, with_factor):
        client = half_way()
        give(client, "abcd-efgh-jkmn-pqrs")
        page = give(client, with_factor.codes[0]).content.decode()
        assert "then type a recovery code again" in page
        assert not is_signed_in(client)

    def test_ends_with_the_right_one(self, with_factor, code):
        give(half_way(), code(with_factor))
        assert not AccessAttempt.objects.exists()


class TestRecoveryCode:
    def test_signs_in_once_and_is_told_by_mail(self, with_factor):
        mail.outbox.clear()
        code = with_factor.codes[3]
        client = half_way()
        give(client, code.upper().replace("-", " "))
        page = client.get("/admin/").content.decode()
        assert "You signed in with a recovery code; 9 are left." in page
        [message] = mail.outbox
        assert "A recovery code was used" in message.subject
        assert code not in message.body
        again = half_way()
        give(again, code)
        assert not is_signed_in(again)

    def test_is_stored_as_a_hash(self, with_factor):
        stored = {*StaticToken.objects.values_list("token", flat=True)}
        assert len(stored) == 10
        for code in with_factor.codes:
            assert not {code, code.replace("-", "")} & stored

    def test_is_no_good_after_new_ones_were_made(
        self, with_factor, browser_of, monkeypatch
    ):
        mine = browser_of(with_factor)
        assert mine.post(f"{CODES}new/", {"password": "x"}).status_code == 200
        answer = mine.post(f"{CODES}new/", {"password": PASSWORD}, follow=True)
        codes = answer.context["codes"]
        assert len({*codes}) == 10 and not {*codes} & {*with_factor.codes}
        page = mine.get(CODES, follow=True)  # shown once
        assert page.request["PATH_INFO"] == ACCOUNT
        assert "Recovery codes are shown once." in page.content.decode()
        client = half_way()
        give(client, with_factor.codes[0])
        assert not is_signed_in(client)
        RecoveryCodes.objects.get(user=with_factor).throttle_reset()
        give(client, codes[0])
        assert is_signed_in(client)

    def test_of_somebody_else_is_wrong(self, with_factor, person):
        paul = person("paul", "Editor")
        second_factor.pending_authenticator(paul, {})
        Authenticator.objects.filter(user=paul).update(confirmed=True)
        client = half_way("paul")
        give(client, with_factor.codes[0])
        assert not is_signed_in(client)


class TestSettingUp:
    @pytest.fixture
    def mine(self, maria, browser_of):
        return browser_of(maria)

    def sent(self, client, code, password=PASSWORD):
        return client.post(SETUP, {"code": code, "password": password})

    def test_shows_a_picture_without_script_or_style_and_the_secret(self, mine, maria):
        page = mine.get(SETUP).content.decode()
        device = Authenticator.objects.get(user=maria)
        secret = second_factor.secret_as_text(device)
        assert f">{secret}</code>" in page and len(secret) == 39
        picture = page[page.index("<svg", page.index("qr-code")) :]
        picture = picture[: picture.index("</svg>")]
        assert "<path" in picture
        assert not {"style=", "script", "data:"} & {*picture.split()}

    def test_counts_once_a_code_was_right(self, mine, maria, code, ticks):
        mine.get(SETUP)
        assert not second_factor.has_factor(maria)
        assert sign_in(Client()).headers["Location"] == "/admin/"
        self.sent(mine, "000000")
        assert not second_factor.has_factor(maria)
        Authenticator.objects.get(user=maria).throttle_reset()
        answer = self.sent(mine, code(maria, confirmed=False))
        assert answer.headers["Location"] == CODES
        assert second_factor.has_factor(maria) and is_signed_in(mine)
        assert len(mine.get(CODES).context["codes"]) == 10
        assert mine.get(CODES).headers["Location"] == ACCOUNT
        assert "is set up" in mail.outbox[-1].subject

    def test_asks_for_the_password(self, mine, maria, code):
        mine.get(SETUP)
        shown = code(maria, confirmed=False)
        for password in ("", "wrong", "\0"):
            answer = self.sent(mine, shown, password)
            assert "password" in answer.context["form"].errors
        assert not second_factor.has_factor(maria)

    def test_guesses_at_the_password_are_counted(self, mine):
        for _ in range(10):
            assert self.sent(mine, "123456", "wrong").status_code == 200
        assert self.sent(mine, "123456", "wrong").status_code == 429

    def test_ends_all_other_sessions(self, mine, maria, browser_of, code):
        other = browser_of(maria)
        assert is_signed_in(other)
        mine.get(SETUP)
        self.sent(mine, code(maria, confirmed=False))
        assert is_signed_in(mine) and not is_signed_in(other)

    def test_in_two_tabs_is_of_one_secret(self, mine):
        secrets = {mine.get(SETUP).context["secret"] for _ in range(2)}
        assert len(secrets) == 1

    def test_in_two_browsers_is_of_two_secrets(self, mine, maria, browser_of, ticks):
        """Or who knew the password once would know the secret of later, too."""
        theirs = browser_of(maria)
        secrets = [client.get(SETUP).context["secret"] for client in (mine, theirs)]
        assert secrets[0] != secrets[1]
        assert mine.get(SETUP).context["secret"] == secrets[0]
        latest = Authenticator.objects.latest("pk")
        self.sent(mine, code_of(latest, ticks()))
        assert not second_factor.has_factor(maria)

    def test_of_a_stranger_half_way_is_another(self, maria, settings):
        settings.REQUIRE_SECOND_FACTOR = True
        secrets = set()
        for _ in range(2):
            client = Client()
            secrets.add(sign_in(client, follow=True).context["secret"])
            # Going to and fro between the pages keeps it.
            secrets.add(client.get(SETUP).context["secret"])
        assert len(secrets) == 2

    def test_is_begun_anew_with_a_new_password(self, mine, maria):
        seen = mine.get(SETUP).context["secret"]
        call_command("newpassword", "maria")
        assert not Authenticator.objects.exists()
        maria.refresh_from_db()
        mine.force_login(maria)
        assert mine.get(SETUP).context["secret"] != seen

    def test_leaves_few_rows_behind(self, maria, browser_of):
        for _ in range(8):
            assert browser_of(maria).get(SETUP).status_code == 200
        assert Authenticator.objects.count() == second_factor.MOST_AT_ONCE

    def test_sent_twice_shows_codes_that_are_right(self, mine, maria, code):
        mine.get(SETUP)
        shown = code(maria, confirmed=False)
        self.sent(mine, shown)
        second = self.sent(mine, shown)
        assert second.headers.get("Location") == CODES
        codes = mine.get(CODES).context["codes"]
        client = half_way()
        give(client, codes[0])
        assert is_signed_in(client)

    def test_of_another_app_replaces_the_first_when_it_is_confirmed(
        self, with_factor, browser_of, code, ticks
    ):
        mine = browser_of(with_factor)
        old = Authenticator.objects.get(user=with_factor)
        mine.get(SETUP)
        assert second_factor.has_factor(with_factor)
        self.sent(mine, code(with_factor, confirmed=False))
        ticks(60)
        client = half_way()
        give(client, code_of(old, ticks()))
        assert not is_signed_in(client)
        Authenticator.objects.get(user=with_factor).throttle_reset()
        give(client, code(with_factor))
        assert is_signed_in(client)

    def test_cannot_be_used_to_come_in_without_the_code(self, with_factor, ticks):
        client = half_way()
        assert client.get(SETUP).headers["Location"] == STEP
        device = second_factor.pending_authenticator(with_factor, {})
        client.post(SETUP, {"code": code_of(device, ticks()), "password": PASSWORD})
        assert not is_signed_in(client)

    def test_is_for_nobody_who_is_not_signed_in(self, client, maria):
        assert is_sent_back(client.get(SETUP))
        assert not Authenticator.objects.exists()


class TestRemoving:
    def test_asks_for_the_password_and_is_told_by_mail(self, with_factor, browser_of):
        mine = browser_of(with_factor)
        mine.get(REMOVE)
        mine.post(REMOVE, {"password": "wrong"})
        assert second_factor.has_factor(with_factor)
        mail.outbox.clear()
        mine.post(REMOVE, {"password": PASSWORD})
        assert not second_factor.has_factor(with_factor)
        assert not StaticDevice.objects.exists()
        [message] = mail.outbox
        assert "is removed" in message.subject
        assert sign_in(Client()).headers["Location"] == "/admin/"

    def test_by_an_administrator_asks_for_their_password(
        self, with_factor, boss, browser_of
    ):
        theirs = browser_of(with_factor)
        assert is_signed_in(theirs)
        admin = browser_of(boss)
        address = f"/admin/auth/user/{with_factor.pk}/remove-factor/"
        assert admin.get(address).status_code == 200
        admin.post(address, {"password": "wrong"})
        assert second_factor.has_factor(with_factor)
        admin.post(address, {"password": PASSWORD})
        assert not second_factor.has_factor(with_factor)
        assert not is_signed_in(theirs)

    def test_at_the_command_line_is_said(self, with_factor, capsys):
        call_command("newpassword", "maria")
        assert "second step is removed" in capsys.readouterr().out
        assert not second_factor.has_factor(with_factor)
        call_command("newpassword", "maria")
        assert "second step" not in capsys.readouterr().out

    def test_without_an_address_sends_nothing(self, with_factor):
        User.objects.update(email="")
        with_factor.refresh_from_db()
        mail.outbox.clear()
        second_factor.remove(with_factor)
        assert mail.outbox == []


class TestRequired:
    @pytest.fixture(autouse=True)
    def required(self, settings):
        settings.REQUIRE_SECOND_FACTOR = True

    def test_who_has_none_sets_one_up_on_the_way_in(self, maria, code):
        client = Client()
        answer = sign_in(client, follow=True)
        assert answer.request["PATH_INFO"] == SETUP
        assert not is_signed_in(client)
        answer = client.post(SETUP, {"code": code(maria, confirmed=False)})
        assert answer.headers["Location"] == CODES
        assert is_signed_in(client)
        assert len(client.get(CODES).context["codes"]) == 10

    def test_first_administrator_of_a_fresh_site_is_not_locked_out(self, code, capsys):
        call_command("newpassword")
        password = capsys.readouterr().out.split()[-1]
        client = Client()
        sign_in(client, "admin", password, follow=True)
        admin = User.objects.get()
        client.post(SETUP, {"code": code(admin, confirmed=False)})
        assert is_signed_in(client)

    def test_sessions_of_before_have_to_sign_in_again(self, maria, browser_of):
        before = browser_of(maria)
        assert not is_signed_in(before)
        assert "Edit this page" not in before.get("/").content.decode()

    def test_it_cannot_be_removed_by_oneself(self, with_factor, code):
        client = half_way()
        give(client, code(with_factor))
        assert is_signed_in(client)
        client.post(REMOVE, {"password": PASSWORD})
        assert second_factor.has_factor(with_factor)


class TestSecrets:
    def test_are_in_no_list_of_the_admin(self, admin_client):
        assert not {TOTPDevice, StaticDevice, StaticToken} & {*admin.site._registry}
        for name in ("totpdevice", "staticdevice", "authenticator"):
            for app in ("otp_totp", "otp_static", "accounts"):
                assert admin_client.get(f"/admin/{app}/{name}/").status_code == 404

    def test_are_not_on_the_page_of_an_account(self, with_factor, admin_client):
        page = admin_client.get(f"/admin/auth/user/{with_factor.pk}/change/")
        device = Authenticator.objects.get(user=with_factor)
        assert device.key not in page.content.decode()
        assert "A second step is set up." in page.content.decode()

    def test_of_half_a_sign_in_are_not_in_the_session(self, with_factor):
        half_way()
        [session] = Session.objects.all()
        assert session.get_decoded().keys() == {pending.IN_SESSION}


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.every_database
class TestAtOnce:
    @pytest.mark.parametrize("kind", ["app", "recovery"])
    def test_one_code_is_right_once(self, shared_database, with_factor, code, kind):
        given = code(with_factor) if kind == "app" else with_factor.codes[0]
        gate, right = threading.Barrier(6), []

        def check():
            gate.wait()
            if second_factor.check_code(with_factor, given).is_right:
                right.append(1)
            connection.close()

        threads = [threading.Thread(target=check) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert right == [1]
