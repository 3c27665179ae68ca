"""The one place where the environment is read, with what every variable means."""

from pathlib import Path
from typing import Annotated

from pydantic import Field
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

import kogu

PACKAGE_DIR = Path(kogu.__file__).resolve().parent
# In the repository templates/ sits beside manage.py; a built wheel carries it
# inside the package.
_repository = PACKAGE_DIR.parent.parent
IN_REPOSITORY = (_repository / "manage.py").is_file()
REPOSITORY_DIR = _repository if IN_REPOSITORY else Path.cwd()


class Environment(BaseSettings):
    """Every environment variable Kogu listens to. README's table is tested against it."""

    model_config = SettingsConfigDict(
        env_file=REPOSITORY_DIR / ".env", env_file_encoding="utf-8", extra="ignore"
    )

    port: int = Field(8000, description="Port that `make serve` and `make demo` listen on")
    site_url: str = Field(
        "", description="Public address, such as `https://example.org`; required in production"
    )
    secret_key: str = Field("", description="Signs sessions and links; required in production")
    allowed_hosts: Annotated[str, NoDecode] = Field(
        "", description="Host names served, separated by commas; required in production"
    )
    trusted_proxies: Annotated[str, NoDecode] = Field(
        "",
        description="Front servers whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed, "
        "such as `127.0.0.1,10.0.0.0/8`; required in production",
    )
    database_url: str = Field(
        "", description="Database, such as `postgres://user:password@host/kogu`; a SQLite file"
    )
    elasticsearch_url: str = Field(
        "",
        description="Elasticsearch for the public search, which is still to come: "
        "read by nothing yet",
    )
    redis_url: str = Field("", description="Cache shared by several web processes")
    email_url: str = Field(
        "", description="Mail server, such as `smtp+tls://user:password@host:587`; console"
    )
    email_from: str = Field("kogu@localhost", description="Sender of the site's mails")
    data_dir: Path = Field(
        REPOSITORY_DIR / "var", description="Folder of the SQLite file, media and static files"
    )
    media_url: str = Field(
        "", description="S3-compatible media storage, such as `s3://key:secret@host/bucket`; files"
    )
    languages: Annotated[str, NoDecode] = Field(
        "et,lv,pl,en", description="Languages of the site, the first is its default"
    )
    time_zone: str = Field("Europe/Tallinn", description="IANA zone of the organisation")
    web_host: str = Field("127.0.0.1", description="Address the web process listens on")
    web_threads: int = Field(8, description="Threads of one web process")
    web_processes: int = Field(1, description="Web processes; more than one needs PostgreSQL")
    log_level: str = Field("INFO", description="Least severity written to the log")


env = Environment()
