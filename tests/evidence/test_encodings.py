"""Every encoding a saved page may declare, in every way it may declare it."""

import codecs

import pytest
from briefing.evidence.saved import SavedFault, read_saved

WORDS = "“Café” — 月守村 œ"


@pytest.mark.parametrize(
    "content",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
    ],
    ids=["UTF-8", "UTF-8 with its mark", "UTF-16 LE", "UTF-16 BE"],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a", "", "a.html", "A.HTM", "a.xhtml"])
def test_unicode_is_read_whatever_the_name(content: bytes, name: str) -> None:
    assert read_saved(content, name) == WORDS


@pytest.mark.parametrize(
    ("label", "codec", "words"),
    [
        ("us-ascii", "cp1252", "“Zürich”"),
        ("iso-8859-1", "cp1252", "“Zürich” €"),
        ("windows-1252", "cp1252", "“Zürich” €"),
        ("windows-1251", "cp1251", "не закрыт"),
        ("koi8-r", "koi8-r", "не закрыт"),
        ("gb2312", "gb18030", "没有放弃"),
        ("big5", "big5", "沒有"),
        ("Shift_JIS", "cp932", "時計屋①"),
        ("euc-kr", "cp949", "시계"),
        ("iso-8859-9", "cp1254", "değil"),
        ("iso-8859-2", "iso8859-2", "żaden"),
        ("windows-1256", "cp1256", "لم نفقد"),
    ],
)
@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="{}">',
        "<META CHARSET={}>",
        '<meta http-equiv="Content-Type" content="text/html; charset={}">',
        "<!-- saved --><title>T</title><meta name=a content=b><meta charset = '{}' />",
        '<?xml version="1.0" encoding="{}"?>',
    ],
)
def test_a_page_is_read_in_the_encoding_it_declares(label: str, codec: str, words: str, head: str) -> None:
    page = f"{head.format(label)}<body><p>{words}</p></body>".replace("<title>T</title>", "")
    assert read_saved(page.encode(codec), "a.html") == words


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_what_a_plain_text_declares_is_only_text(name: str) -> None:
    content = '<meta charset="windows-1251">не'.encode()
    assert read_saved(content, name) == content.decode()


def test_a_byte_order_mark_outweighs_what_a_page_declares() -> None:
    assert read_saved(codecs.BOM_UTF8 + '<meta charset="windows-1251"><p>Zürich'.encode(), "a.html") == "Zürich"


@pytest.mark.parametrize(
    ("codec", "word"), [("latin-1", "Zürich"), ("cp1252", "Zürich"), ("cp1251", "не"), ("cp932", "時")]
)
@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_an_encoding_that_is_not_declared_is_never_guessed(codec: str, word: str, name: str) -> None:
    fault = read_saved(f"ok\n{word}".encode(codec), name)
    assert isinstance(fault, SavedFault)
    assert fault.code == "unsupported-encoding"
    assert "line 2" in fault.message


@pytest.mark.parametrize("label", ["unicode_escape", "raw_unicode_escape", "punycode", "base64", "zlib", "idna", "hex"])
def test_what_is_no_encoding_of_pages_is_refused(label: str) -> None:
    fault = read_saved(f'<meta charset="{label}"><p>a'.encode(), "a.html")
    assert isinstance(fault, SavedFault)
    assert fault.code == "unsupported-encoding"


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04",
        b"\x1f\x8b\x08",
        b"%PDF-1.7",
        b"text\x00",
        codecs.BOM_UTF32_LE + "text".encode("utf-32-le"),
        codecs.BOM_UTF32_BE + "text".encode("utf-32-be"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.docx"])
def test_what_is_no_text_is_refused(content: bytes, name: str) -> None:
    fault = read_saved(content, name)
    assert isinstance(fault, SavedFault)
    assert fault.code == "binary-file"
    assert fault.message.startswith(name)
