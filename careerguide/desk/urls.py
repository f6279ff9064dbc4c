"""Route the pages of the desk, below /admin/desk/."""

from django.urls import path

from . import guide_views, views

app_name = "desk"

urlpatterns = [
    path("still-correct/", views.still_correct, name="still_correct"),
    path("handled/", views.handled, name="handled"),
    path("read/", views.read_texts, name="read"),
    path("mail/", views.daily_mail, name="mail"),
    path("responsible/", views.responsible, name="responsible"),
    path("guide/<int:pk>/order/", guide_views.order, name="guide_order"),
    path("guide/<int:pk>/publish/", guide_views.publish, name="guide_publish"),
    path("guide/<int:pk>/preview/", guide_views.preview, name="guide_preview"),
    path("<slug:name>/", views.section, name="section"),
]
