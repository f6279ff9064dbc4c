"""Share what all pages of accounts need."""

from django.contrib import admin
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from careerguide.http.errors import error_page


def account_page(request, template, title, status=200, **context):
    """Return a page in the admin's frame.

    Who is not signed in sees it without the menu.
    """
    context = {**admin.site.each_context(request), "title": title, **context}
    return TemplateResponse(
        request, f"accounts/{template}.html", context, status=status
    )


def staff_only(view):
    """Guard a view as the admin does: everybody else is led to the sign-in page."""

    def guarded(request, *args, **kwargs):
        return admin.site.admin_view(view)(request, *args, **kwargs)

    return guarded


def redirect(name, *args):
    return HttpResponseRedirect(reverse(name, args=args))


def only_post(view):
    """Answer GET with a page that says so, and leave everything as it is."""

    def guarded(request, *args, **kwargs):
        if request.method != "POST":
            page = error_page(request, 405, back=reverse("account"))
            page.headers["Allow"] = "POST"
            return page
        return view(request, *args, **kwargs)

    return guarded
