# Generated from ontology/clinic.yml. Edits are lost; put your code in clinic/actions/.
"""Routes of the actions."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from ...contract.answers import Answer
from ...contract.references import references
from ...web.requests import body, service, writing
from ..contract import actions

router = APIRouter(prefix="/api/clinic", tags=["clinic.actions"])


@router.post("/actions/check_in", operation_id="clinic_actions_check_in")
async def check_in(
    request: Request,
    action: Annotated[actions.CheckIn, Depends(body(actions.CheckIn, empty=True))],
) -> Response:
    """The patient is here."""
    handlers = service(request).handlers.clinic
    async with writing(request) as exchange:
        await exchange.unit.work.demand(references(actions.CheckIn, dict(action)))
        result = await handlers.check_in(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return await exchange.answer(answer)


@router.post(
    "/actions/finish_appointment", operation_id="clinic_actions_finish_appointment"
)
async def finish_appointment(
    request: Request,
    action: Annotated[
        actions.FinishAppointment, Depends(body(actions.FinishAppointment, empty=True))
    ],
) -> Response:
    """Finish appointment."""
    handlers = service(request).handlers.clinic
    async with writing(request) as exchange:
        await exchange.unit.work.demand(
            references(actions.FinishAppointment, dict(action))
        )
        result = await handlers.finish_appointment(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return await exchange.answer(answer)


@router.post("/actions/amend_visit", operation_id="clinic_actions_amend_visit")
async def amend_visit(
    request: Request,
    action: Annotated[
        actions.AmendVisit, Depends(body(actions.AmendVisit, empty=True))
    ],
) -> Response:
    """Add to a signed visit what has turned out since."""
    handlers = service(request).handlers.clinic
    async with writing(request) as exchange:
        await exchange.unit.work.demand(references(actions.AmendVisit, dict(action)))
        result = await handlers.amend_visit(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return await exchange.answer(answer)


@router.post("/actions/report_incident", operation_id="clinic_actions_report_incident")
async def report_incident(
    request: Request,
    action: Annotated[
        actions.ReportIncident, Depends(body(actions.ReportIncident, empty=True))
    ],
) -> Response:
    """Report incident."""
    handlers = service(request).handlers.clinic
    async with writing(request) as exchange:
        await exchange.unit.work.demand(
            references(actions.ReportIncident, dict(action))
        )
        result = await handlers.report_incident(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return await exchange.answer(answer)


@router.post(
    "/actions/check_interactions", operation_id="clinic_actions_check_interactions"
)
async def check_interactions(
    request: Request,
    action: Annotated[
        actions.CheckInteractions, Depends(body(actions.CheckInteractions, empty=True))
    ],
) -> Response:
    """Which of a patient's running prescriptions do not go with a medication, and is it an allergy?"""
    handlers = service(request).handlers.clinic
    async with writing(request) as exchange:
        await exchange.unit.work.demand(
            references(actions.CheckInteractions, dict(action))
        )
        result = await handlers.check_interactions(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return await exchange.answer(answer)


@router.post("/actions/free_slots", operation_id="clinic_actions_free_slots")
async def free_slots(
    request: Request,
    action: Annotated[actions.FreeSlots, Depends(body(actions.FreeSlots, empty=True))],
) -> Response:
    """When a practitioner could see somebody on a day."""
    handlers = service(request).handlers.clinic
    async with writing(request) as exchange:
        await exchange.unit.work.demand(references(actions.FreeSlots, dict(action)))
        result = await handlers.free_slots(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return await exchange.answer(answer)


@router.post("/actions/remind_patients", operation_id="clinic_actions_remind_patients")
async def remind_patients(
    request: Request,
    action: Annotated[
        actions.RemindPatients, Depends(body(actions.RemindPatients, empty=True))
    ],
) -> Response:
    """Send the reminders that are due."""
    handlers = service(request).handlers.clinic
    async with writing(request) as exchange:
        await exchange.unit.work.demand(
            references(actions.RemindPatients, dict(action))
        )
        result = await handlers.remind_patients(action, exchange.context)
        answer = Answer(200, result.model_dump_json(by_alias=True).encode())
        return await exchange.answer(answer)
