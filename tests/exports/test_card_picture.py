"""The card of a briefing: lines broken as each script wants them, words in their order, and everything on the card."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from briefing.build.card_pictures import FOLDERS, CardPictures, fitted, found_fonts, prune
from briefing.diagnostics import Code, stops
from briefing.exports.card_picture import EDGE, MEASURE, Card, Fonts, _Drawing, card_of, draw_card, lacking
from briefing.exports.card_text import Type, Word, filled, leading_of, placed, set_lines, width_of, without_emoji
from briefing.exports.line_breaks import units
from briefing.exports.published import Published
from briefing.view.site import Site
from PIL import Image, ImageDraw, ImageFont

CARD = Card(
    "Briefing / World", "The gates stay shut until the rain comes", "As of 8 May 2024", "Fiction Briefings", "en"
)
FACE = ImageFont.load_default(20)
LONG = "A headline that is much longer than any editor should ever let it become, and longer still, " * 4


def word(text: str, width: float = 10, space: float = 2.0) -> Word:
    assert isinstance(FACE, ImageFont.FreeTypeFont)
    return Word(text, FACE, width, space)


def texts(line: tuple[Word, ...]) -> str:
    return " ".join(each.text for each in line)


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> CardPictures:
    """What draws cards with the fonts of this machine."""
    pictures = CardPictures(tmp_path_factory.mktemp("cards"))
    if not pictures.fonts.serif[""]:
        pytest.skip("the fonts of cards are not installed; as root on Debian: apt-get install fonts-noto-core")
    return pictures


@pytest.fixture(scope="module")
def fonts(pictures: CardPictures) -> Fonts:
    return pictures.fonts


def has(fonts: Fonts, lang: str, text: str) -> Type:
    """Return the type of a language, or skip where this machine has no font for it."""
    type = fonts.type(fonts.serif, lang)
    if type.lacks(text):
        pytest.skip(f"no font of this machine has {text}")
    return type


def test_lines_are_as_few_as_can_be_and_as_even() -> None:
    lines = set_lines([word(each) for each in ["one", "two", "three", "four", "five"]], 50)
    assert [texts(line) for line in lines] == ["one two three", "four five"]
    assert all(width_of(line) <= 50 for line in lines)


def test_a_word_that_is_too_wide_has_a_line_of_its_own() -> None:
    assert len(set_lines([word("a"), word("wide", 90), word("b")], 50)) == 3


def test_a_word_wider_than_a_line_is_broken_into_full_lines_and_keeps_the_space_after_it(fonts: Fonts) -> None:
    type = fonts.type(fonts.serif, "en")
    words = type.words("W" * 50 + " is wide", 42, 400)
    assert [each.space > 0 for each in words if each.text in ("W", "is")] == [*[False] * 49, True, True]
    *full, last = filled(words, 400)
    assert texts(last).endswith("W is wide")
    assert all(width_of(line) + words[0].width > 400 for line in full)


def test_lines_of_tall_scripts_do_not_touch(fonts: Fonts) -> None:
    lines = [tuple(fonts.type(fonts.serif, "vi").words(text, 60)) for text in ("Ế gjpq", "Ế ẪẪ", "low")]
    leading = leading_of(lines, 20, 6)
    assert leading == max(word.reach[1] for word in lines[0]) + max(word.reach[0] for word in lines[1]) + 6
    assert leading_of(lines, 500, 6) == 500
    assert leading_of(lines[:1], 20, 6) == 20


def test_lines_of_mixed_scripts_are_drawn_with_paper_between(fonts: Fonts) -> None:
    title = "岸田首相 visits the gates, and बिजली मंत्री in ग्रीष्मकालीन palace waits"
    has(fonts, "en", title)
    card = replace(CARD, title=title)
    lines, _ = _Drawing(ImageDraw.Draw(Image.new("RGB", (1, 1))), card, fonts)._headline()
    picture = Image.open(BytesIO(draw_card(card, fonts))).convert("L")
    dark = [picture.crop((EDGE, y, EDGE + MEASURE, y + 1)).getextrema()[0] < 128 for y in range(120, 520)]  # type: ignore[operator]
    edges = [y for y in range(1, len(dark)) if dark[y] and not dark[y - 1]]
    assert len(edges) == len(lines) > 1


@pytest.mark.parametrize(
    ("lang", "text", "parts"),
    [
        ("en", "US–Japan ties, now", ["US–", "Japan ", "ties, ", "now"]),
        ("ko", "서울을 방문", ["서울을 ", "방문 "]),
        ("ja", "「心」と、言う。", ["「心」と、", "言う。"]),
        ("ja", "会談、12年ぶりの G7", ["会談、", "12年ぶりの ", "G7"]),
        ("zh", "访问韩国", ["访问", "韩国"]),
        ("zh-Hant", "訪問首爾與韓國", ["訪問", "首爾", "與", "韓國"]),
        ("th", "เยือนกรุงโซลเป็นครั้งแรก", ["เยือน", "กรุง", "โซล", "เป็น", "ครั้ง", "แรก"]),
        ("en", "In น้ำท่วม ข่าว", ["In ", "น้ำ", "ท่วม ", "ข่าว"]),
        ("ar", "الماء / الحياة", ["الماء ", "/ ", "الحياة"]),
        ("vi", "Thủ tướng", ["Thủ ", "tướng"]),
    ],
)
def test_a_line_breaks_where_its_script_breaks(lang: str, text: str, parts: list[str]) -> None:
    assert list(units(text, lang)) == parts


def test_arabic_runs_from_the_right_and_latin_within_it_from_the_left() -> None:
    line = tuple(word(each) for each in ("قمة", "the", "G7", "عام"))
    assert [each.text for each, _ in placed(line, rtl=True)] == ["عام", "the", "G7", "قمة"]
    assert [each.text for each, _ in placed(line, rtl=False)] == ["قمة", "the", "G7", "عام"]


def test_words_stand_beside_one_another_with_a_space_between() -> None:
    assert [at for _, at in placed((word("a"), word("b", 20), word("c")), rtl=False)] == [0, 12, 34]


@pytest.mark.parametrize("rtl", [True, False])
def test_a_line_without_words_takes_no_room(*, rtl: bool) -> None:
    assert placed((), rtl=rtl) == []


def test_where_a_line_may_break_within_a_word_there_is_no_space() -> None:
    parts = (word("km/", space=0), word("h"), word("5–", space=0), word("4"))
    assert [at for _, at in placed(parts, rtl=False)] == [0, 10, 22, 32]


def test_a_card_is_a_picture_of_the_size_that_others_show_and_always_the_same(fonts: Fonts) -> None:
    drawn = draw_card(CARD, fonts)
    assert Image.open(BytesIO(drawn)).size == (1200, 630)
    assert drawn == draw_card(CARD, fonts)
    assert drawn != draw_card(replace(CARD, title="Another"), fonts)
    assert len(drawn) < 60_000


@pytest.mark.parametrize("title", ["Short", LONG, "W" * 300, ""])
def test_nothing_stands_in_the_margins(fonts: Fonts, title: str) -> None:
    picture = Image.open(BytesIO(draw_card(replace(CARD, title=title), fonts))).convert("L")
    for box in ((0, 20, EDGE - 4, 630), (EDGE + MEASURE + 4, 20, 1200, 630)):
        assert picture.crop(box).getextrema()[0] > 200  # type: ignore[operator]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("vi", "Thủ tướng thăm Seoul, nói về nỗi đau"),
        ("ar", "تقرر إعادة بناء بوابة البحر عام 2024 في G7"),
        ("ja", "岸田首相がソウルを訪問、「心が痛む」と述べた"),
        ("ko", "기시다 총리, 서울을 방문해 고통을 언급했다"),
    ],
)
def test_every_language_of_the_site_has_its_letters(fonts: Fonts, lang: str, text: str) -> None:
    has(fonts, lang, text)
    card = replace(CARD, title=text, lang=lang)
    assert lacking(card, fonts) == ""
    assert draw_card(card, fonts) != draw_card(replace(card, title="?"), fonts)


def test_arabic_letters_are_joined(fonts: Fonts) -> None:
    type = has(fonts, "ar", "بوابة")
    (joined,) = type.words("بوابة", 60)
    assert joined.width < sum(type.words(letter, 60)[0].width for letter in "بوابة")


def test_a_card_says_what_the_head_of_the_page_says(whole: Published) -> None:
    card = card_of(whole)
    assert (card.label, card.title, card.site) == ("Briefing / Water & power", "The gates", "Fiction Briefings")
    assert card.as_of == "As of 9 May 2024"
    assert card.strip == whole.view.strip


def test_a_card_is_drawn_once_for_what_it_says(
    pictures: CardPictures, whole: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, problem = pictures.picture(whole)
    assert problem is None
    drawn: list[Card] = []

    def draw(card: Card, _: Fonts) -> bytes:
        drawn.append(card)
        return b"new"

    monkeypatch.setattr("briefing.exports.card_picture.draw_card", draw)
    assert pictures.picture(whole)[0] == first
    assert drawn == []
    other = replace(whole, view=replace(whole.view, title="Another"))
    assert pictures.picture(other)[0] == b"new"
    assert [card.title for card in drawn] == ["Another"]


PRIVATE = "\ue123"  # which no font of Noto has


def test_a_letter_that_no_font_has_means_no_card_and_a_warning_at_the_title_that_stops_nothing(
    pictures: CardPictures, published: Callable[..., Published]
) -> None:
    drawn, problem = pictures.picture(published(title=f"Gates {PRIVATE}"))
    assert drawn == b""
    assert problem is not None
    assert (problem.code, problem.span.line) == (Code.NO_FONT, 2)
    assert problem.message.startswith(f"no font of this machine has these letters of its card: {PRIVATE} (U+E123); ")
    assert not stops((problem,), strict=True)


def test_the_advice_names_only_packages_that_are_not_there(tmp_path: Path, pictures: CardPictures) -> None:
    for name in ("NotoSerif-Regular.ttf", "NotoSans-Regular.ttf"):
        (tmp_path / name).symlink_to(found_fonts(pictures.fonts_in)[name])
    few = CardPictures(tmp_path, (tmp_path,))
    assert few.help == "as root on Debian: apt-get install fonts-noto-cjk"
    (tmp_path / "NotoSerifCJK-Regular.ttc").touch()
    assert "apt-get" not in CardPictures(tmp_path, (tmp_path,)).help


@pytest.mark.parametrize("text", ["ข่าวน้ำท่วม", "बाढ़ की ख़बर", "ახალი ამბები"])
def test_a_script_that_is_no_language_of_the_site_is_set_in_what_this_machine_has(fonts: Fonts, text: str) -> None:
    type = has(fonts, "en", text)
    assert type.words(text, 60)[0].font.path != type.words("news", 60)[0].font.path


def test_a_word_of_two_scripts_is_set_in_two_fonts_and_keeps_its_letters(fonts: Fonts) -> None:
    type = has(fonts, "en", "น้ำ")
    latin, thai, _ = type.words("G7น้ำ x", 60)
    assert (latin.text, latin.space, thai.text) == ("G7", 0, "น้ำ")
    assert thai.space > 0


def test_a_stretch_wider_than_a_line_breaks_between_letters_and_not_before_their_marks(fonts: Fonts) -> None:
    type = has(fonts, "en", "น้ำ")
    assert {word.text for word in type.words("น้ำ" * 30, 60, 300)} == {"น้ำ"}


def test_a_phrase_wider_than_a_line_breaks_where_unicode_allows_it(fonts: Fonts) -> None:
    type = has(fonts, "ja", "首脳外交、が")
    assert [word.text for word in type.words("首脳、外交", 60, 130)] == ["首", "脳、", "外交"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Launch 🚀: it flew", "Launch: it flew"),
        ("👩‍👩‍👧 A family 🇫🇷 of ❤️ two", "A family of two"),
        ("Top 5️⃣ of 2024", "Top 5 of 2024"),
        ("5 ° ☀ © ™", "5 ° ☀ © ™"),
        ("Thủ tướng thăm", "Thủ tướng thăm"),
        ("🚀", ""),
    ],
)
def test_a_card_goes_without_emoji(text: str, shown: str) -> None:
    assert without_emoji(text) == shown


def test_a_headline_with_an_emoji_has_a_card_and_one_of_nothing_else_has_none(
    pictures: CardPictures, published: Callable[..., Published]
) -> None:
    assert pictures.picture(published(title="Launch 🚀"))[1] is None
    drawn, problem = pictures.picture(published(title="🚀"))
    assert (drawn, problem and problem.code) == (b"", Code.NO_FONT)


def test_a_machine_without_fonts_makes_a_site_without_cards_and_says_so_once(
    tmp_path: Path, pictures: CardPictures
) -> None:
    site, _, (problem,) = fitted(Site(cards=True), (tmp_path,))
    assert not site.cards
    assert problem.message.startswith("this machine has no fonts to draw cards with")
    assert "apt-get install fonts-noto-core" in problem.help
    assert not stops((problem,), strict=True)
    assert fitted(Site(cards=True), pictures.fonts_in)[0].cards
    assert fitted(Site(), (tmp_path,)) == (Site(), "", ())


def test_a_font_that_cannot_be_read_has_no_letter_and_one_that_is_gone_is_not_found(tmp_path: Path) -> None:
    (tmp_path / "NotoNobody-Regular.ttf").write_text("<!DOCTYPE html><title>Not found</title>")
    (tmp_path / "NotoSerif-Regular.ttf").symlink_to(tmp_path / "gone.ttf")
    assert found_fonts([tmp_path]).keys() == {"NotoNobody-Regular.ttf"}
    assert Type(((tmp_path / "NotoNobody-Regular.ttf", 0),), "en").lacks("é") == "é"


def test_fonts_are_found_in_folders_of_folders(tmp_path: Path) -> None:
    (tmp_path / "noto").mkdir()
    (tmp_path / "noto/NotoSerif-Regular.ttf").touch()
    (tmp_path / "noto/Other.ttf").touch()
    assert found_fonts([tmp_path]) == {"NotoSerif-Regular.ttf": tmp_path / "noto/NotoSerif-Regular.ttf"}
    assert any(folder.startswith("/usr/share") for folder in FOLDERS)


def test_the_oldest_cards_go_where_there_are_too_many(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.png").touch()
    prune(tmp_path, 4)
    assert len(list(tmp_path.iterdir())) == 4
    prune(tmp_path, 1)
    assert len(list(tmp_path.iterdir())) == 1
    prune(tmp_path / "none", 1)
