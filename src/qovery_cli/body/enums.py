"""Which declared value a word stands for, at an API level."""

from typing import Any, Final

from qovery_cli.body import schemas
from qovery_cli.body.suggestions import nearest, plain

#: Spellings of one value: API 1.0.3 documents the first, the API itself speaks the second.
SYNONYMS: Final = (("SCALEWAY", "SCW"), ("DIGITAL_OCEAN", "DO"))


def match(word: str, fact: schemas.Schema, level: str) -> str | None:
    """Return the value of an enum that a word stands for, one that is valid at the level first.

    Case does not count, nor hyphen or underscore, and both spellings of a synonym are known.
    None if no value is meant.
    """
    values = [str(value) for value in schemas.enum(fact)]
    current = [str(value) for value in schemas.enum(fact, level)]
    for known in (current, values):
        for spelling in _spellings(word):
            found = [spelling] if spelling in known else []
            found += [value for value in known if plain(value) == plain(spelling)]
            if found:
                return found[0]
    return None


def close(word: str, fact: schemas.Schema, level: str) -> tuple[str, ...]:
    """Return the values of the level that look most like a word."""
    return nearest(word, [str(value) for value in schemas.enum(fact, level)])


def normalize_enums(body: Any, schema: schemas.Schema, level: str) -> Any:
    """Return a body whose old or new spellings are those that the level knows.

    Nothing else is changed: a value that no spelling explains stays as it is.
    """
    if isinstance(body, dict):
        return {
            name: normalize_enums(value, schemas.field(schema, name, level) or schemas.ANY, level)
            for name, value in body.items()
        }
    if isinstance(body, list):
        return [normalize_enums(value, schemas.items(schema, level), level) for value in body]
    if not isinstance(body, str) or len(_spellings(body)) == 1:
        return body
    facts = [fact for fact in schemas.alternatives(schema, level) if "enum" in fact]
    if len(facts) != len(schemas.alternatives(schema, level)) or not facts:
        return body
    if any(body in schemas.enum(fact, level) for fact in facts):
        return body
    return next((found for fact in facts if (found := match(body, fact, level))), body)


def _spellings(word: str) -> tuple[str, ...]:
    for spellings in SYNONYMS:
        if plain(word).upper() in spellings:
            own = plain(word).upper()
            return (word, *(other for other in spellings if other != own))
    return (word,)
