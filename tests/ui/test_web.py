import socket
import subprocess
import sys

import httpx
import pytest
from playwright.sync_api import expect

from assistant import Settings, UsageError
from tests.ui.conftest import SERVE, Server, ask, free_port
from ui.auth import hash_password
from ui.web import serve


def test_a_port_in_use_is_one_sentence_that_names_another(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=rf"Port {port} .* --port {port + 1}"):
            serve(Settings(home=tmp_path), port=port, open_browser=False)


def test_other_machines_are_refused_without_a_password(tmp_path):
    with pytest.raises(UsageError, match="--auth-file, or --insecure"):
        serve(Settings(home=tmp_path), "0.0.0.0", free_port(), open_browser=False)


@pytest.mark.slow
def test_the_command_says_it_in_one_sentence_and_ends_with_an_error(roadmap_home):
    command = [sys.executable, "-c", SERVE, "web", "--no-browser", "--host", "0.0.0.0"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert ended.returncode != 0
    assert "--insecure" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.stdout == ""


@pytest.mark.slow
def test_every_page_forbids_the_browser_to_load_from_elsewhere(server):
    answer = httpx.get(server.url, trust_env=False)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy
    assert "fonts.googleapis" not in answer.text
    assert "cdnjs" not in answer.text


@pytest.mark.slow
@pytest.mark.browser
def test_people_log_in_and_see_only_their_own(visit, server, roadmap_home, tmp_path, browser):
    logins = tmp_path / "logins"
    names = ("ada", "grace")
    logins.write_text("".join(f"{name}:{hash_password(name * 2)}\n" for name in names))
    own = Server(roadmap_home, free_port(), ("--auth-file", str(logins)))
    own.start()
    try:
        assert httpx.get(f"{own.url}/config", trust_env=False).status_code == 401
        first = logged_in(browser, own, "ada")
        ask(first, "I know pandas. What next?")
        second = logged_in(browser, own, "grace")
        expect(second.locator(".threads")).to_contain_text("Your conversations appear here.")
        second.goto(first.url)
        second.locator(".threads").wait_for()
        expect(second.locator(".bubble")).to_have_count(0)
    finally:
        own.stop()


def logged_in(browser, server, name):
    page = browser.new_context().new_page()
    page.goto(server.url)
    page.get_by_label("username").fill(name)
    page.get_by_label("password").fill(name * 2)
    page.get_by_role("button", name="Login").click()
    page.locator(".threads").wait_for(timeout=60_000)
    return page
