"""What is proposed from an article: entries of a briefing, each with its passage, its rule and its doubts."""

import pytest
from briefing.drafting.event_titles import event_title
from briefing.drafting.expert_views import is_expert
from briefing.drafting.people import FoundActor
from briefing.drafting.reported_speech import reported
from briefing.model.actor import Actor

from .articles import PIER, proposals_of

VENN = Actor(id="orla-venn", name="Orla Venn", as_written=("Captain Venn",))


def test_an_actor_of_the_register_is_referred_to_and_not_repeated() -> None:
    (actor,) = (p for p in proposals_of(PIER, "courier", VENN).actors if p.entry.id == "orla-venn")
    assert actor.entry == Actor(id="orla-venn")
    assert actor.doubts == ()


@pytest.mark.parametrize("name", ["Venn Orla", "Órla Venn", "ORLA VENN", "Dr. Orla Venn"])
def test_the_register_knows_a_name_in_other_spellings(name: str) -> None:
    found = proposals_of(PIER, "courier", Actor(id="someone", name=name))
    assert [p.entry for p in found.actors if p.entry.id == "someone"] == [Actor(id="someone")]


def test_an_actor_known_by_the_surname_alone_is_to_be_checked() -> None:
    text = "The pier was closed. Captain Venn said on Friday that it is not safe."
    (actor,) = proposals_of(text, "courier", Actor(id="v", name="Orla Venn")).actors
    assert (actor.entry.id, bool(actor.doubts)) == ("v", True)


def test_of_two_namesakes_none_is_chosen() -> None:
    two = (Actor(id="venn-1", name="Orla Venn"), Actor(id="venn-2", name="Orla Venn"))
    (actor,) = (p for p in proposals_of(PIER, "courier", *two).actors if p.entry.name == "Orla Venn")
    assert actor.entry.id not in ("venn-1", "venn-2")
    assert "venn-1 and venn-2" in actor.doubts[0]


def test_somebody_new_is_described_as_the_article_does() -> None:
    marn = next(p.entry for p in proposals_of(PIER).actors if p.entry.id == "satu-marn")
    assert (marn.name, marn.role, marn.affiliation) == ("Satu Marn", "lecturer", "Harwold School of Engineering")


def test_nobody_invented_is_named_by_an_article_however_often_the_name_stands_in_it() -> None:
    council = Actor(id="council", name="Tidewick Council", kind="government", as_written=("Tidewick",), fiction=True)
    assert "council" not in {p.entry.id for p in proposals_of(PIER, "courier", council).actors}


def test_a_place_that_stands_for_a_known_government_is_proposed_with_a_doubt() -> None:
    council = Actor(id="council", name="Tidewick Council", kind="government", as_written=("Tidewick",))
    (actor,) = (p for p in proposals_of(PIER, "courier", council).actors if p.entry.id == "council")
    assert "may be the place" in actor.doubts[0]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Quant, which has run the ferry since 2012, said it “regretted the long delay”.", None),
        ("Quant said it would mend the pier that fell in 2012, and “regretted the long delay”.", None),
        ("Quant said the “long delay there” had begun in 2012.", None),
        ("Quant said in a letter on 2 May 2023 that it “regretted the long delay”.", "2023-05-02"),
        ("Quant signed the lease on 2 May 2023 and said it “regretted the long delay”.", None),
        ("Oster, who said on 2 May 2023 that the pier was safe, added that it “regretted the long delay”.", None),
        ("On 2 May 2023 Quant said it “regretted the long delay”.", "2023-05-02"),
    ],
)
def test_a_quotation_has_the_day_on_which_it_was_said_and_no_other(sentence: str, day: str | None) -> None:
    (quotation,) = proposals_of(sentence).quotations
    assert (str(quotation.entry.date) if quotation.entry.date else None) == day


def test_words_that_somebody_tells_of_another_are_to_be_checked() -> None:
    (quotation,) = proposals_of("Oster said that the divers had called the pier “a heap of rust”.").quotations
    assert "whose words are they?" in " ".join(quotation.doubts)


