"""The WSGI application: headers outermost; drafts that are due; then Django."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerguide.settings")
# A server never shows debug pages because somebody forgot a variable.
os.environ.setdefault("DEBUG", "false")

from django.core.wsgi import get_wsgi_application  # noqa: E402

from careerguide.delivery.alphabet import OnlyUtf8  # noqa: E402
from careerguide.delivery.headers import SecurityHeaders  # noqa: E402

django = get_wsgi_application()

from careerguide.publishing.clock import PublishDue  # noqa: E402  it needs the models

application = SecurityHeaders(OnlyUtf8(PublishDue(django)))
