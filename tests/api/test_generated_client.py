"""A client generated from the description with default settings reads every list to its end."""

import importlib
import json
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx  # noqa: TID251 the generated client speaks through it, to no network
import pytest

from kogu.api_v1.docs_views import schema
from kogu.api_v1.endpoints import resources

GENERATOR = Path(sys.executable).parent / "openapi-python-client"


@pytest.fixture
def generated(tmp_path, monkeypatch, client):
    """A client of the generated package whose requests the test client answers."""
    described = tmp_path / "openapi.json"
    described.write_text(json.dumps(schema()))
    command = [GENERATOR, "generate", "--path", described, "--meta", "none"]
    done = subprocess.run(
        [*command, "--output-path", tmp_path / "kogu_client"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stdout + done.stderr, done.stdout
    monkeypatch.syspath_prepend(tmp_path)
    package = importlib.import_module("kogu_client")

    def answer(request):
        got = client.get(request.url.raw_path.decode())
        return httpx.Response(got.status_code, headers=got.headers, content=got.content)

    transport = httpx.MockTransport(answer)
    yield package.Client("http://testserver", httpx_args={"transport": transport})
    for name in [name for name in sys.modules if name.split(".")[0] == "kogu_client"]:
        del sys.modules[name]


def test_the_generated_client_reads_every_list(generated, scenario):
    scenario.grow()
    for name in resources:
        module = importlib.import_module(f"kogu_client.api.{name}.list_{name}")
        locale = importlib.import_module(f"kogu_client.models.list_{name}_locale")
        for code in getattr(locale, f"List{name.title()}Locale"):
            seen, cursor = [], {}
            while True:
                answer = module.sync(client=generated, locale=code, limit=1, **cursor)
                seen += [item.id for item in answer.items]
                if not answer.next_:
                    break
                cursor = {"cursor": parse_qs(urlsplit(answer.next_).query)["cursor"][0]}

            assert len(seen) == len(set(seen)) == answer.total, (name, code)
            assert seen or code != "en", name