def test_a_quotation_has_its_speaker_and_its_sentence() -> None:
    quotations = proposals_of(PIER, "courier", VENN).quotations
    first, second = (p.entry for p in quotations)
    assert (first.speaker, first.quote) == (
        "orla-venn",
        "Nobody should set foot on it before the divers have been down",
    )
    assert first.passage[0].exact.endswith("the harbour master of Tidewick.")
    assert (second.speaker, second.quote) == ("satu-marn", "We warned the council twice")
    assert quotations[0].doubts == ()
    assert "“she” is read as Satu Marn" in quotations[1].doubts[0]


def test_events_are_in_order_of_time_with_basis_and_words() -> None:
    events = [p.entry for p in proposals_of(PIER).timeline]
    assert [(str(e.date), e.date_basis, e.as_written, e.status) for e in events] == [
        ("1998", "stated", "1998", "occurred"),
        ("2024-03-12", "resolved", "Tuesday", "occurred"),
        ("2024-03-21", "resolved", "March 21", "scheduled"),
    ]
    assert events[1].title == "The old pier was closed after a storm tore away eleven planks"


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        (
            "The council voted on Tuesday to end the Sunday service.",
            [("2024-03-12", "The council voted to end the Sunday service")],
        ),
        ("Mayor Bram Oster accused the council of ignoring a 2022 audit which found that the pier was rotten.", []),
        (
            "Mayor Bram Oster, elected in 2019, said that “nobody has lost their nerve here”.",
            [("2019", "Mayor Bram Oster was elected")],
        ),
        (
            "The council voted on Tuesday to cut its toll, in the hope of winning back boats lost since 2022.",
            [("2024-03-12", "The council voted to cut its toll")],
        ),
        ("Parents in Tidewick lost their Friday child care.", []),
        ("It was due on 1 September 2023.", []),
        ("By January there may be nobody at all.", []),
        ("On the first Sunday of each month Oster climbs the tower alone.", []),
        ("“I have nothing against the pier,” Oster told us when we met, on a wet Thursday.", []),
        (
            "Oster, 71, has kept the pier since 1974, when the council, which had no money, agreed to pay him.",
            [("1974", "The council, which had no money, agreed to pay him")],
        ),
        (
            "The town lost its bank in 2016, its pharmacy three years later and its resident doctor last March.",
            [("2016", "The town lost its bank")],
        ),
        (
            "The ferry Havbris carried 61,000 passengers in 2022 against 84,000 in 2019.",
            [("2022", "The ferry Havbris carried 61,000 passengers against 84,000 in 2019")],
        ),
        (
            "If the owners appeal by 3 April, the governor must decide on it before 1 May.",
            [("2024-05-01", "The governor must decide on it")],
        ),
        (
            "Mayor Ilse Quant leads the team. She counted the boats in 2021.",
            [("2021", "Ilse Quant counted the boats")],
        ),
        (
            "On Tuesday the town voted, by five to four, to sell the pier in its harbour to the owners from 5 April.",
            [("2024-03-12", "The town voted"), ("2024-04-05", "Sell the pier in its harbour to the owners")],
        ),
    ],
)
def test_an_event_is_proposed_where_the_article_tells_of_whom_what_happened(
    sentence: str, events: list[tuple[str, str]]
) -> None:
    found = proposals_of(f"The pier\n\nMarch 14, 2024\n\n{sentence}").timeline
    assert [(str(p.entry.date), p.entry.title) for p in found] == events


def test_what_is_dated_but_not_named_is_listed_and_not_guessed() -> None:
    gaps = proposals_of("The pier\n\nMarch 14, 2024\n\nIt was due on 1 September 2023.").gaps
    assert [gap for gap in gaps if "“It was due on 1 September 2023.”" in gap]


def test_what_an_expert_thinks_estimates_and_does_not_dispute_is_a_view() -> None:
    text = (
        "Dr. Satu Marn, an economist at Harwold University, thinks that the council has its sums the wrong way round. "
        "A new ferry would, she estimates, halve the running costs of the route. "
        "Marn does not dispute that the old one is too expensive."
    )
    (view,) = proposals_of(text).views
    assert [point.text for point in view.entry.points] == [
        "The council has its sums the wrong way round.",
        "A new ferry would, she estimates, halve the running costs of the route.",
        "Marn does not dispute that the old one is too expensive.",
    ]
    assert "“she” is read as Satu Marn" in " ".join(view.doubts)


