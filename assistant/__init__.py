"""Say what to learn next: understand, retrieve, plan, answer and verify."""

from assistant.answer import Answer, Citation, LeftOut, Plan, PlanStep, ResourceView
from assistant.chain import Assistant
from assistant.conversation import Conversation, Turn
from assistant.open import open_assistant
from assistant.profile import Pause, Preferences, Profile, Progress
from assistant.settings import Settings
from knowledge import KnowledgeBase, Resource, Role, RoadmapError, Topic, UsageError

__all__ = [
    "Answer",
    "Assistant",
    "Citation",
    "Conversation",
    "KnowledgeBase",
    "LeftOut",
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
