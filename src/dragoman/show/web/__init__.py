"""web: the desk, a local web app over one situation (docs/desk.md). Takes a situation file, gives pages, JSON and CSV.

The only place that imports the web framework (docs/decisions/011-desk-framework.md).
"""