def test_an_expert_without_a_view_is_listed() -> None:
    gaps = proposals_of("Satu Marn, an economist at Harwold University, came to the pier.").gaps
    assert [gap for gap in gaps if "Satu Marn (economist) is an expert by title" in gap]


def test_who_has_promised_to_come_has_said_no_view() -> None:
    assert proposals_of("Mayor Bram Oster has promised to attend the meeting in the hall.").key_points[1:] == ()


def test_the_day_on_which_something_was_said_is_no_event() -> None:
    assert not [p for p in proposals_of(PIER).timeline if p.entry.as_written == "Wednesday"]
    (view,) = proposals_of(PIER).views
    assert str(view.entry.date) == "2024-03-13"


def test_an_inferred_date_is_marked_and_to_be_checked() -> None:
    (event,) = proposals_of("The pier closes\n\nMay 8, 2023\n\nThe toll on the old pier was lifted in March.").timeline
    assert (str(event.entry.date), event.entry.date_basis) == ("2023-03?", "inferred")
    assert any("inferred" in doubt for doubt in event.doubts)


def test_an_experts_view_is_a_paraphrase_to_be_rewritten() -> None:
    (view,) = proposals_of(PIER).views
    assert (view.entry.expert, view.entry.told_to) == ("satu-marn", "Tidewick Courier")
    (point,) = view.entry.points
    assert (point.text, point.quote) == ("The piles had been rotting since 1998.", "")
    assert point.passage[0].exact.startswith("Dr. Satu Marn, a lecturer")
    assert "paraphrase" in view.doubts[0]


def test_the_expert_is_the_one_named_last() -> None:
    text = (
        "Dr. Satu Marn (Harwold Research Institute) said that the sea is rising everywhere.\n\n"
        "Second, according to the expert, the old pier cannot be saved by new planks."
    )
    (view,) = proposals_of(text).views
    assert [p.text for p in view.entry.points][1:] == ["The old pier cannot be saved by new planks."]
    assert any("“the expert” is taken for Satu Marn" in doubt for doubt in view.doubts)


def test_what_an_official_is_reported_to_have_said_is_a_claim_for_a_key_point() -> None:
    claims = [p for p in proposals_of(PIER).key_points if p.entry.status == "claimed"]
    assert ["hedged" in p.found or "Bram Oster" in p.found for p in claims] == [True, True]


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ('The pier is old. He thanked Mr. so". Nobody knows why he did it.', "a quotation mark without a partner"),
        ("The pier was shut. and nobody was told of it by the town.", "begins with a small letter"),
        ("The pier was shut in spring. , Nobody was told of it by the town.", "a mark stands alone"),
        ("The town is promoting promote the pier to visitors.", "a word stands twice"),
        ("It was the first ferry in 12 years to come to the pier.", "no date is told by “in 12 years” (line 1)"),
        ("The pier was closed on 03/04/2021 by the town.", "can be read in two ways"),
        ("The pier was closed on Friday by the town.", "does not tell its date"),
    ],
)
def test_what_is_not_understood_is_listed(text: str, gap: str) -> None:
    assert any(gap in listed for listed in proposals_of(text).gaps)


def test_a_quotation_without_a_speaker_is_listed_and_not_given_to_anybody() -> None:
    found = proposals_of("“That’s all there is to it, and it will not do,” it said on the wall of the old pier.")
    assert found.quotations == ()
    assert any("whose words is not told" in gap for gap in found.gaps)


def test_a_text_that_is_not_english_is_said_to_be_none() -> None:
    german = "Der alte Steg am Hafen wurde am Dienstag geschlossen, weil ein Sturm elf Bretter losgerissen hatte. " * 4
    assert any("does not read as English" in gap for gap in proposals_of(german).gaps)
    assert not any("does not read as English" in gap for gap in proposals_of(PIER).gaps)


