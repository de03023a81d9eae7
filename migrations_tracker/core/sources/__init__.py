"""Files and pastes that are no page of AWS's portal: badges, exports, spreadsheets.

Each module reads one kind of source; `shapes` tells them apart by content.
"""
