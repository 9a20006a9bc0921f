"""What a deploy is going to change, and what it never touches."""

import pytest
from briefing.publishing.changes import MARK, Changes, compare, is_kept, refuse_strangers, show
from briefing.publishing.deployed import LIST, digests_of, read_list, render_list
from briefing.publishing.programs import PublishError, hidden, reason

SITE = {"index.html": "1", "a.html": "2", "b.html": "3"}


def test_files_are_compared_by_their_content() -> None:
    there = {"index.html": "1", "a.html": "old", "gone.html": "4"}
    changes = compare(SITE, there, digests_of(there))
    assert changes == Changes(("b.html",), ("a.html",), ("gone.html",), 1)
    assert not compare(SITE, SITE, digests_of(SITE))


def test_only_what_a_deploy_put_there_is_removed() -> None:
    there = {**SITE, "old.html": "4", "ads.txt": "5", "googleabc.html": "6", LIST: "7"}
    changes = compare(SITE, there, digests_of(["old.html", *SITE]))
    assert (changes.removed, changes.others) == (("old.html",), ("ads.txt", "googleabc.html"))
    said = list(show(changes, everything=False))
    assert said[1] == "  left alone, for no deploy put them there: ads.txt, googleabc.html"


def test_where_no_deploy_has_left_its_list_nothing_is_removed_and_a_line_says_so() -> None:
    there = {**SITE, **{f"old-{n}.html": "4" for n in range(5)}}
    changes = compare(SITE, there, None)
    assert changes.removed == ()
    assert changes  # the list has to be made
    line = next(show(changes, everything=False))
    assert line.startswith("  left alone, for no list says which of them a deploy put there: old-0.html, ")
    assert line.endswith("old-2.html and 2 more; what is old among them, remove by hand, this once")


def test_the_list_names_nothing_and_knows_everything_that_was_put_there() -> None:
    text = render_list(digests_of(["drafts/secret/index.html", "é.html"]))
    assert "secret" not in text
    assert read_list(text) == digests_of(["é.html", "drafts/secret/index.html"])


@pytest.mark.parametrize("name", ["CNAME", ".git/config", ".htaccess", ".well-known/acme-challenge/token"])
def test_what_belongs_to_the_host_is_never_removed(name: str) -> None:
    assert is_kept(name)
    assert compare({}, {name: "1"}, digests_of([name])) == Changes()


@pytest.mark.parametrize("name", ["CNAME.html", "a/CNAME", ".well-known/security.txt", ".github/x"])
def test_nothing_else_is_kept(name: str) -> None:
    assert compare({}, {name: "1"}, digests_of([name])).removed == (name,)


def test_a_place_with_files_and_none_of_the_site_is_not_emptied() -> None:
    with pytest.raises(PublishError, match="2 files and is none of the sites made here"):
        refuse_strangers(compare(SITE, {"thesis.doc": "1", "photo.jpg": "2"}, None), "/home")
    refuse_strangers(compare(SITE, {"index.html": "old", "gone.html": "2"}, None), "/var/www")
    refuse_strangers(compare(SITE, {}, None), "/var/www")


def test_a_file_that_any_site_may_have_makes_no_place_ours() -> None:
    ours = {**SITE, MARK: "4"}
    with pytest.raises(PublishError, match="2 files and is none"):
        refuse_strangers(compare(ours, {"index.html": "old", "thesis.tex": "2"}, None), "/home")
    refuse_strangers(compare(ours, {"index.html": "old", MARK: "older", "gone.html": "2"}, None), "/var/www")


def test_a_first_deploy_that_was_stopped_goes_on() -> None:
    ours = {**SITE, MARK: "4"}
    refuse_strangers(compare(ours, {LIST: "5", "a.html": "2"}, digests_of(ours)), "s3://news")


@pytest.mark.parametrize(("other", "name"), [("b", "b/c/index.html"), ("b/c/index.html/mine.txt", "b/c/index.html")])
def test_somebodys_file_in_the_place_of_a_folder_is_said(other: str, name: str) -> None:
    with pytest.raises(PublishError, match=f"/www has {other}, which no deploy put there, where {name} has to be"):
        refuse_strangers(compare({**SITE, name: "1"}, {**SITE, other: "2"}, digests_of(SITE)), "/www")


def test_a_dry_run_lists_everything_and_a_deploy_the_first_of_many() -> None:
    many = Changes(added=tuple(f"{n:02}.html" for n in range(25)), removed=("old.html",))
    assert len(list(show(many, everything=True))) == 27
    lines = list(show(many, everything=False))
    assert lines[20:] == ["  + and 5 more", "  - old.html", "25 to add, 0 to change, 1 to remove"]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (
            "fatal: unable to access 'https://x-token:s3cret@git.example/a'",
            "fatal: unable to access 'https://…@git.example/a'",
        ),
        ("error: password=hunter2 was refused", "error: … was refused"),
        ("error: Authorization: abcdef", "error: …"),
    ],
)
def test_a_credential_in_a_message_is_hidden(said: str, shown: str) -> None:
    assert hidden(said) == shown


RULES = """remote: Resolving deltas: 100% (1/1), done.
remote: error: GH006: Protected.
remote:
remote: Ask https://me:pw@x
 ! [remote rejected] gh-pages (protected)
error: failed to push some refs
"""


def test_the_line_that_says_why_is_found_among_others() -> None:
    git = "To /x.git\n ! [remote rejected] gh-pages -> gh-pages (pre-receive hook declined)\nerror: failed to push"
    assert "hook declined" in reason(git)
    ssh = "ssh: Could not resolve hostname x: Name not known\r\nfatal: Could not read from remote repository.\n"
    assert reason(ssh) == "ssh: Could not resolve hostname x: Name not known"
    assert reason("Host key verification failed.\nfatal: Could not read\n") == "Host key verification failed."
    blocked = "! [remote rejected] gh-pages (protected); the host says: error: GH006: Protected. Ask https://…@x"
    assert reason(RULES) == blocked
    assert reason("one\nlast word\n\n") == "last word"
    assert reason("") == ""
