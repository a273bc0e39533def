# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""The settings of every service: from the environment, and from `.env` where there is one."""

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

_DEVELOPMENT_SECRET = "development-only"  # noqa: S105 - production refuses to start with it
_SHORTEST_SECRET = 32
_DATABASES = ("sqlite:", "postgresql:", "postgresql+", "mysql:", "mysql+", "mariadb:")


_Level = Literal["DEBUG", "INFO", "WARNING", "ERROR"]


def _threads(settings: dict[str, Any]) -> int:
    return int(settings["threads"])


class Settings(BaseSettings):
    """What differs between a laptop and production."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True)

    environment: Literal["development", "production"] = "development"
    database_url: str = "sqlite:///clinic.db"
    workers: Annotated[int, Field(ge=1, le=100)] = 1
    """Processes that answer requests."""
    threads: Annotated[int, Field(ge=1, le=100)] = 8
    """Requests that each process answers at once."""
    pool_size: int = Field(ge=1, le=100, default_factory=_threads)
    """Connections to read, and as many to write; one for each thread, unless told."""
    pool_timeout: Annotated[float, Field(gt=0)] = 5
    """Seconds that a request waits for a connection."""
    secret_key: SecretStr = SecretStr(_DEVELOPMENT_SECRET)
    """Signs cursors; 32 characters or more in production."""
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8000
    log_level: Annotated[_Level, BeforeValidator(str.upper)] = "INFO"
    log_format: Literal["json", "console"] | None = None
    """JSON in production and text in development, unless one is named."""
    allowed_hosts: str = "localhost,127.0.0.1,[::1]"
    """The names by which the service may be asked, separated by commas."""
    csrf_trusted_origins: str = ""
    """Origins such as `https://shop.example`, where a proxy changes the host."""
    body_limit: Annotated[int, Field(ge=1)] = 2**20
    """Bytes of a request's body."""
    relay: bool = True
    """Deliver events inside the server, and not only by the command `relay`."""
    shutdown_grace: Annotated[float, Field(ge=0)] = 4
    """Seconds to finish what is under way when the server is stopped."""

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, url: str) -> str:
        if not url.startswith(_DATABASES):
            raise ValueError("must begin with sqlite://, postgresql:// or mysql://")
        return url

    @model_validator(mode="after")
    def _ready_for_production(self) -> Self:
        secret = self.secret_key.get_secret_value()
        if self.environment == "production" and len(secret) < _SHORTEST_SECRET:
            raise ValueError("SECRET_KEY must have 32 characters or more in production")
        return self

    @property
    def log_in_json(self) -> bool:
        """Whether logs are JSON: where it is said, and in production."""
        if self.log_format is not None:
            return self.log_format == "json"
        return self.environment == "production"
