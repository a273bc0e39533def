"""`python -m shop`: the commands of `flask --app shop.app`. This file is yours."""

from flask.cli import FlaskGroup

from shop.app import create_app

if __name__ == "__main__":
    FlaskGroup(create_app=create_app).main(prog_name="python -m shop")
