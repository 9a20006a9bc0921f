"""The page about the site, fed from its settings."""

import json

from briefing.exports.about import about_json_ld, show_about
from briefing.view.site import Site

SITE = Site(name="Fiction", url="https://example.org", about=(("corrections", "We say *so*."), ("who", "A desk.")))


def test_it_has_a_section_for_each_text_in_one_order() -> None:
    view = show_about(SITE)
    assert view.title == "About Fiction"
    assert [(s.id, s.heading) for s in view.sections] == [("who", "Who we are"), ("corrections", "When we are wrong")]
    assert view.sections[1].text == "<p>We say <em>so</em>.</p>"
    assert view.sections[1].link is not None


def test_its_texts_can_do_nothing() -> None:
    (section,) = show_about(Site(about=(("who", "<script>alert(1)</script>[x](javascript:alert(1))"),))).sections
    assert "script" not in section.text


def test_a_link_within_the_site_leads_there_from_this_page() -> None:
    (section,) = show_about(Site(about=(("how", "[So](/pages/how/), [not](https://other.example/)"),))).sections
    assert 'href="../pages/how/"' in section.text
    assert 'href="https://other.example/"' in section.text


def test_search_engines_learn_where_the_policies_stand() -> None:
    publisher = json.loads(about_json_ld(SITE))["mainEntity"]
    assert publisher["@type"] == "NewsMediaOrganization"
    assert publisher["correctionsPolicy"] == "https://example.org/about/#corrections"
    assert "publishingPrinciples" not in publisher
