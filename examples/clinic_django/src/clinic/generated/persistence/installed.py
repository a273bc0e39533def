# Generated from ontology/. Edits are lost; put your code in clinic/actions/.
"""What Django's settings install of the model: its applications, and where their migrations are."""

APPS = [
    "clinic.generated.persistence",
    "clinic.generated.billing",
    "clinic.generated.clinic",
]
MIGRATIONS = {
    "service": "clinic.migrations.service",
    "billing": "clinic.migrations.billing",
    "clinic": "clinic.migrations.clinic",
}
