import pytest
from langchain_core.language_models import FakeListChatModel
from langchain_core.runnables import RunnableLambda

from evals.judge import add_opinions, open_judge
from knowledge import UsageError


class HalfPleased(FakeListChatModel):
    """A judge that reads what it is given and finds everything half good."""

    seen: list[str]

    def with_structured_output(self, schema, **kwargs):
        def answer(messages):
            self.seen.append(str(messages))
            return {"helpful": 0.5, "score": 0.5}

        return RunnableLambda(answer)


def test_the_judge_hears_the_conversation_and_its_score_becomes_the_opinion(make_result):
    judge = HalfPleased(responses=["unused"], seen=[])
    (judged,) = add_opinions(
        [make_result(turns=("I know SQL", "next?"), answers=("Good.", "pandas next [1]."))], judge
    )
    assert judged.opinion == 0.5
    assert "Person: I know SQL" in judge.seen[0]
    assert "pandas next [1]." in judge.seen[0]


def test_an_unknown_judge_is_one_sentence_with_an_example():
    with pytest.raises(UsageError, match="write provider:model"):
        open_judge("nobody-knows-this")
