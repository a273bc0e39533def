"""The paths of the project. This file is yours."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("clinic.generated.web.urls")),
]

# What a view does not answer, a problem document does.
handler400 = "clinic.generated.web.problems.bad_request"
handler403 = "clinic.generated.web.problems.permission_denied"
handler404 = "clinic.generated.web.problems.page_not_found"
handler500 = "clinic.generated.web.problems.server_error"
