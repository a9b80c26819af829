"""Leave out of an answer what an earlier turn of the thread has said in the same words."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.compose import wording
from assistant.compose.blocks import Block, Bullets, Paragraph, Statement, cited_chunks
from assistant.compose.situation import Draft, Situation

SHORTEST = 6
"""From how many words on a repeated sentence is noticed."""
_LINK_OR_MARKER = re.compile(r"\[([^\]]*)\]\([^)]*\)|\s?\[\d{1,3}\]")
_PUNCTUATION = re.compile(r"[^\w ]+")


def without_repetition(situation: Situation, draft: Draft) -> Draft:
    """Return the draft without sentences said before, if something with a source is left.

    A question that is asked again in the same words is answered again in full.
    """
    turns = situation.conversation.turns
    if not turns or any(turn.question == situation.understanding.message for turn in turns):
        return draft
    said = {
        _key(sentence)
        for turn in turns
        for line in turn.answer.answer.split("\n")
        for sentence in wording.sentences(line)
    }
    blocks = [_fresh(block, said) for block in draft.blocks]
    kept = [block for block in blocks if not isinstance(block, Paragraph) or block.statements]
    if cited_chunks(draft.blocks) and not cited_chunks(kept):
        return draft
    return replace(draft, blocks=tuple(kept))


def _fresh(block: Block, said: set[str]) -> Block:
    if isinstance(block, Paragraph):
        return _without(block, said)
    if isinstance(block, Bullets):
        return Bullets(tuple(_without(item, said, keep=1) for item in block.items))
    return block


def _without(block: Paragraph, said: set[str], keep: int = 0) -> Paragraph:
    """Return the paragraph without what was said, except for its first `keep` sentences."""
    statements: list[Statement] = []
    for statement in block.statements:
        fresh = []
        for sentence in wording.sentences(statement.text):
            if keep > 0 or len(sentence.split()) < SHORTEST or _key(sentence) not in said:
                fresh.append(sentence)
            keep -= 1
        if fresh:
            statements.append(replace(statement, text=" ".join(fresh)))
    return Paragraph(tuple(statements))


def _key(sentence: str) -> str:
    """Return a sentence as it is compared: without links, markers, emphasis and case."""
    bare = _LINK_OR_MARKER.sub(lambda found: found.group(1) or "", sentence)
    return " ".join(_PUNCTUATION.sub("", bare.removeprefix("- ")).casefold().split())
