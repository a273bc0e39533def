"""The paths of the project. This file is yours."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("shop.generated.web.urls")),
]

# What a view does not answer, a problem document does.
handler400 = "shop.generated.web.problems.bad_request"
handler403 = "shop.generated.web.problems.permission_denied"
handler404 = "shop.generated.web.problems.page_not_found"
handler500 = "shop.generated.web.problems.server_error"
