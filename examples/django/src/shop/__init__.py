"""A backend made from a model of the business."""
