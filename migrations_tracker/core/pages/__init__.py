"""Copied text of AWS's certification portal into records.

A page is read in steps, each in its own module: lines -> cells -> pieces (tokens by
shape) -> document (menus, headings, tables' heads) -> blocks -> evidence (which section) ->
grouping (one draft a record) -> exam_history, certifications, benefits, registrations.
"""

from migrations_tracker.core.pages.page import read_page

__all__ = ["read_page"]
