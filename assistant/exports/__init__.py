"""Write plans and the whole roadmap in the formats that people take elsewhere."""

from assistant.exports.export import PLAN_FORMATS, ROADMAP_FORMATS, export_plan, export_roadmap

__all__ = ["PLAN_FORMATS", "ROADMAP_FORMATS", "export_plan", "export_roadmap"]
