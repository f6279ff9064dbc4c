"""The WSGI application: headers outermost, then Django with WhiteNoise inside it."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerguide.settings")
# A server never shows debug pages because somebody forgot a variable.
os.environ.setdefault("DEBUG", "false")

from django.core.wsgi import get_wsgi_application  # noqa: E402

from careerguide.delivery.alphabet import OnlyUtf8  # noqa: E402
from careerguide.delivery.headers import SecurityHeaders  # noqa: E402

application = SecurityHeaders(OnlyUtf8(get_wsgi_application()))
