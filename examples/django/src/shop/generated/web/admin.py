# Generated from ontology/. Edits are lost; put your code in shop/actions/.
"""How Django's admin shows and changes objects: by the contract's rules, version by version."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin import widgets
from django.db.models import Field, Model
from django.http import HttpRequest
from pydantic import BaseModel, TypeAdapter, ValidationError

from ..contract.bodies import issues
from ..contract.identifiers import now
from ..persistence import types as columns

if TYPE_CHECKING:
    _ModelForm = forms.ModelForm[Model]
    _ModelAdmin = admin.ModelAdmin[Model]
else:  # Django's own classes take no parameters
    _ModelForm = forms.ModelForm
    _ModelAdmin = admin.ModelAdmin


class _Typed(str):
    """A text that somebody has typed, and no value."""


class JsonField(forms.JSONField):
    """A struct, a list or any JSON, as its text."""

    def __init__(self, column: columns.Json, **words: Any) -> None:
        super().__init__(**words)
        self.column = column

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Return what was typed, for the form that is shown again."""
        return initial if self.disabled else _Typed(data or "")

    def prepare_value(self, value: Any) -> Any:
        """Return the text of a value; what was typed stays as it is."""
        if value is None or isinstance(value, _Typed):
            return value
        return super().prepare_value(self.column.packed(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another value was typed than there was."""
        form = None if initial is None else self.column.packed(initial)
        return super().has_changed(form, data)


class ObjectForm(_ModelForm):
    """A form that accepts what the contract accepts."""

    shape: ClassVar[type[BaseModel] | None] = None
    renamed: ClassVar[Mapping[str, str]] = {}

    def clean(self) -> dict[str, Any]:
        """Read each value as the contract does."""
        cleaned = super().clean() or self.cleaned_data
        declared = {} if self.shape is None else self.shape.model_fields
        for attribute, about in declared.items():
            name = self.renamed.get(attribute, attribute)
            if name not in cleaned:
                continue
            value = cleaned[name]
            try:
                read = TypeAdapter(about.rebuild_annotation()).validate_python(
                    value.pk if isinstance(value, Model) else value
                )
            except ValidationError as error:
                for issue in issues(error.errors(include_url=False)):
                    self.add_error(name, f"{issue.path} {issue.message}".strip())
            else:
                cleaned[name] = value if isinstance(value, Model) else read
        return cleaned


class ObjectAdmin(_ModelAdmin):
    """Objects of a kind. What changes here has no events, as a change by the API has none."""

    shape: ClassVar[type[BaseModel] | None] = None
    """What a new object is made of, where the model lets anybody make one."""
    renamed: ClassVar[Mapping[str, str]] = {}
    """Fields of the shape that are called otherwise here."""
    writes: ClassVar[Sequence[str]] = ()
    key: ClassVar[Sequence[str]] = ()
    private_fields: ClassVar[Sequence[str]] = ()
    form = ObjectForm
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Whether the model and the permissions of the user allow it."""
        return "create" in self.writes and super().has_add_permission(request)

    def has_change_permission(
        self, request: HttpRequest, obj: Model | None = None
    ) -> bool:
        """Whether the model and the permissions of the user allow it."""
        return "update" in self.writes and super().has_change_permission(request, obj)

    def has_delete_permission(
        self, request: HttpRequest, obj: Model | None = None
    ) -> bool:
        """Whether the model and the permissions of the user allow it."""
        return "delete" in self.writes and super().has_delete_permission(request, obj)

    def get_readonly_fields(
        self, request: HttpRequest, obj: Model | None = None
    ) -> tuple[str, ...]:
        """Return what nobody may type: keys, once they are there, among them."""
        return (*(self.key if obj is not None else ()), *self.readonly_fields)

    def get_exclude(
        self, request: HttpRequest, obj: Model | None = None
    ) -> tuple[str, ...]:
        """Return what is not shown: what is private, once it is there."""
        return tuple(self.private_fields) if obj is not None else ()

    def get_form(
        self,
        request: HttpRequest,
        obj: Model | None = None,
        change: bool = False,
        **kwargs: Any,
    ) -> type[_ModelForm]:
        """Return the form, which knows the shape."""
        known = {"shape": self.shape, "renamed": self.renamed}
        kwargs["form"] = type("ObjectForm", (self.form,), known)
        return super().get_form(request, obj, change, **kwargs)

    def formfield_for_dbfield(
        self, db_field: "Field[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        """Return a field that gives every value back as it was, and leaves rules to the contract."""
        if isinstance(db_field, columns.Json):
            return JsonField(db_field, required=False, label=db_field.verbose_name)
        if isinstance(db_field, columns.Instant):
            kwargs["widget"] = _Moment
        if isinstance(db_field, columns.TimeOfDay):
            kwargs["widget"] = widgets.AdminTimeWidget(format=_TIME)
        found = super().formfield_for_dbfield(db_field, request, **kwargs)
        if type(found) is forms.CharField:
            found.strip = found.required = False
        return found

    def save_model(
        self, request: HttpRequest, obj: Model, form: Any, change: bool
    ) -> None:
        """Keep the object as a new version."""
        if change:
            obj.row_version += 1  # type: ignore[attr-defined]
            if hasattr(obj, "updated_at"):
                obj.updated_at = now()
        super().save_model(request, obj, form, change)


_TIME = "%H:%M:%S.%f"


class _Moment(widgets.AdminSplitDateTime):
    """A date and a time, to the microsecond: Django's own would cut what it does not show."""

    supports_microseconds = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        parts: list[Any] = [
            widgets.BaseAdminDateWidget,
            widgets.BaseAdminTimeWidget(format=_TIME),
        ]
        forms.MultiWidget.__init__(self, parts, attrs)
