"""Write answers from content and plan, without a language model."""

from assistant.compose.blocks import (
    Block,
    Bullets,
    Paragraph,
    Statement,
    Table,
    cited_chunks,
    render,
)
from assistant.compose.compose import compose
from assistant.compose.situation import Draft, Situation

__all__ = [
    "Block",
    "Bullets",
    "Draft",
    "Paragraph",
    "Situation",
    "Statement",
    "Table",
    "cited_chunks",
    "compose",
    "render",
]
