"""The labelled corpus: sources written for it under proofs/, and for each what must be found in it and what must not.

Add a case to a YAML file beside its source, then bring `FLOOR` up to date: it holds the corpus to its size and its
words, so that no case goes missing unseen.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from briefing.evidence.finding import Finding, Level
from briefing.evidence.match import find
from briefing.evidence.normal import normalise
from briefing.evidence.source_text import SourceText, read_source
from briefing.evidence.speech import attributed_to

FOLDER = Path(__file__).parent / "proofs"
FLOOR = {
    "sha256": "533d39ae24088bd52bffda417a3db2d2981b7e1d1688eaaeeb584458cfbbdc06",
    "levels": {"exact": 18, "layout": 4, "typography": 15, "edited": 16, "not-found": 42},
    "speakers": 21,
    "variants": 341,
    "alterations": 1928,
}
SOURCES = {path.stem: read_source(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.txt"))}

Case = dict[str, Any]


def _listed(name: str) -> Any:
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


QUOTATIONS = [
    (stem, case) for stem in SOURCES if (FOLDER / f"{stem}.yaml").exists() for case in _listed(f"{stem}.yaml")
]
SPEAKERS = _listed("millbakers.speakers.yaml")


@pytest.mark.parametrize(
    ("stem", "case"), QUOTATIONS, ids=lambda value: value if isinstance(value, str) else value["quote"]
)
def test_a_labelled_quotation_has_its_level(stem: str, case: Case) -> None:
    finding = find(SOURCES[stem], case["quote"], prefix=case.get("prefix", ""), suffix=case.get("suffix", ""))
    assert (finding.level, finding.reason) == (case["level"], case.get("reason", "")), finding
    assert _line(finding) == case.get("line", _line(finding))
    assert len(finding.places) == case.get("times", len(finding.places))
    if "negation" in case:
        assert finding.nearest is not None
        assert finding.nearest.negation_changed is case["negation"]


def _line(finding: Finding) -> int | None:
    if finding.places:
        return finding.places[0].line
    return finding.nearest.line if finding.nearest else None


@pytest.mark.parametrize("case", SPEAKERS["cases"], ids=lambda case: case["quote"])
def test_words_are_given_to_their_speaker_or_to_nobody(case: Case) -> None:
    source = SOURCES["millbakers"]
    names = {id: tuple(forms) for id, forms in SPEAKERS["names"].items()}
    given = attributed_to(source, find(source, case["quote"]).places[0], names)
    assert (given.speaker, given.how) == (case["speaker"], case["how"])
    assert given.words == case.get("words", given.words)


def test_no_case_of_the_corpus_goes_missing() -> None:
    files = sorted(FOLDER.iterdir())
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
    levels = Counter(case["level"] for _, case in QUOTATIONS)
    counts = {
        "variants": sum(len(list(_variants(words))) for _, words in _spoken()),
        "alterations": sum(len(list(_alterations(source, words))) for source, words in _spoken()),
    }
    assert {"sha256": digest, "levels": levels, "speakers": len(SPEAKERS["cases"]), **counts} == FLOOR


@pytest.mark.parametrize("stem", SOURCES)
def test_honest_variants_of_every_quotation_pass(stem: str) -> None:
    for source, words in _spoken(stem):
        for variant in _variants(words):
            assert find(source, variant).passed, variant


@pytest.mark.parametrize("stem", SOURCES)
def test_no_altered_quotation_passes(stem: str) -> None:
    for source, words in _spoken(stem):
        for altered in _alterations(source, words):
            assert find(source, altered).level is Level.NOT_FOUND, altered


def _spoken(stem: str = "") -> Iterator[tuple[SourceText, str]]:
    """Every quotation of five words or more that a source has between its marks."""
    for name, source in SOURCES.items():
        for span in source.spans:
            words = source.text[span.start : span.end].strip(" ,.\u00a0")
            if not span.depth and len(words.split()) >= 5 and stem in ("", name):
                yield source, words


def _variants(words: str) -> Iterator[str]:
    """What an editor's keyboard, a paste or a stylesheet makes of the same words."""
    yield words
    yield f"“{words}”"
    yield words.replace("“", '"').replace("”", '"').replace("’", "'").replace("‘", "'")
    yield words.replace("'", "’")
    yield words.replace(" ", "\u00a0")
    yield words.replace(" ", "\n   ")
    yield words.replace("…", "...")
    yield words.replace(" -- ", " — ")
    yield words.replace("e", "e\u00ad")
    yield words.replace("fi", "\ufb01")
    yield f"{words},"


def _alterations(source: SourceText, words: str) -> Iterator[str]:
    """Every inner word dropped, swapped with the next, replaced, doubled by another; every cut that joins strangers."""
    parts = words.split()
    if "“" in words:  # a quotation over paragraphs: its inner marks are not words
        return
    for at in range(1, len(parts) - 1):
        before, word, behind = parts[:at], parts[at], parts[at + 1 :]
        changed = [
            [*before, *behind],
            [*before, behind[0], word, *behind[1:]],
            [*before, "seldom", *behind],
            [*before, word, "perhaps", *behind],
            [*before, word + "s", *behind],
            [*behind, "[…]", *before],
        ]
        yield from (text for text in map(" ".join, changed) if _is_altered(source, text))
    for _, other in _spoken():
        if other.split()[:4] != parts[:4]:  # words that begin alike may be joined to the end of either
            yield f"{' '.join(parts[:4])} […] {' '.join(other.split()[-4:])}"


def _is_altered(source: SourceText, text: str) -> bool:
    return normalise(text).words.rstrip(".,") not in source.normal.words
