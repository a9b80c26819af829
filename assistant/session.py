"""Answer one person in their threads: what was said is loaded before and recorded after."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.chain import Assistant
from assistant.conversation import Turn
from assistant.memory import LOCAL_PERSON, Memory


class Session:
    """A person talking to the assistant; a thread begins with its first question."""

    def __init__(self, assistant: Assistant, memory: Memory, person: str = LOCAL_PERSON) -> None:
        self.assistant = assistant
        self.memory = memory
        self.person = person

    def ask(self, thread_id: str, question: str) -> Turn:
        """Answer a question in a thread; when this returns, the turn is stored."""
        conversation = self.memory.conversation(self.person, thread_id)
        turn = self.assistant.ask(question, conversation)
        self.memory.record(self.person, thread_id, turn, conversation)
        return turn

    def stream(self, thread_id: str, question: str) -> Iterator[str | Turn]:
        """Yield the answer's text in pieces, then the turn.

        The last piece waits until the turn is stored: nobody sees a whole answer that can be lost.
        """
        conversation = self.memory.conversation(self.person, thread_id)
        held: str | None = None
        for part in self.assistant.stream(question, conversation):
            if isinstance(part, Turn):
                self.memory.record(self.person, thread_id, part, conversation)
            if held is not None:
                yield held
            held = None if isinstance(part, Turn) else part
            if isinstance(part, Turn):
                yield part
