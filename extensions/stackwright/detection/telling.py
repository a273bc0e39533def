"""What a person is told of a proposal: the whole report, and the few words before Copier's questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stackwright.detection.proposal import Proposal


def report(proposal: Proposal) -> Iterator[str]:
    """Tell what is proposed or what stands in the way, and from which evidence."""
    stack = proposal.stack
    if stack is None:
        yield f"no stack can be proposed: {proposal.reason}"
    else:
        planned = "" if stack.status == "implemented" else "; it is planned, but cannot be rendered yet"
        yield f"{stack.id}: {stack.title}{planned}"
    yield from (f"  {mention}" for mention in proposal.evidence)
    if proposal.aside:
        yield "left aside:"
        yield from (f"  {mention}" for mention in proposal.aside)
    yield from proposal.complaints


def offer(proposal: Proposal, default: str) -> str:
    """Tell which stack is offered where a project is already; nothing where nothing speaks for any."""
    if proposal.stack is None and not proposal.evidence:
        return ""
    if proposal.stack is not None and proposal.stack.id == default:
        instead = f"so {default} is offered for it"
    else:
        instead = f"so {default} is offered as ever; --data stack=… names another"
    return "\n".join(["This folder holds a project already.", *report(proposal), f"{instead}.\n"])
