"""Readers of long files may ask for parts of them."""

import pytest

from kogu.media.storage import PublicStorage

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(make_image):
    """A public file, and its bytes."""
    make_image(public=True, size=(300, 200))
    storage = PublicStorage()
    name = next(
        f"{folder}/{name}" for folder, name in _files(storage) if name.endswith((".jpg", ".webp"))
    )
    with storage.open(name) as file:
        return f"/media/{name}", file.read()


def _files(storage, folder="images"):
    folders, names = storage.listdir(folder)
    yield from ((folder, name) for name in names)
    for inner in folders:
        yield from _files(storage, f"{folder}/{inner}")


def got(response):
    return b"".join(response.streaming_content)


def test_a_whole_file_says_that_parts_may_be_asked_for(client, picture):
    url, data = picture

    response = client.get(url)

    assert (response.status_code, response["Accept-Ranges"]) == (200, "bytes")
    assert got(response) == data


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("bytes=0-9", slice(0, 10)),
        ("bytes=10-", slice(10, None)),
        ("bytes=-7", slice(-7, None)),
        ("bytes=5-999999999", slice(5, None)),
    ],
)
def test_a_part_is_answered_alone(client, picture, asked, part):
    url, data = picture

    response = client.get(url, headers={"range": asked})

    assert response.status_code == 206
    assert got(response) == data[part]
    first = part.indices(len(data))[0]
    last = first + len(data[part]) - 1
    assert response["Content-Range"] == f"bytes {first}-{last}/{len(data)}"
    assert int(response["Content-Length"]) == len(data[part])


@pytest.mark.parametrize(
    "asked", ["bytes=9-2", "bytes=-", "bytes=0-1,4-5", "lines=1-2", "bytes=²-"]
)
def test_what_is_no_single_range_brings_the_whole(client, picture, asked):
    url, data = picture

    response = client.get(url, headers={"range": asked})

    assert response.status_code == 200
    assert got(response) == data


@pytest.mark.parametrize("asked", ["bytes=999999999-", "bytes=-0"])
def test_a_part_beyond_the_end_is_refused(client, picture, asked):
    url, data = picture

    response = client.get(url, headers={"range": asked})

    assert response.status_code == 416
    assert response["Content-Range"] == f"bytes */{len(data)}"


def test_parts_of_a_file_that_changed_are_not_mixed(client, picture):
    url, data = picture

    response = client.get(url, headers={"range": "bytes=0-9", "if-range": '"another"'})

    assert response.status_code == 200
    assert got(response) == data
