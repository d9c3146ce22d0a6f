"""Recognize cron expressions, as the schedule of a job has them."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
#: The smallest and largest value of each field, and the names of its values from the smallest.
_FIELDS: tuple[tuple[int, int, tuple[str, ...]], ...] = (
    (0, 59, ()),
    (0, 23, ()),
    (1, 31, ()),
    (1, 12, _MONTHS),
    (0, 7, _DAYS),
)


def is_cron(text: str) -> bool:
    """Return True for five fields: minute, hour, day of the month, month, day of the week."""
    fields = text.split()
    return len(fields) == len(_FIELDS) and all(
        _is_item(item, *limits)
        for field, limits in zip(fields, _FIELDS, strict=True)
        for item in field.split(",")
    )


def _is_item(item: str, least: int, most: int, names: tuple[str, ...]) -> bool:
    """Return True for ``*``, a value or a range, each with an optional ``/STEP``."""
    values, slash, step = item.partition("/")
    if slash and not (step.isascii() and step.isdigit() and int(step) > 0):
        return False
    if values in {"*", "?"}:
        return True
    numbers = [_number(value, least, names) for value in values.split("-")]
    known = [number for number in numbers if number is not None and least <= number <= most]
    return len(known) == len(numbers) <= 2 and known == sorted(known)


def _number(value: str, least: int, names: tuple[str, ...]) -> int | None:
    if value.lower() in names:
        return least + names.index(value.lower())
    return int(value) if value.isascii() and value.isdigit() and len(value) <= 2 else None
