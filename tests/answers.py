"""What a server on this machine answers."""

from contextlib import closing
from http.client import HTTPConnection


def get(port: int, path: str) -> tuple[int, dict[str, str], str]:
    """Ask for a path as it is; return the status, the headers and the text."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read().decode()
