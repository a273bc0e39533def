# Generated from ontology/billing.yml. Edits are lost; put your code in clinic/actions/.
"""The models of every object, where Django looks for them."""

from .persistence.invoice import Invoice
from .persistence.invoice_line import InvoiceLine
from .persistence.payer import Payer
from .persistence.payment import Payment
from .persistence.policy import Policy
from .persistence.reminder import Reminder
from .persistence.tariff import Tariff

__all__ = ["Invoice", "InvoiceLine", "Payer", "Payment", "Policy", "Reminder", "Tariff"]
