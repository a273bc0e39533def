# Generated from ontology/. Edits are lost; put tests of your own beside this folder.
"""The admin shows every object; who is logged in there calls the API with a token."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client as Browser
from django.urls import reverse

from clinic.generated.web.admin import ObjectAdmin
from clinic.generated.web.testing import Client

ADMINS = [one for one in admin.site._registry.values() if isinstance(one, ObjectAdmin)]
every_admin = pytest.mark.parametrize(
    "shown", ADMINS, ids=lambda shown: str(shown.opts.label)
)


@pytest.fixture
def browser(db: None) -> Browser:
    """Return the browser of somebody who may do everything, which minds CSRF tokens as browsers must."""
    browser = Browser(enforce_csrf_checks=True)
    browser.force_login(User.objects.create_superuser("ada"))
    return browser


def test_a_session_needs_a_token_and_a_client_without_one_does_not(
    browser: Browser, client: Client
) -> None:
    path = "/health/live"
    browser.get(reverse("admin:index"))  # hands out the cookie
    token = browser.cookies["csrftoken"].value

    assert client.post(path).status_code == 405
    assert browser.post(path).status_code == 403
    assert browser.post(path, headers={"x-csrftoken": token}).status_code == 405


@every_admin
def test_the_admin_lists_and_adds(browser: Browser, shown: ObjectAdmin) -> None:
    name = f"admin:{shown.opts.app_label}_{shown.opts.model_name}"

    listed = reverse(f"{name}_changelist")
    assert browser.get(listed).status_code == 200
    assert browser.get(f"{listed}?q=a").status_code == 200
    allowed = 200 if "create" in shown.writes else 403
    assert browser.get(reverse(f"{name}_add")).status_code == allowed