@pytest.mark.parametrize(
    ("sentence", "date", "title"),
    [
        ("Right on May 7, the mayor met the divers.", "May 7", "The mayor met the divers"),
        (
            "Yesterday (May 7), the ferry came, starting a visit.",
            "Yesterday (May 7)",
            "The ferry came, starting a visit",
        ),
        ("In 2019, after the town took a step, Harwold shut its gates.", "2019", "Harwold shut its gates"),
        ("The toll was lifted in March when she came.", "March", "The toll was lifted when she came"),
        (
            "She did not say she was sorry for what the town had done to many during the closing from 1910 to 1945.",
            "from 1910 to 1945",
            "The closing",
        ),
        ("It is the worst since May 2021, when the pier fell.", "May 2021", "The pier fell"),
        (
            "The divers voted at night to go on with a strike that has idled 40 boats since May 7, after talks failed.",
            "May 7",
            "A strike has idled 40 boats",
        ),
        (
            "The pier, first shown on a map in 1910, was closed in 2019 because it had lost eleven of its planks.",
            "2019",
            "The pier was closed",
        ),
        (
            "The pier, closed to all boats since May 2021, will open again on the first of July.",
            "May 2021",
            "The pier was closed to all boats",
        ),
        (
            "Built in 1931, the pier was closed after divers found cracks in two of its piles.",
            "1931",
            "The pier was built",
        ),
        (
            "The gauge, moved during bridge works in June 2013 and never set right, was wrong for ten years.",
            "June 2013",
            "The gauge moved during bridge works",
        ),
        ("Insurers paid out four million after the 2018 flood; a lawyer said so.", "2018", "The flood"),
        (
            "Warnings came late on three occasions, the worst of them on 8 January 2018, when 61 homes were flooded.",
            "8 January 2018",
            "61 homes were flooded",
        ),
        (
            "The fire broke out in a furnace hall shortly before 11 p.m. on May 7, they say.",
            "11 p.m. on May 7",
            "The fire broke out in a furnace hall, they say",
        ),
        ("A public meeting will be held on May 7 at 6 p.m.", "May 7", "A public meeting will be held at 6 p.m."),
        ("The board voted four to one late Monday to go on.", "Monday", "The board voted four to one to go on"),
        ("Classes begin May 7.", "May 7", "Classes begin"),
        ("Absences fell between May 2021 and May 2022 in Harwold.", "May 2021", "Absences fell in Harwold"),
        (
            "He has since proposed closing the town's swimming pool, built in 1978, and leaving six jobs unfilled.",
            "1978",
            "The town's swimming pool was built",
        ),
        ("A second survey, in May 2021, found a third.", "May 2021", "A second survey found a third"),
        ("The spill began on the night of May 7, when a gate jammed.", "May 7", "The spill began when a gate jammed"),
        ("The town's next meeting is on May 7.", "May 7", "The town's next meeting"),
        ("The school opened in 1957 and has taught many.", "1957", "The school opened"),
        (
            "Repairs were to have been finished by May 2021 but were halted when the builder failed in the end.",
            "May 2021",
            "Repairs were to have been finished",
        ),
        (
            "Repairs were to have been finished in spring but were halted in October, when the builder failed at last.",
            "October",
            "Repairs were halted",
        ),
        (
            "The friends of the pier want a limit; its petition, signed by 3,200 people, was handed in on May 7.",
            "May 7",
            "Its petition was handed in",
        ),
        (
            "A court fined the owner of the old pier two million marks for a spill that killed trout last October.",
            "last October",
            "A spill killed trout",
        ),
        (
            "Odran Pell, who speaks for the town, said the 63 pupils would be taught in Harwold from 1 September.",
            "1 September",
            "The 63 pupils would be taught in Harwold",
        ),
        (
            "The cook, 58, whose shop stands at the far end, said takings had halved between May 2023 and this spring.",
            "this spring",
            "Takings had halved",
        ),
        (
            "Exports of timber through the harbour of Lower Tidewick fell from 31 boats in 2021 to 19 boats in 2024.",
            "2024",
            "Exports of timber through the harbour of Lower Tidewick fell from 31 boats",
        ),
        (
            "The town agreed on Tuesday to cut the fees of all boats with timber by 18 per cent from the first of May.",
            "Tuesday",
            "The town agreed to cut the fees of all boats with timber",
        ),
        (
            "Talks over a toll broke off in March 2023 and may go on, they say.",
            "March 2023",
            "Talks over a toll broke off",
        ),
        (
            "In 2025, long before the present quarrel, the board had turned a plan down, drawn up by divers.",
            "2025",
            "The board had turned a plan down",
        ),
        (
            "Divers shut it on 3 May, and the guard, after talks that lasted a whole night, escorted a boat on 4 May.",
            "4 May",
            "The guard escorted a boat",
        ),
        (
            "The treasurer, Petra Lund, whose party faces a vote of its council on 14 July, has urged it to wait.",
            "14 July",
            "Petra Lund's party faces a vote of its council",
        ),
        (
            "The mayor told everybody in the hall that the town expected its debt to peak at two million in May 2031.",
            "May 2031",
            "Its debt to peak at two million",
        ),
        (
            "An act of 2029 allows towns to build homes for teachers; by August 2031 nine had applied, all in vain.",
            "August 2031",
            "Nine had applied, all in vain",
        ),
        ("The walls, built in 1964, were breached twice last year by the sea.", "1964", "The walls were built"),
        (
            "The pier was begun in the year after the old one was lost, after the flood of 3 May had covered the town.",
            "3 May",
            "The flood had covered the town",
        ),
    ],
)
def test_the_title_of_an_event_is_made_of_the_words_around_its_date(sentence: str, date: str, title: str) -> None:
    start = sentence.index(date)
    assert event_title(sentence, start, start + len(date))[0] == title


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("According to Dr. Marn, the pier is old and frail.", "The pier is old and frail."),
        ("Second, according to the expert, the pier is old and frail.", "The pier is old and frail."),
        ("She told the Courier on Friday that the pier is frail.", "The pier is frail."),
        ("The pier is old and frail, the mayor said on Friday.", "The pier is old and frail."),
        ("The pier is old and frail.", "The pier is old and frail."),
        ("Venn denied that the pier is old and frail.", "Venn denied that the pier is old and frail."),
        ("Venn did not say that the pier is old and frail.", "Venn did not say that the pier is old and frail."),
    ],
)
def test_a_point_is_what_is_said_without_who_said_it(sentence: str, said: str) -> None:
    assert reported(sentence) == said


