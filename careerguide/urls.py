"""Route the addresses of the whole site."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path, re_path
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from careerguide.comparison.views import page as comparison
from careerguide.faces import views as faces
from careerguide.http.security_txt import security_txt
from careerguide.offline import views as offline
from careerguide.page_cache.decorators import cacheable
from careerguide.publishing.admin.presence import presence
from careerguide.site.print_view import PrintView
from careerguide.site.sitemaps import sitemap
from careerguide.site.styleguide import styleguide
from statistics.downloads.package.view import package
from statistics.downloads.views import catalogue
from statistics.frames.oembed import oembed

from .http import errors, health
from .http.site_routes import routes_of_apps
from .library.views import serve
from .site import career_list, home, icons, not_found, views

urlpatterns = [
    path("", cacheable(home.HomeView.as_view(), tracked=True), name="home"),
    path(
        "careers/",
        cacheable(
            career_list.CareerListView.as_view(), *career_list.PARAMETERS, tracked=True
        ),
        name="career_list",
    ),
    path(
        "careers/<slug:slug>/",
        cacheable(views.CareerDetailView.as_view(), tracked=True),
        name="career_detail",
    ),
    path(
        "careers/<slug:slug>/all/",
        cacheable(PrintView.as_view(), tracked=True),
        name="career_print",
    ),
    path(
        "careers/<slug:slug>.epub",
        cacheable(offline.epub, tracked=True),
        name="career_epub",
    ),
    path(
        "careers/<slug:slug>.html",
        cacheable(offline.single_file, tracked=True),
        name="career_file",
    ),
    path(
        "careers/<slug:slug>/data.zip",
        cacheable(package, tracked=True),
        name="career_data",
    ),
    path(
        "careers/<slug:slug>/feed.xml",
        cacheable(faces.career_feed, tracked=True),
        name="career_feed",
    ),
    path("compare/", comparison, name="compare"),
    path("articles/", include("articles.urls")),
    path("statistics/", include("statistics.urls")),
    path(
        "statistics.json",
        cacheable(catalogue, ["page"], tracked=True),
        name="catalogue",
    ),
    path("oembed", cacheable(oembed, bypass_on=["url"], tracked=True), name="oembed"),
    path("faq/", include("faq.urls")),
    path("search/", include("careerguide.search.urls")),
    path("feedback/", include("careerguide.feedback.urls")),
    path("media/<path:path>", serve, name="media"),
    path("admin/editor/", include("careerguide.editor.urls")),
    path("admin/desk/", include("careerguide.desk.urls")),
    path("admin/presence/", presence, name="presence"),
    path("admin/", include("careerguide.accounts.urls")),
    path("admin/", admin.site.urls),
    path("favicon.ico", icons.favicon, name="favicon"),
    path(
        "manifest.webmanifest",
        cacheable(icons.manifest),
        name="manifest",
    ),
    path("site/<slug:key>/<str:name>", icons.own_look, name="own_look"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path(
        "robots.txt",
        cacheable(
            TemplateView.as_view(
                template_name="robots.txt", content_type="text/plain; charset=utf-8"
            ),
            uses_database=False,
        ),
        name="robots",
    ),
    path(
        ".well-known/security.txt",
        cacheable(security_txt, uses_database=False),
        name="security_txt",
    ),
    path("sitemap.xml", cacheable(require_safe(sitemap), ["p"]), name="sitemap"),
    path("styleguide/", styleguide, name="styleguide"),
    path("preview/", include("careerguide.publishing.preview.links")),
    re_path(
        r"^(?P<folder>(?:[-\w]+/)*)(?P<slug>[-a-zA-Z0-9_]+)\.md$",
        cacheable(faces.markdown, tracked=True),
        name="markdown",
    ),
    re_path(
        r"^(?P<folder>(?:[-\w]+/)*)(?P<slug>[-a-zA-Z0-9_]+)\.card\.png$",
        cacheable(faces.card, tracked=True),
        name="card",
    ),
    path(
        "card.png",
        cacheable(faces.general_card, uses_database=False),
        name="site_card",
    ),
    path("llms.txt", cacheable(faces.llms_txt), name="llms"),
    path("feed.xml", cacheable(faces.feed), name="feed"),
    path(
        "<slug:slug>/",
        cacheable(views.PageDetailView.as_view(), tracked=True),
        name="page_detail",
    ),
]

ours = {str(one.pattern).partition("/")[0] for one in urlpatterns}
urlpatterns[-1:-1] = routes_of_apps(settings.SITE_APPS, taken=ours)

handler400 = errors.bad_request
handler403 = errors.permission_denied
handler404 = not_found.page_not_found
handler500 = errors.server_error
