"""Which stack an existing project stands on, from what it says it needs. Nothing of it is ever run."""

from __future__ import annotations

from stackwright.detection.folder import detect
from stackwright.detection.mentions import Mention
from stackwright.detection.proposal import Proposal, propose
from stackwright.detection.sources import mentions_of
from stackwright.detection.telling import offer, report

__all__ = ["Mention", "Proposal", "detect", "mentions_of", "offer", "propose", "report"]
