"""Read the settings: the one place that looks at the environment."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from index import IndexSettings
from knowledge import CONTENT


class Settings(BaseSettings):
    """What can be configured; every field is an environment variable with the prefix `ROADMAP_`."""

    # An empty variable is one that is not set: Path("") would be the current directory.
    model_config = SettingsConfigDict(
        env_prefix="ROADMAP_", frozen=True, extra="ignore", env_ignore_empty=True
    )

    home: Path = Field(
        default_factory=lambda: user_data_path("roadmap-assistant"),
        description="Where the index and the database live.",
    )
    knowledge: Path | None = Field(
        default=None, description="A content directory served beside ours."
    )
    model: str | None = Field(
        default=None, description="Another sentence-transformers model to embed with."
    )
    reranker: str | None = Field(
        default=None, description="A CrossEncoder that reorders what was found."
    )
    chroma_url: str | None = Field(
        default=None, description="A Chroma server instead of the embedded one."
    )
    database_url: str | None = Field(
        default=None, description="A SQLAlchemy URL instead of SQLite in home."
    )
    llm: str | None = Field(default=None, description="A language model, as provider:model.")
    llm_base_url: str | None = Field(
        default=None, description="The address of an OpenAI-compatible server."
    )
    llm_timeout: float = Field(
        default=60.0,
        gt=0,
        le=86_400,
        description="Seconds after which the composed answer is used.",
    )
    user_header: str | None = Field(
        default=None,
        description="A header in which a proxy in front of the web app names who logged in.",
    )
    today: dt.date | None = Field(default=None, description="Replaces today's date everywhere.")

    @property
    def date(self) -> dt.date:
        """Return today's date, or the one set in its place."""
        return self.today or dt.date.today()

    @property
    def directories(self) -> tuple[Path, ...]:
        """Return the content directories that are served together, ours first."""
        return (CONTENT,) if self.knowledge is None else (CONTENT, self.knowledge)

    @property
    def index(self) -> IndexSettings:
        """Return the index's part of the settings."""
        chosen = {
            name: value
            for name in ("model", "reranker", "chroma_url")
            if (value := getattr(self, name)) is not None
        }
        return IndexSettings(home=self.home, **chosen)
