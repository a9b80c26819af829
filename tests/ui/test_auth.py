from types import SimpleNamespace

import pytest

from assistant import UsageError
from ui.auth import check_binding, hash_password, load_logins, person_of


def test_right_password_opens_and_wrong_name_or_password_does_not(tmp_path):
    path = tmp_path / "logins"
    path.write_text(f"# people\nada:{hash_password('lovelace')}\n", encoding="utf-8")
    check = load_logins(path)
    assert check("ada", "lovelace")
    assert not check("ada", "Lovelace")
    assert not check("charles", "lovelace")
    assert not check("charles", "")


def test_the_same_password_is_never_stored_alike():
    assert hash_password("x") != hash_password("x")
    assert "x:" not in hash_password("xxxxxxxx")


def test_a_plain_password_in_the_file_is_refused_with_its_line(tmp_path):
    path = tmp_path / "logins"
    path.write_text("ada:lovelace\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"logins:1: expected `name:scrypt:salt:key`"):
        load_logins(path)


@pytest.mark.parametrize("text", ["", "# nobody\n"])
def test_a_file_that_names_nobody_is_refused(tmp_path, text):
    path = tmp_path / "logins"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="names nobody"):
        load_logins(path)


def test_a_missing_file_is_one_sentence(tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        load_logins(tmp_path / "none")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_loopback_needs_no_password(host):
    check_binding(host, protected=False, insecure=False)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "example.org"])
def test_other_addresses_need_a_password_or_insecure(host):
    with pytest.raises(UsageError, match="--auth-file, or --insecure"):
        check_binding(host, protected=False, insecure=False)
    check_binding(host, protected=True, insecure=False)
    check_binding(host, protected=False, insecure=True)


def test_people_who_log_in_never_share_the_data_of_the_local_person():
    assert person_of(SimpleNamespace(username=None)) == "local"
    assert person_of(SimpleNamespace(username="local")) == "user:local"
