"""Read a message: what is asked, about what, and what it says of the person; no language model."""

from assistant.understanding.result import FollowUp, Understanding
from assistant.understanding.understander import Understander

__all__ = ["FollowUp", "Understander", "Understanding"]
