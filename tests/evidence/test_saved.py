"""Saved files: the encodings that are read, and the faults of the others."""

import pytest
from briefing.evidence.saved import SavedFault, read_saved, sha256_of


@pytest.mark.parametrize(
    ("content", "name", "text"),
    [
        ("Zoë".encode(), "a.txt", "Zoë"),
        ("Zoë".encode("utf-8-sig"), "a.txt", "Zoë"),
        (b"\xff\xfe" + "Zoë".encode("utf-16-le"), "a.txt", "Zoë"),
        (b"\xfe\xff" + "Zoë".encode("utf-16-be"), "a.txt", "Zoë"),
        (b"<meta charset=utf-8><p>Zo\xc3\xab", "a.html", "Zoë"),
        (b"<META CHARSET='ISO-8859-1'><p>Zo\xeb \x93yes\x94", "a.HTM", "Zoë “yes”"),
        (b'<meta http-equiv=x content="text/html; charset=Shift_JIS"><p>\x93\xfa', "a.html", "日"),
        (b'<?xml version="1.0" encoding="windows-1251"?><p>\xc4\xe0', "a.xhtml", "Да"),
        (b"<p>Zo\xc3\xab", "a.html", "Zoë"),
        (b"\xff\xfe" + "<meta charset=latin1><p>Zoë".encode("utf-16-le"), "a.html", "Zoë"),
        (b"one\r\ntwo", "a.txt", "one\r\ntwo"),
    ],
)
def test_a_text_is_read_in_its_encoding(content: bytes, name: str, text: str) -> None:
    assert read_saved(content, name) == text


@pytest.mark.parametrize(
    ("content", "name", "code", "words"),
    [
        (b"one\nZo\xeb", "a.txt", "unsupported-encoding", "a.txt is not in UTF-8 (line 2, byte EB)"),
        (b"<meta charset=utf-7><p>a", "a.html", "unsupported-encoding", "“utf-7”"),
        (b"<meta charset=klingon><p>a", "a.html", "unsupported-encoding", "“klingon”"),
        (b"<meta charset=rot13><p>a", "a.html", "unsupported-encoding", "“rot-13”"),
        (b"<meta charset=euc-jp><p>\xff", "a.html", "undecodable", "is not in euc_jp"),
        (b"\xff\xfea", "a.txt", "undecodable", "utf-16-le"),
        (b"%PDF-1.7 text", "a.pdf", "binary-file", "make a text of it (pdftotext)"),
        (b"a\x00b", "a.txt", "binary-file", "is not a text"),
        ("The boat is late.".encode("utf-16-le"), "a.txt", "unsupported-encoding", "UTF-16 without a byte order mark"),
        ("Das Boot ist spät.".encode("utf-16-be"), "a.txt", "unsupported-encoding", "save it again as UTF-8"),
        ("Лодка опаздывает на час.".encode("utf-16-le"), "a.html", "unsupported-encoding", "UTF-16"),
        (b"", "a.txt", "empty-file", "has no text"),
        (b" \r\n\xef\xbb\xbf", "a.txt", "empty-file", "has no text"),
        (b"<script>x</script><p hidden>y</p>", "a.html", "empty-file", "has no text"),
    ],
)
def test_what_cannot_be_read_is_said(content: bytes, name: str, code: str, words: str) -> None:
    fault = read_saved(content, name)
    assert isinstance(fault, SavedFault)
    assert fault.code == code
    assert words in fault.message


def test_a_file_is_pinned_by_its_bytes() -> None:
    assert sha256_of(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
