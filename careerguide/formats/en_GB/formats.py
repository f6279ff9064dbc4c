"""Days with the whole month and hours of 24, as editors type them."""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y, H:i"
