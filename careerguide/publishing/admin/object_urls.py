"""Share what an item's pages in the admin need: addresses, item, template."""

from django.contrib.admin.utils import unquote
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path, reverse


class ItemPages:
    """Base of the mixins that add pages of an item to the admin of content."""

    def page_path(self, address, view, name):
        """Return a route below that of the model; `name` as the word in its address."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_{name}"
        view = self.admin_site.admin_view(view)
        view.model_admin = self  # as Django's own pages have it: error pages ask
        return path(address, view, name=name)

    def route(self, name):
        return f"admin:{self.opts.app_label}_{self.opts.model_name}_{name}"

    def page_at(self, name, *args):
        return reverse(self.route(name), args=args)

    def page_of(self, item, name, *more):
        return self.page_at(name, item.pk, *more)

    def item_or_404(self, request, object_id):
        item = self.get_object(request, unquote(object_id))
        if item is None:
            raise Http404
        return item

    def page(self, request, item, template, context):
        """Return a page about `item`, in the frame of the admin.

        The `template` of another app is named with its folder.
        """
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "item": item,
            "original": item,
            "change_url": self.page_of(item, "change"),
            "media": self.media,
            **context,
        }
        if "/" not in template:
            template = f"admin/publishing/{template}"
        return TemplateResponse(request, template, context)
