# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""How the visit is kept."""

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, Any, ClassVar
from uuid import UUID

from django.db import models
from pydantic import TypeAdapter

from ...contract import identifiers, values
from ...contract.answers import ANY_VERSION, IfMatch
from ...persistence import types as columns
from ...persistence.conditions import Link
from ...persistence.kept import Kept
from ...persistence.repository import Repository
from ..contract import events
from ..contract import visit as contract
from ..contract.types import Vitals
from ..contract.visit import VisitAmend, VisitSign


class Visit(models.Model):
    """What happened at an appointment. Signed, it is a document; it is amended, never rewritten."""

    id = columns.Uuid(primary_key=True, default=identifiers.uuid7)
    appointment = models.ForeignKey(
        "clinic.Appointment",
        models.RESTRICT,
        db_constraint=False,
        db_index=False,
        related_name="visit",
    )
    vitals = columns.Packed(Vitals, null=True, blank=True)
    history = columns.Text(null=True, blank=True)
    findings = columns.Json(null=True, blank=True)
    treatments = models.ManyToManyField(
        "clinic.Treatment",
        through="clinic.VisitTreatmentsLink",
        through_fields=("owner", "target"),
        related_name="visits",
        blank=True,
    )
    spirometry = columns.Packed(
        list[list[Annotated[float, values.Real()]]], null=True, blank=True
    )
    signed_by = models.ForeignKey(
        "clinic.Practitioner",
        models.RESTRICT,
        db_constraint=False,
        db_index=False,
        related_name="+",
        null=True,
        blank=True,
    )
    signed_at = columns.Instant(null=True, blank=True)
    amendment = columns.String(max_length=500, null=True, blank=True)
    state = columns.Choice(contract.VisitState, default="open")
    row_version = models.BigIntegerField(default=1)
    created_at = columns.Instant(default=identifiers.now)
    updated_at = columns.Instant(default=identifiers.now)

    class Meta:
        db_table = "clinic_visit"
        verbose_name = "visit"
        verbose_name_plural = "visits"
        ordering = ("id",)
        constraints = (
            columns.ForeignKeyConstraint(
                name="fk_clinic_visit_appointment",
                columns=("appointment_id",),
                table="clinic_appointment",
                targets=("id",),
                on_delete="RESTRICT",
            ),
            columns.ForeignKeyConstraint(
                name="fk_clinic_visit_signed_by",
                columns=("signed_by_id",),
                table="clinic_practitioner",
                targets=("id",),
                on_delete="RESTRICT",
            ),
            models.UniqueConstraint(
                fields=("appointment",), name="uq_clinic_visit_appointment"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["open", "signed", "amended"]),
                name="ck_clinic_visit_state",
            ),
        )
        indexes = (
            columns.Index(fields=("signed_by",), name="ix_clinic_visit_signed_by"),
            columns.Index(fields=("state", "id"), name="ix_clinic_visit_state"),
        )

    def __str__(self) -> str:
        return f"{self.pk}"


class VisitTreatmentsLink(models.Model):
    """A row of clinic_visit_treatments."""

    pk = models.CompositePrimaryKey("owner_id", "target_id")
    owner = models.ForeignKey(
        "clinic.Visit",
        models.CASCADE,
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    target = models.ForeignKey(
        "clinic.Treatment",
        models.RESTRICT,
        db_column="target_code",
        db_constraint=False,
        db_index=False,
        related_name="+",
    )

    class Meta:
        db_table = "clinic_visit_treatments"
        constraints = (
            columns.ForeignKeyConstraint(
                name="fk_clinic_visit_treatments_owner",
                columns=("owner_id",),
                table="clinic_visit",
                targets=("id",),
                on_delete="CASCADE",
            ),
            columns.ForeignKeyConstraint(
                name="fk_clinic_visit_treatments_target",
                columns=("target_code",),
                table="clinic_treatment",
                targets=("code",),
                on_delete="RESTRICT",
            ),
        )
        indexes = (
            columns.Index(fields=("target",), name="ix_clinic_visit_treatments_target"),
        )

    def __str__(self) -> str:
        return f"{self.pk}"


def _read(row: Sequence[Any], links: Sequence[list[Any]]) -> contract.Visit:
    parts = [*row[0:5], links[0], *row[5:]]
    return contract.Visit(*parts)


def _made(moment: dt.datetime) -> dict[str, Any]:
    return {
        "signed_by": None,
        "signed_at": None,
        "amendment": None,
        "state": contract.VisitState.OPEN,
        "row_version": 1,
        "created_at": moment,
        "updated_at": moment,
    }


class VisitRepository(
    Repository[contract.Visit, UUID, contract.VisitCreate, contract.VisitPatch]
):
    """The visit, in the unit of work's transaction."""

    key_readers = tuple(contract.KEY.values())
    kept: ClassVar[Kept[Any]] = Kept(
        kind="clinic.Visit",
        title="visit",
        model=Visit,
        fields={
            "id": ("id",),
            "appointment": ("appointment_id",),
            "vitals": ("vitals",),
            "history": ("history",),
            "findings": ("findings",),
            "spirometry": ("spirometry",),
            "signed_by": ("signed_by_id",),
            "signed_at": ("signed_at",),
            "amendment": ("amendment",),
            "state": ("state",),
            "row_version": ("row_version",),
            "created_at": ("created_at",),
            "updated_at": ("updated_at",),
        },
        queryable=contract.QUERYABLE,
        shape=contract.VisitCreate,
        read=_read,
        made=_made,
        links={
            "treatments": Link(VisitTreatmentsLink, ("owner_id",), ("target_id",)),
        },
        merged={
            "vitals": TypeAdapter(Vitals),
            "findings": TypeAdapter(Annotated[Any, values.Anything()]),
        },
    )

    def sign(
        self, key: UUID, fields: VisitSign, if_match: IfMatch = ANY_VERSION
    ) -> events.VisitSignEvent:
        """Move it from open to signed."""
        move = contract.TRANSITIONS["sign"]
        given = fields
        source, moment = self._move(key, move, given, if_match)
        event = events.VisitSignEvent(
            visit=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        self._work.emit(event)
        return event

    def amend(
        self, key: UUID, fields: VisitAmend, if_match: IfMatch = ANY_VERSION
    ) -> events.VisitAmendEvent:
        """Move it from signed to amended."""
        move = contract.TRANSITIONS["amend"]
        given = fields
        source, moment = self._move(key, move, given, if_match)
        event = events.VisitAmendEvent(
            visit=key,
            from_state=source,
            to_state=str(move.target),
            occurred_at=moment,
            **dict(given),
        )
        self._work.emit(event)
        return event
