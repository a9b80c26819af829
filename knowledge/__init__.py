"""Hold what is true: the roadmap as data, its schema and its prerequisite graph."""

from knowledge.base import KnowledgeBase, Place
from knowledge.errors import ContentError, IndexUnavailableError, Problem, RoadmapError, UsageError
from knowledge.graph import PrerequisiteGraph
from knowledge.loader import CONTENT, load_knowledge, read_content
from knowledge.models import Area, Guide, Hours, Prerequisite, Resource, Role, Topic
from knowledge.names import NameIndex

__all__ = [
    "CONTENT",
    "Area",
    "ContentError",
    "Guide",
    "Hours",
    "IndexUnavailableError",
    "KnowledgeBase",
    "NameIndex",
    "Place",
    "Prerequisite",
    "PrerequisiteGraph",
    "Problem",
    "Resource",
    "RoadmapError",
    "Role",
    "Topic",
    "UsageError",
    "load_knowledge",
    "read_content",
]
