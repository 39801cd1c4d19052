"""`dragoman serve` as a process: a real socket, one address on one line, and what it says when it cannot."""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

WITHOUT = "import sys; sys.modules['starlette'] = None; from dragoman.show.cli import main; main()"


def start(*arguments: str, code: str = "from dragoman.show.cli import main; main()") -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, "serve", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT / "src")


def fail(*arguments: str, code: str = "from dragoman.show.cli import main; main()") -> tuple[int, str]:
    with start(*arguments, code=code) as process:
        _, errors = process.communicate(timeout=60)
        return process.returncode, errors


def test_it_tells_its_address_serves_there_and_ends_quietly(made: Path) -> None:
    with start(str(made), "--port", "0") as process:
        assert process.stdout is not None and process.stderr is not None
        address = process.stdout.readline().strip()
        host, _, port = address.removeprefix("http://").rstrip("/").partition(":")
        assert host == "127.0.0.1"
        connection = http.client.HTTPConnection(host, int(port), timeout=30)
        try:
            connection.request("GET", "/")
            answer = connection.getresponse()
            assert answer.status == 200 and answer.getheader("server") is None
            assert b"incidents to look at" in answer.read()
        finally:
            connection.close()
            process.terminate()
        assert process.wait(timeout=30) is not None
        assert "Traceback" not in process.stderr.read()


def test_a_port_that_is_taken_is_told(made: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, errors = fail(str(made), "--port", str(taken.getsockname()[1]))
    assert code == 2 and "Try another --port" in errors


def test_what_is_wrong_with_the_file_is_told_before_it_serves(tmp_path: Path) -> None:
    code, errors = fail(str(tmp_path / "none.db"))
    assert code == 2 and "there is no situation file" in errors


def test_without_the_extra_it_says_what_to_install(made: Path) -> None:
    status, errors = fail(str(made), code=WITHOUT)
    assert status == 3 and "pip install 'dragoman[desk]'" in errors
