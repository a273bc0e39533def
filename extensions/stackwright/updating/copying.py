"""Copier, as it is called here: what stops it is told in a sentence."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from stackwright.rendering import RenderingError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def told_by_copier(template: str) -> Iterator[None]:
    """Raise RenderingError for whatever keeps Copier from rendering a template."""
    from copier.errors import CopierAnswersInterrupt, CopierError, UserMessageError  # noqa: PLC0415
    from plumbum import ProcessExecutionError  # noqa: PLC0415 - what Copier runs git with

    try:
        yield
    except CopierAnswersInterrupt:
        raise RenderingError("Nothing has been written.") from None
    except UserMessageError as error:
        raise RenderingError(str(error)) from None
    except ProcessExecutionError as error:
        said = error.stderr if isinstance(error.stderr, str) else error.stderr.decode(errors="replace")
        raise RenderingError(f"{template} cannot be fetched.\n{said.strip()}") from None
    except (CopierError, ValueError) as error:
        raise RenderingError(f"{template}: {error}") from None
    except OSError:
        raise
    except Exception as error:  # a version may fail in any way
        raise RenderingError(f"{template} fails while it renders: {type(error).__name__}: {error}") from error
