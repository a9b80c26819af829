"""Compute, not guess: what can be learned next, and the best plan that fits."""

from assistant.planning.calendar import StudyCalendar
from assistant.planning.fringe import Suggestion, general_value, known_state, rank_next
from assistant.planning.plan import make_plan
from assistant.planning.resources import Choice, choose_resources, mismatches
from assistant.planning.select import Selection, select_topics
from assistant.planning.value import GoalValue, goal_value, study_hours

__all__ = [
    "Choice",
    "GoalValue",
    "Selection",
    "StudyCalendar",
    "Suggestion",
    "choose_resources",
    "general_value",
    "goal_value",
    "known_state",
    "make_plan",
    "mismatches",
    "rank_next",
    "select_topics",
    "study_hours",
]
