"""The facilitator's pack: what is printed or opened in the hour before a workshop.

Pure: `make_pack` gives sections, `to_markdown` and `to_html` documents, `calendar_file` the event.
"""
