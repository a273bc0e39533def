"""`python -m lean migrate | serve`, with the settings of a rendered shop."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import uvicorn
from fastapi import FastAPI, Response

from .database import engines
from .orders import router
from .tables import metadata

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

READS, WRITES = engines(os.environ["DATABASE_URL"], int(os.environ.get("POOL_SIZE", "5")))


@asynccontextmanager
async def _lifespan(_: FastAPI) -> AsyncIterator[None]:
    yield
    await READS.dispose()
    await WRITES.dispose()


app = FastAPI(lifespan=_lifespan, openapi_url=None)
app.include_router(router(READS, WRITES, b"a secret of benchmarks"))


@app.get("/health/ready")
async def ready() -> Response:
    """Say that it listens."""
    return Response(b'{"status":"ok"}', media_type="application/json")


async def _migrate() -> None:
    async with WRITES.begin() as connection:
        await connection.run_sync(metadata.create_all)


if sys.argv[1:] == ["migrate"]:
    asyncio.run(_migrate())
elif sys.argv[1:] == ["serve"]:
    uvicorn.run(
        app,
        host=os.environ["HOST"],
        port=int(os.environ["PORT"]),
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
    )
else:
    sys.exit(__doc__)
