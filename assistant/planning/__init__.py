"""Compute, not guess: what can be learned next, and the best plan that fits."""

from assistant.planning.calendar import StudyCalendar
from assistant.planning.fringe import Suggestion, rank_next
from assistant.planning.known import assumed_state, known_state
from assistant.planning.plan import make_plan
from assistant.planning.resources import Choice, choose_resources, mismatches
from assistant.planning.select import Selection, select_topics
from assistant.planning.value import GoalValue, general_value, goal_value, study_hours

__all__ = [
    "Choice",
    "GoalValue",
    "Selection",
    "StudyCalendar",
    "Suggestion",
    "assumed_state",
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
