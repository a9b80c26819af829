"""Remember people: their threads, profile and progress, in SQL."""

from assistant.memory.errors import MemoryUnavailableError
from assistant.memory.learner import Learner
from assistant.memory.memory import LOCAL_PERSON, Memory
from assistant.memory.records import StoredTurn, Thread, Thumbs

__all__ = [
    "LOCAL_PERSON",
    "Learner",
    "Memory",
    "MemoryUnavailableError",
    "StoredTurn",
    "Thread",
    "Thumbs",
]
