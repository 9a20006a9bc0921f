from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from briefing.build.settings import DEFAULTS, now_of, read_settings, shelf_of, site_of

CLOCK = datetime(2024, 6, 1, 12, tzinfo=UTC)
PELICAN = {"SITENAME": "N", "SITEURL": "https://example.org/news/", "DEFAULT_LANG": "en", "RELATIVE_URLS": False}


def test_every_setting_has_a_default() -> None:
    assert read_settings({"SITENAME": "N"}) == (dict(DEFAULTS), ())


def test_a_setting_that_is_given_counts() -> None:
    values, problems = read_settings({"BRIEFING_PATHS": ["a", "b"], "BRIEFING_STRICT": True})
    assert (values["BRIEFING_PATHS"], values["BRIEFING_STRICT"], problems) == (["a", "b"], True, ())


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"BRIEFING_STRICT": "yes"}, "BRIEFING_STRICT cannot be 'yes'"),
        ({"BRIEFING_PATHS": "briefings"}, "BRIEFING_PATHS cannot be 'briefings'"),
        ({"BRIEFING_FOO": 1}, "there is no setting BRIEFING_FOO"),
        ({"BRIEFING_PATH": []}, "there is no setting BRIEFING_PATH; did you mean BRIEFING_PATHS?"),
        ({"BRIEFING_SEARHC": 1}, "there is no setting BRIEFING_SEARHC; did you mean BRIEFING_SEARCH?"),
        ({"BRIEFING_HTML": {"script": []}}, "BRIEFING_HTML cannot allow <script>"),
        ({"BRIEFING_HTML": {"p": ["onclick"]}}, "BRIEFING_HTML cannot allow onclick of <p>"),
    ],
)
def test_a_wrong_setting_is_a_diagnostic_and_the_default_goes_on(settings: dict[str, Any], message: str) -> None:
    values, (problem,) = read_settings(settings)
    assert problem.message == message
    assert values == dict(DEFAULTS)


@pytest.mark.parametrize(
    ("given", "address"),
    [("flaws@a.example", "mailto:flaws@a.example"), ("https://a.example/flaws", "https://a.example/flaws")],
)
def test_an_address_of_mail_may_be_given_plainly(given: str, address: str) -> None:
    values, problems = read_settings({"BRIEFING_SECURITY_CONTACT": given})
    assert (values["BRIEFING_SECURITY_CONTACT"], problems) == (address, ())


def test_the_project_is_the_folder_that_holds_the_content() -> None:
    shelf = shelf_of({"PATH": "/site/content"}, DEFAULTS)
    assert (shelf.root, shelf.content, shelf.briefings) == (Path("/site"), Path("/site/content"), ("briefings",))


def test_the_address_of_the_site_is_kept_without_its_slash() -> None:
    site = site_of(PELICAN)
    assert (site.name, site.url, site.relative_urls) == ("N", "https://example.org/news", False)


@pytest.mark.parametrize(
    ("environment", "zone", "moment"),
    [
        ({}, "UTC", "2024-06-01T12:00:00+00:00"),
        ({"SOURCE_DATE_EPOCH": "0"}, "UTC", "1970-01-01T00:00:00+00:00"),
        ({"SOURCE_DATE_EPOCH": "0"}, "Asia/Tokyo", "1970-01-01T09:00:00+09:00"),
        ({"SOURCE_DATE_EPOCH": "soon"}, "UTC", "2024-06-01T12:00:00+00:00"),
        ({}, None, "2024-06-01T12:00:00+00:00"),
    ],
)
def test_the_moment_of_the_build_is_the_clock_or_what_the_environment_says(
    environment: dict[str, str], zone: str | None, moment: str
) -> None:
    assert now_of({"TIMEZONE": zone}, environment, CLOCK).isoformat() == moment
