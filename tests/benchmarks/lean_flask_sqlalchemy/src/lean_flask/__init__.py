"""The leanest shop that we know how to write by hand on Flask and SQLAlchemy: the yardstick.

It answers like a rendered shop for five requests (one order, a page, a deep page, create, approve), on the
same tables, and does nothing else: no filters, no problems but those of these requests, no settings, no logs.
Tables, shapes and statements are those of the lean shop on FastAPI.
"""
