"""The chat: threads on the left, the conversation, and its sources and the person on the right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import gradio as gr

from assistant import RoadmapError
from ui.auth import person_of
from ui.cited import sources_html
from ui.pages.frame import Frame, on, panel
from ui.pages.you import summary_html
from ui.render import render
from ui.respond import Conversations, Talk
from ui.sanitise import safe_html
from ui.warm import Desk

EXAMPLES = (
    ("What next", "I know ML fundamentals and statistics. What should I learn next?"),
    ("A plan", "I know Python and SQL. Plan my way to data analyst with 8 hours a week."),
    ("Learn it free", "Free courses on natural language processing with a certificate?"),
)


def talk_html(talk: Talk) -> str:
    """Return the conversation as HTML."""
    bodies = [
        safe_html(
            stored.turn.answer.answer,
            {citation.n: citation.title for citation in stored.turn.answer.citations},
            stored.position,
        )
        for stored in talk.turns
    ]
    examples = [{"label": label, "question": question} for label, question in EXAMPLES]
    partial = safe_html(talk.partial)
    return render("chat.html", talk=talk, bodies=bodies, partial=partial, examples=examples)


class ChatPage:
    """The components of the chat and what they do."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.conversations = Conversations(frame.desks)
        self._elsewhere: list[Any] = []
        self._build()

    def listen(self, *elsewhere: Any) -> None:
        """Let the page's events reach Python, and the `ask` of panels on other pages too."""
        self._elsewhere.extend(elsewhere)
        self._listen()

    def show(self, request: gr.Request) -> str:
        """Return the short form of the person as it stands now."""
        return summary_html(*self.frame.at(request))

    def _build(self) -> None:
        with gr.Row(elem_id="chat"):
            with gr.Column(elem_id="chat-left", min_width=0):
                self.threads = panel("threads")
            with gr.Column(elem_id="chat-middle", min_width=0):
                self.talk = panel("talk", talk_html(Talk("")))
                with gr.Column(elem_id="composer", min_width=0):
                    self.editing = gr.Textbox(visible="hidden", elem_id="editing")
                    self.asked = gr.Textbox(visible="hidden", elem_id="asked")
                    self.message = gr.Textbox(
                        placeholder="Ask, or say what you know and where you want to go",
                        label="Your message",
                        show_label=False,
                        container=False,
                        lines=1,
                        max_lines=8,
                        submit_btn=True,
                        stop_btn=False,
                        elem_id="message",
                        html_attributes=gr.InputHTMLAttributes(autocomplete="off"),
                    )
            with gr.Column(elem_id="chat-right", min_width=0):
                self.you = panel("you-summary")
                self.sources = panel("sources")

    @property
    def shown(self) -> list[Any]:
        """Return what an answer changes, in the order of `_all`."""
        return [
            self.frame.thread, self.talk, self.message, self.editing, self.asked,
            self.threads, self.you, self.sources,
        ]  # fmt: skip

    def _listen(self) -> None:
        thread, message, everything = self.frame.thread, self.message, self.shown
        asking = [
            on(message.submit, self._submit, [thread, message, self.editing], everything),
            on(self.talk.ask, self._ask, [thread], everything),
            *(on(panel.ask, self._ask, [thread], everything) for panel in self._elsewhere),
        ]
        on(message.stop, self._stop, [thread, self.asked], everything, cancels=asking)
        on(self.talk.cite, self._cite, [thread], [self.sources])
        on(self.talk.act, self._act, [thread], everything)
        on(self.threads.open, self._open, None, everything)
        on(self.threads.search, self._search, [thread], [self.threads])
        on(self.threads.renaming, self._renaming, [thread], [self.threads])
        on(self.threads.rename, self._rename, [thread], [self.threads])
        on(self.threads.delete, self._delete, [thread], everything)
        thread.change(None, [thread], None, js="thread => window.roadmapThread(thread)")

    def load(self, request: gr.Request) -> Iterator[list[Any]]:
        """Fill the page for the address it was opened with."""
        thread = dict(request.query_params).get("thread", "")
        for words in self.frame.desks.words():
            yield [thread, *[gr.skip()] * 5, f'<p class="note">{words}</p>', gr.skip()]
        try:
            yield self._all(self.conversations.show(person_of(request), thread), request)
        except RoadmapError as error:
            yield [thread, talk_html(Talk(thread, notice=str(error))), *[gr.skip()] * 6]

    def _submit(
        self, thread: str, message: str, editing: str, request: gr.Request
    ) -> Iterator[list[Any]]:
        position = int(editing) if editing else None
        yield from self._answer(thread, message, position, request)

    def _ask(self, thread: str, event: gr.EventData, request: gr.Request) -> Iterator[list[Any]]:
        turn = event._data.get("turn")
        position = int(turn) if turn else None
        yield from self._answer(thread, event._data["question"], position, request)

    def _answer(
        self, thread: str, question: str, editing: int | None, request: gr.Request
    ) -> Iterator[list[Any]]:
        person = person_of(request)
        for talk in self.conversations.ask(person, thread, question, editing):
            if talk.question is None:
                yield self._all(talk, request)
            else:
                busy = gr.update(value="", submit_btn=False, stop_btn=True)
                rest = [gr.skip()] * 3
                yield [talk.thread, talk_html(talk), busy, "", talk.question, *rest]

    def _all(self, talk: Talk, request: gr.Request) -> list[Any]:
        """Return the whole page for a conversation at rest."""
        desk, person = self.frame.at(request)
        answer = talk.last.turn.answer if talk.last else None
        return [
            talk.thread,
            talk_html(talk),
            gr.update(value=talk.draft, submit_btn=True, stop_btn=False),
            str(talk.editing or ""),
            "",
            self._threads(desk, person, talk.thread),
            summary_html(desk, person),
            sources_html(desk.assistant, answer),
        ]

    def _stop(self, thread: str, asked: str, request: gr.Request) -> list[Any]:
        talk = self.conversations.show(person_of(request), thread)
        return self._all(Talk(talk.thread, talk.turns, draft=asked), request)

    def _cite(self, thread: str, event: gr.EventData, request: gr.Request) -> str:
        desk, person = self.frame.at(request)
        talk = self.conversations.show(person, thread)
        position = int(event._data["turn"])
        answers = [s.turn.answer for s in talk.turns if s.position == position]
        return sources_html(desk.assistant, answers[0] if answers else None, int(event._data["n"]))

    def _act(self, thread: str, event: gr.EventData, request: gr.Request) -> list[Any]:
        person, data = person_of(request), event._data
        match data["do"]:
            case "undo":
                talk = self.conversations.undo(person, thread)
            case "edit":
                talk = self.conversations.edit(person, thread, int(data["turn"]))
            case _:
                position, reason = int(data["turn"]), data.get("reason", "")
                thumbs = data["thumbs"]
                talk = self.conversations.rate(person, thread, position, thumbs, reason)
                return [gr.skip(), talk_html(talk), *[gr.skip()] * 6]
        return self._all(talk, request)

    def _open(self, event: gr.EventData, request: gr.Request) -> list[Any]:
        talk = self.conversations.show(person_of(request), event._data["thread"])
        return self._all(talk, request)

    def _search(self, thread: str, event: gr.EventData, request: gr.Request) -> str:
        return self._threads(*self.frame.at(request), thread, words=event._data["words"])

    def _renaming(self, thread: str, event: gr.EventData, request: gr.Request) -> str:
        return self._threads(*self.frame.at(request), thread, renaming=event._data["thread"])

    def _rename(self, thread: str, event: gr.EventData, request: gr.Request) -> str:
        desk, person = self.frame.at(request)
        title = event._data["title"]
        if title.strip():
            desk.memory.rename_thread(person, event._data["thread"], title)
        return self._threads(desk, person, thread)

    def _delete(self, thread: str, event: gr.EventData, request: gr.Request) -> list[Any]:
        desk, person = self.frame.at(request)
        gone = event._data["thread"]
        desk.memory.delete_thread(person, gone)
        left = "" if gone == thread else thread
        return self._all(self.conversations.show(person, left), request)

    def _threads(
        self, desk: Desk, person: str, current: str, *, words: str = "", renaming: str = ""
    ) -> str:
        threads = desk.memory.threads(person, words)
        return render(
            "threads.html", threads=threads, current=current, words=words, renaming=renaming
        )
