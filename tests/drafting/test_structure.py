"""What an article saved as plain text tells of itself before its first paragraph."""

import pytest
from briefing.drafting.structure import read_article

BODY = "The old pier at Tidewick was closed on Tuesday after a storm tore away eleven of its planks, the council said."


@pytest.mark.parametrize(
    ("head", "date", "authors"),
    [
        ("May 8, 2023", "2023-05-08", ()),
        ("Published: 09:14, 3 June 2022", "2022-06-03", ()),
        ("Friday, 21 October 2022 16:40 BST", "2022-10-21", ()),
        ("Posted on March 3rd, 2021 by Jonas Vik", "2021-03-03", ("Jonas Vik",)),
        ("By Ann Lee | 9 Apr 2024", "2024-04-09", ("Ann Lee",)),
        ("Leonie Falk\n12 September 2024", "2024-09-12", ("Leonie Falk",)),
        ("By Our Correspondent - June 5, 2021 0 332", "2021-06-05", ("Our Correspondent",)),
        ("By Dale Hutchins\nStaff Writer\nMay 2, 2023", "2023-05-02", ("Dale Hutchins",)),
        ("By ANN LEE and Tom Fry\n2 May 2023", "2023-05-02", ("ANN LEE", "Tom Fry")),
    ],
)
def test_date_and_authors_are_read_as_papers_write_them(head: str, date: str, authors: tuple[str, ...]) -> None:
    article = read_article(f"Pier closed after the storm\n\n{head}\n\n{BODY}\n")
    assert (article.imprint.title, article.imprint.date) == ("Pier closed after the storm", date)
    assert article.imprint.author == authors
    assert [b.kind for b in article.blocks if article.source.text[b.start : b.end] == BODY] == ["paragraph"]


@pytest.mark.parametrize(
    ("dateline", "date"),
    [
        ("Tidewick [Harwold], May 8: ", ""),
        ("TIDEWICK, Nov 14 (Coast Wire) - ", ""),
        ("LOWICK FALLS, Md. — ", ""),
        ("TIDEWICK. ", ""),
        ("KELABANG, Wednesday, 17 Apr 2024 - ", "2024-04-17"),
        ("TIDEWICK, May 8, 2023 (Coast Wire) -- ", "2023-05-08"),
    ],
)
def test_a_dateline_is_no_part_of_the_body_and_may_tell_the_date(dateline: str, date: str) -> None:
    article = read_article(f"Pier closed after the storm\n\n{dateline}{BODY}\n")
    assert [b.kind for b in article.blocks] == ["title", "dateline", "paragraph"]
    assert article.imprint.date == date


@pytest.mark.parametrize(
    "head",
    [
        "By Ann Lee\nHarwold Times\n14 March 2024, 6:45 pm",
        "Harwold Times | Thursday, March 14, 2024 | By ANN LEE, Staff Writer",
        "By Ann Lee\n\nHarwold Times, 14 March 2024",
        "Harwold Times, 14 March 2024, page 3\n\nBy Ann Lee",
        "By Ann Lee, Harwold Times\n14 March 2024",
    ],
)
def test_a_paper_is_the_publisher_where_its_name_stands_in_the_head(head: str) -> None:
    imprint = read_article(f"Pier closed after the storm\n\n{head}\n\n{BODY}\n").imprint
    assert (imprint.title, imprint.publisher, imprint.date) == (
        "Pier closed after the storm",
        "Harwold Times",
        "2024-03-14",
    )
    assert [name.lower() for name in imprint.author] == ["ann lee"]


@pytest.mark.parametrize(
    ("line", "paper"),
    [
        ("The Tidewick Lantern, 14 March 2024", "The Tidewick Lantern"),
        ("Tidewick Lantern | Thursday 14 March 2024", "Tidewick Lantern"),
        ("Tidewick Lantern (14 March 2024)", "Tidewick Lantern"),
        ("TIDEWICK LEDGER: 14 MARCH 2024", "TIDEWICK LEDGER"),
        ("14 March 2024, Tidewick Ledger", "Tidewick Ledger"),
        ("New York, 14 March 2024", ""),
        ("Low Harwold, 14 March 2024", ""),
        ("Published Thursday 14 March 2024", ""),
    ],
)
def test_the_name_beside_the_date_is_the_paper_s_and_a_place_is_not(line: str, paper: str) -> None:
    article = f"{line}\n\nPier closed after the storm\n\nLOW HARWOLD — {BODY}\n"
    imprint = read_article(article).imprint
    assert (imprint.title, imprint.publisher, imprint.date) == ("Pier closed after the storm", paper, "2024-03-14")


@pytest.mark.parametrize(
    ("dateline", "publisher"),
    [
        ("TIDEWICK, Nov 14 (Coast Wire) - ", "Coast Wire"),
        ("TIDEWICK/LOWICK (Reuters) — ", "Reuters"),
        ("(Reuters) - ", "Reuters"),
        ("BERLIN (dpa) - ", "dpa"),
        ("LOWICK FALLS (Md.) — ", ""),
        ("TIDEWICK (Norway) — ", ""),
        ("TIDEWICK — ", ""),
    ],
)
def test_the_agency_of_a_dateline_is_the_publisher_where_no_paper_is_named(dateline: str, publisher: str) -> None:
    article = read_article(f"Pier closed after the storm\n\n{dateline}{BODY}\n")
    assert [block.kind for block in article.blocks] == ["title", "dateline", "paragraph"]
    assert article.imprint.publisher == publisher
    printed = read_article(f"Pier closed\n\nHarwold Times, 14 March 2024\n\n{dateline}{BODY}")
    assert printed.imprint.publisher == "Harwold Times"


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Institute for Tides and Shores, Policy Brief No. 14", "Institute for Tides and Shores"),
        ("The Lowick Centre", "The Lowick Centre"),
        ("Harwold Council on the Sea", "Harwold Council on the Sea"),
        ("Council", ""),
        ("Council on its way", ""),
    ],
)
def test_an_institute_is_the_publisher_where_its_name_stands_in_the_head(line: str, publisher: str) -> None:
    imprint = read_article(f"Pier closed after the storm\n\n{line}\nPublished 14 March 2024\n\n{BODY}\n").imprint
    assert (imprint.title, imprint.publisher, imprint.date) == ("Pier closed after the storm", publisher, "2024-03-14")


def test_who_reported_and_edited_stands_in_the_credit_line_and_is_no_prose() -> None:
    credit = "(Additional reporting by Jo Ames; Editing by Kit Ross)"
    article = read_article(f"Pier closed after the storm\n\n{BODY}\n\n{credit}\n")
    assert (article.imprint.credit, article.imprint.publisher) == (credit, "")
    assert [block.kind for block in article.blocks] == ["title", "paragraph", "credit"]


def test_the_last_line_of_a_paper_may_tell_its_name_and_day() -> None:
    imprint = read_article(f"Pier closed after the storm\n\n{BODY}\n\nPublished in Harwold, June 6th, 2021\n").imprint
    assert (imprint.publisher, imprint.date) == ("Harwold", "2021-06-06")
