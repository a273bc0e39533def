# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""Views of the actions."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from pydantic import TypeAdapter

from ...contract.answers import Answer
from ...contract.references import references
from ...web.problems import endpoint
from ...web.requests import body, writing
from ...web.service import service
from ..contract import actions

CHECK_IN_INPUT = TypeAdapter(actions.CheckIn)
FINISH_APPOINTMENT_INPUT = TypeAdapter(actions.FinishAppointment)
AMEND_VISIT_INPUT = TypeAdapter(actions.AmendVisit)
REPORT_INCIDENT_INPUT = TypeAdapter(actions.ReportIncident)
CHECK_INTERACTIONS_INPUT = TypeAdapter(actions.CheckInteractions)
FREE_SLOTS_INPUT = TypeAdapter(actions.FreeSlots)
REMIND_PATIENTS_INPUT = TypeAdapter(actions.RemindPatients)


def check_in(request: HttpRequest, /) -> HttpResponse:
    """The patient is here."""
    action = body(request, CHECK_IN_INPUT, empty=True)
    handlers = service().handlers.clinic
    with writing(request) as exchange:
        exchange.unit.work.demand(references(actions.CheckIn, dict(action)))
        result = handlers.check_in(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return exchange.answer(answer)


def finish_appointment(request: HttpRequest, /) -> HttpResponse:
    """Finish appointment."""
    action = body(request, FINISH_APPOINTMENT_INPUT, empty=True)
    handlers = service().handlers.clinic
    with writing(request) as exchange:
        exchange.unit.work.demand(references(actions.FinishAppointment, dict(action)))
        result = handlers.finish_appointment(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return exchange.answer(answer)


def amend_visit(request: HttpRequest, /) -> HttpResponse:
    """Add to a signed visit what has turned out since."""
    action = body(request, AMEND_VISIT_INPUT, empty=True)
    handlers = service().handlers.clinic
    with writing(request) as exchange:
        exchange.unit.work.demand(references(actions.AmendVisit, dict(action)))
        result = handlers.amend_visit(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return exchange.answer(answer)


def report_incident(request: HttpRequest, /) -> HttpResponse:
    """Report incident."""
    action = body(request, REPORT_INCIDENT_INPUT, empty=True)
    handlers = service().handlers.clinic
    with writing(request) as exchange:
        exchange.unit.work.demand(references(actions.ReportIncident, dict(action)))
        result = handlers.report_incident(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return exchange.answer(answer)


def check_interactions(request: HttpRequest, /) -> HttpResponse:
    """Which of a patient's running prescriptions do not go with a medication, and is it an allergy?"""
    action = body(request, CHECK_INTERACTIONS_INPUT, empty=True)
    handlers = service().handlers.clinic
    with writing(request) as exchange:
        exchange.unit.work.demand(references(actions.CheckInteractions, dict(action)))
        result = handlers.check_interactions(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return exchange.answer(answer)


def free_slots(request: HttpRequest, /) -> HttpResponse:
    """When a practitioner could see somebody on a day."""
    action = body(request, FREE_SLOTS_INPUT, empty=True)
    handlers = service().handlers.clinic
    with writing(request) as exchange:
        exchange.unit.work.demand(references(actions.FreeSlots, dict(action)))
        result = handlers.free_slots(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return exchange.answer(answer)


def remind_patients(request: HttpRequest, /) -> HttpResponse:
    """Send the reminders that are due."""
    action = body(request, REMIND_PATIENTS_INPUT, empty=True)
    handlers = service().handlers.clinic
    with writing(request) as exchange:
        exchange.unit.work.demand(references(actions.RemindPatients, dict(action)))
        result = handlers.remind_patients(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return exchange.answer(answer)


urlpatterns = [
    path("/actions/check_in", endpoint(POST=check_in), name="clinic_actions_check_in"),
    path(
        "/actions/finish_appointment",
        endpoint(POST=finish_appointment),
        name="clinic_actions_finish_appointment",
    ),
    path(
        "/actions/amend_visit",
        endpoint(POST=amend_visit),
        name="clinic_actions_amend_visit",
    ),
    path(
        "/actions/report_incident",
        endpoint(POST=report_incident),
        name="clinic_actions_report_incident",
    ),
    path(
        "/actions/check_interactions",
        endpoint(POST=check_interactions),
        name="clinic_actions_check_interactions",
    ),
    path(
        "/actions/free_slots",
        endpoint(POST=free_slots),
        name="clinic_actions_free_slots",
    ),
    path(
        "/actions/remind_patients",
        endpoint(POST=remind_patients),
        name="clinic_actions_remind_patients",
    ),
]
