#!/usr/bin/env python
"""Django's commands: `python manage.py help` lists them. This file is yours."""

from shop.__main__ import main

if __name__ == "__main__":
    main()
