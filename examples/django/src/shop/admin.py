"""The admin, where it should differ from what is generated. This file is yours.

Unregister what is there, and register your own in its place; it may inherit from the generated one.
"""
