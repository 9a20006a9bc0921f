"""A build asks nobody anything: it is the same with every socket refused."""

from typing import Any

REFUSED = """
import socket

class Refused(socket.socket):
    def __init__(self, family=-1, *arguments, **keywords):
        if family != socket.AF_UNIX:
            raise OSError("no network while a site is built")
        super().__init__(family, *arguments, **keywords)

socket.socket = Refused

def nothing(*_, **__):
    raise OSError("no network while a site is built")

socket.getaddrinfo = socket.create_connection = socket.gethostbyname = nothing
"""


def test_a_build_with_several_workers_needs_no_network(project: Any) -> None:
    for number in range(60):
        project.briefing(f"b{number}", f"B {number}")
    project.write("refused/sitecustomize.py", REFUSED)
    built = project.run("-e", "BRIEFING_WORKERS=2", PYTHONPATH=str(project.folder / "refused"))
    assert built.status == 0, built.text
    assert (project.output / "briefings/b59/index.html").exists()


def test_the_refusal_refuses(project: Any) -> None:
    project.write("refused/sitecustomize.py", REFUSED)
    project.settings("import socket", "socket.create_connection(('127.0.0.1', 9))")
    built = project.run(PYTHONPATH=str(project.folder / "refused"))
    assert built.status != 0
    assert "no network while a site is built" in built.text