@pytest.mark.parametrize(
    ("role", "affiliation", "expected"),
    [
        ("lecturer", "", True),
        ("", "Harwold Research Institute", True),
        ("Mayor", "Tidewick", False),
        ("professor of law", "", True),
        ("", "", False),
    ],
)
def test_an_expert_has_a_calling_or_a_body_and_no_office(role: str, affiliation: str, expected: bool) -> None:
    assert is_expert(FoundActor(0, 1, "A B", "person", role, affiliation)) is expected


@pytest.mark.parametrize("letters", ["A." * 200, "A.B " * 100, "The a " * 80])
def test_however_many_initials_stand_before_a_date_its_title_is_found_at_once(letters: str) -> None:
    """A reader that tried every way to part them would be at it for years."""
    sentence = f"{letters}, which fell in 2024."
    start = sentence.index("2024")
    assert event_title(sentence, start, start + 4)


def test_the_place_of_a_dateline_is_no_actor_and_a_passage_is_proposed_once() -> None:
    text = (
        "The pier\n\nMarch 14, 2024\n\nPORT TIDEWICK — Mayor Ilse Quant said the pier would cost 41 million crowns. "
        "Boats from Port Tidewick went elsewhere. Boats come to Port Tidewick no more."
    )
    found = proposals_of(text)
    assert [actor.entry.name for actor in found.actors] == ["Ilse Quant"]
    passages = [point.entry.passage for point in found.key_points]
    assert len(passages) == len(set(passages))
    assert [point.entry.status for point in found.key_points] == ["reported", "claimed"]
