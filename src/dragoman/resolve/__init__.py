"""Names, places and dates of a report, resolved with the reason in words."""
