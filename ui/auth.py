"""Say who is asking, and refuse to serve strangers by accident."""

from __future__ import annotations

import base64
import getpass
import hashlib
import hmac
import ipaddress
import secrets
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from assistant import UsageError
from assistant.memory import LOCAL_PERSON

_N, _R, _P = 2**14, 8, 1  # scrypt's cost: 16 MB and some 50 ms a try


def person_of(request: Any) -> str:
    """Return whose data a request may see: the name logged in with, or the one local person."""
    name = getattr(request, "username", None)
    return f"user:{name}" if name else LOCAL_PERSON


def hash_password(password: str) -> str:
    """Return a line's second half for the auth file: scrypt with a fresh salt."""
    salt = secrets.token_bytes(16)
    return f"scrypt:{_encoded(salt)}:{_encoded(_derived(password, salt))}"


def load_logins(path: Path) -> Callable[[str, str], bool]:
    """Return a check of name and password against a file of lines `name:scrypt:salt:key`.

    Raises UsageError where the file cannot be read or a line is not of that form.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"The auth file {path} cannot be read: {error}.") from error
    logins: dict[str, tuple[bytes, bytes]] = {}
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            name, salt, key = _login(line.strip(), path, number)
            logins[name] = salt, key
    if not logins:
        raise UsageError(f"The auth file {path} names nobody; add lines `name:scrypt:salt:key`.")
    stranger = (b"", _derived("", b""))

    def check(name: str, password: str) -> bool:
        # A stranger's name costs the same time as a wrong password.
        salt, key = logins.get(name, stranger)
        return hmac.compare_digest(_derived(password, salt), key) and name in logins

    return check


def check_binding(host: str, *, protected: bool, insecure: bool) -> None:
    """Raise UsageError where other machines could reach a server that asks nobody who they are."""
    if protected or insecure or _is_loopback(host):
        return
    raise UsageError(
        f"{host} can be reached from other machines, and nobody would have to log in; "
        "give --auth-file, or --insecure if everybody may read and change everything."
    )


def trust_header(name: str) -> Callable[[Any], str | None]:
    """Return who a proxy says is asking, by a header that it sets after its own log-in.

    A request without the header is refused. The proxy must drop what browsers send under that name.
    """
    return lambda request: request.headers.get(name) or None


def _login(line: str, path: Path, number: int) -> tuple[str, bytes, bytes]:
    name, _, rest = line.partition(":")
    kind, _, rest = rest.partition(":")
    salt, _, key = rest.partition(":")
    try:
        if not name or kind != "scrypt" or not salt or not key:
            raise ValueError("not name:scrypt:salt:key")
        return name, base64.b64decode(salt, validate=True), base64.b64decode(key, validate=True)
    except ValueError as error:
        raise UsageError(
            f"{path}:{number}: expected `name:scrypt:salt:key`; "
            "make one with `python -m ui.auth NAME`."
        ) from error


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _derived(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=_N, r=_R, p=_P)


def _encoded(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _write_login() -> None:
    """Ask for a password and write the line of the auth file for the name given as argument."""
    name = sys.argv[1] if len(sys.argv) == 2 else ""
    if not name or ":" in name:
        sys.exit("Give one name without a colon: python -m ui.auth NAME")
    sys.stdout.write(f"{name}:{hash_password(getpass.getpass())}\n")


if __name__ == "__main__":
    _write_login()
