"""What a deploy is going to change, and what it never touches."""

import pytest
from briefing.publishing.changes import MARK, Changes, compare, is_kept, refuse_strangers, show
from briefing.publishing.programs import PublishError, hidden, reason

SITE = {"index.html": "1", "a.html": "2", "b.html": "3"}


def test_files_are_compared_by_their_content() -> None:
    assert compare(SITE, {"index.html": "1", "a.html": "old", "gone.html": "4"}) == Changes(
        ("b.html",), ("a.html",), ("gone.html",), 1
    )
    assert not compare(SITE, SITE)


@pytest.mark.parametrize("name", ["CNAME", ".git/config", ".htaccess", ".well-known/acme-challenge/token"])
def test_what_belongs_to_the_host_is_never_removed(name: str) -> None:
    assert is_kept(name)
    assert compare({}, {name: "1"}) == Changes()


@pytest.mark.parametrize("name", ["CNAME.html", "a/CNAME", ".well-known/security.txt", ".github/x"])
def test_nothing_else_is_kept(name: str) -> None:
    assert compare({}, {name: "1"}).removed == (name,)


def test_a_place_with_files_and_none_of_the_site_is_not_emptied() -> None:
    with pytest.raises(PublishError, match="2 files and is none of the sites made here"):
        refuse_strangers(compare(SITE, {"thesis.doc": "1", "photo.jpg": "2"}), "/home")
    refuse_strangers(compare(SITE, {"index.html": "old", "gone.html": "2"}), "/var/www")
    refuse_strangers(compare(SITE, {}), "/var/www")


def test_a_file_that_any_site_may_have_makes_no_place_ours() -> None:
    ours = {**SITE, MARK: "4"}
    with pytest.raises(PublishError, match="2 files and is none"):
        refuse_strangers(compare(ours, {"index.html": "old", "thesis.tex": "2"}), "/home")
    refuse_strangers(compare(ours, {"index.html": "old", MARK: "older", "gone.html": "2"}), "/var/www")


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


def test_the_line_that_says_why_is_found_among_others() -> None:
    git = "To /x.git\n ! [remote rejected] gh-pages -> gh-pages (pre-receive hook declined)\nerror: failed to push"
    assert "hook declined" in reason(git)
    ssh = "ssh: Could not resolve hostname x: Name not known\r\nfatal: Could not read from remote repository.\n"
    assert reason(ssh) == "ssh: Could not resolve hostname x: Name not known"
    assert reason("Host key verification failed.\nfatal: Could not read\n") == "Host key verification failed."
    assert reason("one\nlast word\n\n") == "last word"
    assert reason("") == ""
