# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""The models of the service's own tables, where Django looks for them."""

from .tables import DeliveryRow, HistoryRow, IdempotencyRow, OutboxRow

__all__ = ["DeliveryRow", "HistoryRow", "IdempotencyRow", "OutboxRow"]
