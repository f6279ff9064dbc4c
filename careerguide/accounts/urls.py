"""Route the pages of accounts, below /admin/, with Django's names for resets."""

from django.urls import path

from . import (
    factor_views,
    invitation_views,
    own_account,
    reset_views,
    sign_in_views,
)

urlpatterns = [
    path(
        "password_reset/",
        reset_views.ResetView.as_view(),
        name="admin_password_reset",
    ),
    path(
        "password_reset/sent/",
        reset_views.ResetDoneView.as_view(),
        name="password_reset_done",
    ),
    path(
        "password_reset/done/",
        reset_views.ResetCompleteView.as_view(),
        name="password_reset_complete",
    ),
    path(
        "password_reset/<uidb64>/<token>/",
        reset_views.ResetConfirmView.as_view(),
        name="password_reset_confirm",
    ),
    path(
        "invitation/<token>/",
        invitation_views.InvitationView.as_view(),
        name="invitation",
    ),
    path("login/second-step/", sign_in_views.second_factor_view, name="second_factor"),
    path("account/", own_account.account_view, name="account"),
    path("account/sessions/<int:pk>/end/", own_account.end_session, name="end_session"),
    path(
        "account/sessions/end-others/",
        own_account.end_other_sessions,
        name="end_other_sessions",
    ),
    path("account/second-step/", factor_views.factor_setup, name="factor_setup"),
    path(
        "account/second-step/remove/",
        factor_views.factor_remove,
        name="factor_remove",
    ),
    path(
        "account/second-step/codes/",
        factor_views.recovery_codes,
        name="recovery_codes",
    ),
    path(
        "account/second-step/codes/new/",
        factor_views.new_recovery_codes,
        name="new_recovery_codes",
    ),
]
