"""Changes of fields put together: one for each field, or made in records."""

from collections.abc import Iterable

from writerdesk.manuscript import Change, Record


def one_each(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return one change for each field, from what it said first to what it says last."""
    each: dict[tuple[str, str], Change] = {}
    for change in changes:
        key = change.id, change.field
        before = each[key].before if key in each else change.before
        each[key] = Change(change.kind, *key, before, change.after)
    return tuple(each.values())


def with_changes(records: tuple[Record, ...], changes: Iterable[Change]) -> tuple[Record, ...]:
    """Return records with changes made in their fields."""
    touched = {record.id: record for record in records}
    for change in changes:
        old = touched.get(change.id) or Record(change.kind, change.id, {})
        fields = {**old.fields, change.field: change.after}
        kept = {name: value for name, value in fields.items() if value is not None}
        touched[change.id] = Record(old.kind, old.id, kept)
    return tuple(touched.values())
