"""Sample moves of invented people, made through the same acts as a real one."""

from migrations_tracker.samples.company import make_sample_company
from migrations_tracker.samples.sample_move import SamplePerson, make_sample_move

__all__ = ["SamplePerson", "make_sample_company", "make_sample_move"]
