import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client

from assistant import Answer

pytestmark = pytest.mark.slow
FIELDS = set(Answer.model_fields)


@pytest.fixture(scope="module")
def client(server):
    opened = Client(server.url, verbose=False)
    yield opened
    opened.close()


def test_ask_returns_the_whole_answer_object(client):
    answer = client.predict("I know ML fundamentals and statistics. What next?", api_name="/ask")
    assert set(answer) == FIELDS
    assert "deep-learning" in answer["recommended"]
    assert answer["citations"]


def test_ask_stores_nothing_without_a_thread_and_goes_on_in_one(client, desk):
    before = len(desk.memory.threads("local"))
    client.predict("What is SQL?", api_name="/ask")
    assert len(desk.memory.threads("local")) == before
    client.predict("What is SQL?", thread="from-a-program", api_name="/ask")
    client.predict("Why?", thread="from-a-program", api_name="/ask")
    assert len(desk.memory.turns("local", "from-a-program")) == 2
    desk.memory.delete_person("local")


def test_next_recommends_nothing_that_is_known(client):
    answer = client.predict(know="python, pandas", goal="data analyst", api_name="/next")
    assert answer["recommended"]
    assert not {"python-basics", "pandas"} & set(answer["recommended"])


def test_plan_is_dated_and_leads_to_the_goal(client):
    answer = client.predict(
        know="python", goal="deep learning", hours_per_week=10, deadline="", api_name="/plan"
    )
    steps = answer["plan"]["steps"]
    assert steps[-1]["topic_id"] == "deep-learning"
    assert steps[0]["start"] is not None
    assert answer["profile"]["hours_per_week"] == 10


def test_topic_is_found_by_any_of_its_names(client):
    topic = client.predict("NLP", api_name="/topic")
    assert topic["id"] == "nlp"
    assert all(resource["url"].startswith("http") for resource in topic["resources"])


def test_an_unknown_name_is_one_sentence(client):
    with pytest.raises(AppError, match="There is no topic “alchemy”"):
        client.predict("alchemy", api_name="/topic")


def test_the_page_events_are_no_endpoints(client):
    named = client.view_api(return_format="dict", print_info=False)["named_endpoints"]
    assert set(named) == {"/ask", "/next", "/plan", "/topic"}


async def test_mcp_offers_the_same_four_tools_with_descriptions(server):
    address = f"{server.url}/gradio_api/mcp/"
    async with (
        streamable_http_client(address) as (read, write, _),
        ClientSession(read, write) as session,
    ):
        await session.initialize()
        tools = {tool.name: tool for tool in (await session.list_tools()).tools}
        assert set(tools) == {"ask", "next", "plan", "topic"}
        for tool in tools.values():
            assert len(tool.description) > 60
            assert all("description" in field for field in tool.inputSchema["properties"].values())
        result = await session.call_tool("ask", {"question": "What is overfitting?"})
        assert not result.isError
        assert "overfitting" in result.content[0].text
