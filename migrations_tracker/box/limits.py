"""How much a file may be and cost. Beyond that it gets a sentence instead of a reading."""

LARGEST_FILE = 10_000_000
MOST_FILES = 50
LONGEST_PASTE = 1_000_000
MOST_LINES = 100_000
LONGEST_TEXT = 5_000_000
MOST_TEXT = 15_000_000
"""Of all files of one drop, in characters; together they must fit into a worker's 300 MB."""

CPU_SECONDS = 5
"""For each file, of the child's processor time."""
WALL_SECONDS = 10
"""For each file, start of the child included."""
MEMORY = 512 * 1024 * 1024
DESCRIPTORS = 32
CHILDREN_AT_ONCE = 2

MOST_PAGES = 200
LARGEST_UNPACKED = 50_000_000
MOST_ROWS = 5_000
MOST_COLUMNS = 100
LARGEST_HTML = 5_000_000
