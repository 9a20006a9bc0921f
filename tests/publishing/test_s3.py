"""A deploy to a bucket, tried with the real client of AWS against a host on this machine."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from briefing.cli import main
from briefing.publishing.deployed import LIST, digests_of, render_list
from briefing.publishing.programs import PublishError
from briefing.publishing.s3 import S3

from .conftest import contents, write
from .s3_host import Bucket, bucket


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch, needs: Callable[[str], str], tmp_path: Path) -> Iterator[Bucket]:
    needs("aws")
    for name, value in {
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing-to-see",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_CONFIG_FILE": str(tmp_path / "none"),
        "AWS_EC2_METADATA_DISABLED": "true",
        "NO_PROXY": "127.0.0.1",
    }.items():
        monkeypatch.setenv(name, value)
    with bucket() as server:
        yield server


def deploy(site: Path, host: Bucket, *options: str) -> int:
    place = ("--to=s3", "--target=s3://bucket/news", f"--endpoint-url={host.address}")
    return main(["deploy", *place, f"--folder={site}", *options])


def test_the_bucket_becomes_the_site_pages_last_and_deletes_at_the_end(
    site: Path, edited: Callable[[], Path], host: Bucket, capsys: pytest.CaptureFixture[str]
) -> None:
    host.objects["elsewhere/index.html"] = b"another site of this bucket"
    assert deploy(site, host, "--dry-run") == 0
    assert host.done == []
    assert deploy(site, host) == 0
    assert the_site(host) == contents(site)
    assert [key.endswith(".html") for _, key in host.done] == [False, False, False, True, True]
    host.done.clear()
    host.objects["news/ads.txt"] = b"somebody's"
    write(edited(), **{"theme__css__main_css": "b{color:red}", "data.jsonl": "{}"})
    assert deploy(site, host) == 0
    kinds = [(what, key.endswith(".html")) for what, key in host.done]
    assert kinds == [("put", False)] * 3 + [("put", True)] * 2 + [("delete", True), ("put", False)]
    assert the_site(host) == contents(site) | {"ads.txt": b"somebody's"}
    assert deploy(site, host) == 0
    said = capsys.readouterr()
    assert "nothing to change" in said.out
    assert "nothing-to-see" not in said.out + said.err
    assert host.types["news/data.jsonl"] == "application/jsonl"
    assert host.types["news/index.html"] == "text/html; charset=utf-8"
    assert host.kept["news/index.html"] == "public, max-age=300"
    assert "elsewhere/index.html" in host.objects


def the_site(host: Bucket) -> dict[str, bytes]:
    """What readers find below the folder of the site."""
    of_site = {key.removeprefix("news/"): text for key, text in host.objects.items() if key.startswith("news/")}
    return {name: text for name, text in of_site.items() if name != LIST}


def test_a_folder_made_in_the_console_is_nobodys_file(site: Path, host: Bucket) -> None:
    host.objects["news/"] = host.objects["news/theme/"] = b""
    assert deploy(site, host) == 0
    assert the_site(host).keys() == contents(site).keys() | {"", "theme/"}


def test_a_thousand_files_are_deleted_at_once(site: Path, host: Bucket) -> None:
    names = [f"{'a-long-name-' * 15}{number}.txt" for number in range(1000)]
    host.objects |= {f"news/{name}": b"x" for name in names}
    host.objects[f"news/{LIST}"] = render_list(digests_of(names)).encode()
    assert deploy(site, host) == 0
    assert the_site(host) == contents(site)


def test_what_could_not_be_deleted_is_told_and_tried_again(
    site: Path, edited: Callable[[], Path], host: Bucket, capsys: pytest.CaptureFixture[str]
) -> None:
    assert deploy(site, host) == 0
    host.locked.add("news/b/index.html")
    edited()
    assert deploy(site, host) == 1
    assert "1 of 1 files not deleted, the first b/index.html: AccessDenied" in capsys.readouterr().err
    host.locked.clear()
    assert deploy(site, host) == 0
    assert the_site(host) == contents(site)


@pytest.mark.parametrize("target", ["bucket", "https://bucket", "s3://", ""])
def test_a_place_that_is_no_bucket_is_refused(site: Path, target: str) -> None:
    with pytest.raises(PublishError, match="is no bucket"):
        S3(site, target)


def test_a_client_that_fails_is_one_line(
    site: Path, needs: Callable[[str], str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    needs("aws")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    closed = ("--to=s3", "--target=s3://b", "--endpoint-url=http://127.0.0.1:9")
    assert main(["deploy", *closed, f"--folder={site}"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
