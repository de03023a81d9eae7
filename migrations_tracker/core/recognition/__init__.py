"""Which of AWS's certifications a name means, or that it means none, or cannot be told.

A name is folded, exam codes are looked up, and the rest is read by a small
grammar: words that name a role ("solutions architect"), a level, marks ("AWS
Certified"), and words that make it something else (a course, another vendor). What
a careful reader would have to ask about gets no certification, only candidates.
"""

from migrations_tracker.core.recognition.names import Recognition, find_exam_code, recognise
from migrations_tracker.core.recognition.tokens import speaks_only_of_names

__all__ = ["Recognition", "find_exam_code", "recognise", "speaks_only_of_names"]
