"""Route the pages of the desk, below /admin/desk/."""

from django.urls import path

from . import views

app_name = "desk"

urlpatterns = [
    path("still-correct/", views.still_correct, name="still_correct"),
    path("handled/", views.handled, name="handled"),
    path("read/", views.read_texts, name="read"),
    path("mail/", views.daily_mail, name="mail"),
    path("responsible/", views.responsible, name="responsible"),
    path("<slug:name>/", views.section, name="section"),
]
