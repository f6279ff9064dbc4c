"""Show the desk on the admin's first page."""

from django import template
from django.core.paginator import Paginator

from careerguide.desk.guide_sums import facts_by_guide
from careerguide.desk.guides import PER_PAGE, guides
from careerguide.desk.needs import needs
from careerguide.desk.rows import may_publish
from careerguide.desk.scope import Scope, people
from careerguide.desk.site_questions import site_questions as questions_for

register = template.Library()


@register.inclusion_tag("admin/desk/_desk.html", takes_context=True)
def desk(context):
    request = context["request"]
    scope = Scope.of(request)
    if not scope.models:
        return {"scope": None}
    page = _page(request.GET.get("p", ""))
    by_guide = facts_by_guide(scope)
    found, unread = needs(scope, by_guide)
    listed, total = guides(scope, page, by_guide)
    staff = list(people(first=request.user))
    return {
        "request": request,
        "csrf_token": context.get("csrf_token"),
        "scope": scope,
        "user": request.user,
        "need_list": found,
        "unread": unread,
        "guide_list": listed,
        "guide_total": total,
        "page_obj": Paginator(range(total), PER_PAGE).get_page(page),
        "people": staff,
        "wants_mail": any(one.wants_mail for one in staff if one == request.user),
        "publishing": {
            m._meta.label_lower for m in scope.models if may_publish(request, m)
        },
        "may_add_synonym": request.user.has_perm("search.add_synonym"),
        "may_handle": request.user.has_perm("feedback.handle_feedback"),
    }


@register.inclusion_tag("admin/desk/_site_questions.html", takes_context=True)
def site_questions(context):
    return {"question_list": questions_for(context["request"].user)}


def _page(asked):
    is_number = asked.isascii() and asked.isdigit() and len(asked) < 6
    return max(1, int(asked)) if is_number else 1
