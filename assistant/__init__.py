"""Say what to learn next: understand, retrieve, plan, answer and verify."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.answer import Answer, Citation, LeftOut, Plan, PlanStep, ResourceView
from assistant.conversation import Conversation, Turn
from assistant.profile import Pause, Preferences, Profile, Progress
from assistant.settings import Settings
from knowledge import KnowledgeBase, NameIndex, Resource, RoadmapError, Role, Topic, UsageError

if TYPE_CHECKING:
    from assistant.chain import Assistant
    from assistant.open import open_assistant

__all__ = [
    "Answer",
    "Assistant",
    "Citation",
    "Conversation",
    "KnowledgeBase",
    "LeftOut",
    "NameIndex",
    "Pause",
    "Plan",
    "PlanStep",
    "Preferences",
    "Profile",
    "Progress",
    "Resource",
    "ResourceView",
    "RoadmapError",
    "Role",
    "Settings",
    "Topic",
    "Turn",
    "UsageError",
    "open_assistant",
]


def __getattr__(name: str) -> Any:
    """Import LangChain and the chain only for those who answer questions."""
    if name == "Assistant":
        from assistant.chain import Assistant

        return Assistant
    if name == "open_assistant":
        from assistant.open import open_assistant

        return open_assistant
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
