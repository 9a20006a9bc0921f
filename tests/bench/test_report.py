"""What the benchmark makes of its figures; nothing here is timed."""

import re
from xml.etree import ElementTree as ET

import pytest
from builders import BUILDERS, PEERS
from measure import Cost
from picture import picture
from report import Measured, Report, table
from scenarios import SCENARIOS, TITLES

OURS = {name: Cost(wall=1.0 + n, cpu=2.0, memory=100.0) for n, name in enumerate(SCENARIOS)}
THEIRS = {name: Cost(wall=4.0, cpu=8.0, memory=400.0) for name in SCENARIOS}
BUILT = (Measured("briefing", "this project", OURS, 43_000, 7, 344_000_000), Measured("hugo", "Hugo", THEIRS, 36_000))
REPORT = Report(10_000, 1, 3, BUILT)


def test_a_ratio_is_this_project_over_the_peer() -> None:
    assert REPORT.ratios["hugo"]["cold"] == {"wall": 0.25, "cpu": 0.25, "memory": 0.25}
    assert REPORT.ratios["hugo"]["edit"]["wall"] == 0.75


def test_the_ratios_have_the_scenarios_by_their_names_and_no_ratio_to_ourselves() -> None:
    assert list(REPORT.ratios) == ["hugo"]
    assert list(REPORT.ratios["hugo"]) == ["cold", "unchanged", "edit", "actor", "theme"]


def test_the_json_has_every_figure_of_every_builder_and_scenario() -> None:
    written = REPORT.as_json()
    assert written["ratios"] == REPORT.ratios
    assert written["builders"]["hugo"]["edit"] == {"wall": 4.0, "cpu": 8.0, "memory": 400.0}
    assert written["builders"]["briefing"]["page_bytes"] == 43_000


def test_a_run_without_peers_has_no_ratios() -> None:
    assert Report(10, 1, 1, BUILT[:1]).as_json()["ratios"] == {}


def test_the_middle_of_several_rounds_is_taken_of_each_figure_alone() -> None:
    assert Cost.middle([Cost(1, 9, 5), Cost(3, 7, 6), Cost(2, 8, 4)]) == Cost(2, 8, 5)


def test_the_table_has_a_line_for_each_builder_scenario_and_ratio() -> None:
    lines = table(REPORT).splitlines()
    assert lines[2].endswith("pages of 43.0 KB, 7 files of 344 MB")
    assert lines[0] == "10,000 invented briefings, medians of 3 rounds"
    for title in TITLES.values():
        assert sum(line.strip().startswith(title) for line in lines) == 3
    assert re.search(r"one edit +0\.750 +0\.250 +0\.250$", table(REPORT), re.MULTILINE)


def test_the_picture_has_a_bar_for_each_builder_and_scenario_and_no_script() -> None:
    root = ET.fromstring(picture(REPORT))  # noqa: S314 - made here
    names = [each.tag.rpartition("}")[2] for each in root.iter()]
    assert names.count("rect") == 1 + 2 * len(SCENARIOS)
    assert "script" not in names


def test_every_builder_has_a_bar_of_its_own_colour() -> None:
    built = [Measured(b.name, b.title, OURS, 1) for b in BUILDERS]
    bars = [each for each in ET.fromstring(picture(Report(1, 1, 1, built))).iter() if each.get("fill", "")[:1] == "#"]  # noqa: S314
    assert len({bar.get("fill") for bar in bars} - {"#fff"}) == len(BUILDERS)


@pytest.mark.parametrize("wall", [0.001, 0.1, 5000.0])
def test_every_bar_stays_within_the_picture(wall: float) -> None:
    costs = {name: Cost(wall, 1, 1) for name in SCENARIOS}
    root = ET.fromstring(picture(Report(1, 1, 1, [Measured("a", "A", costs, 1)])))  # noqa: S314
    bars = [each for each in root.iter() if each.get("fill", "").startswith("#8")]
    right = {float(bar.attrib["x"]) + float(bar.attrib["width"]) for bar in bars}
    assert len(bars) == len(SCENARIOS)
    assert 190 < max(right) <= float(root.attrib["viewBox"].split()[2])


def test_every_builder_has_its_own_name_and_this_project_is_the_first() -> None:
    assert [b.name for b in BUILDERS] == ["briefing", *PEERS]
    assert len(set(PEERS)) == len(PEERS)
