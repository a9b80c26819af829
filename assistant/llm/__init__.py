"""Let a configured language model word an answer; what is true stays with the composed one."""

from assistant.llm.model import ModelUnavailableError, open_model
from assistant.llm.stage import WriteStage
from assistant.llm.writer import Writer, Written

__all__ = ["ModelUnavailableError", "WriteStage", "Writer", "Written", "open_model"]
