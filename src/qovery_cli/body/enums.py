"""Match words to declared enum values at an API level."""

from typing import Any

from qovery_cli.body import schemas
from qovery_cli.body.suggestions import nearest, plain
from qovery_cli.catalog.json_values import synonym


def match(word: str, fact: schemas.Schema, level: str) -> str | None:
    """Return the enum value that matches a word, preferably one of the level; None without one.

    Ignores case, hyphens and underscores, and accepts both spellings of a synonym.
    """
    values = [str(value) for value in schemas.enum(fact)]
    current = [str(value) for value in schemas.enum(fact, level)]
    for candidates in (current, values):
        for spelling in _spellings(word):
            matches = [spelling] if spelling in candidates else []
            matches += [value for value in candidates if plain(value) == plain(spelling)]
            if matches:
                return matches[0]
    return None


def close(word: str, fact: schemas.Schema, level: str) -> tuple[str, ...]:
    """Return the values of the level that are most similar to a word."""
    return nearest(word, [str(value) for value in schemas.enum(fact, level)])


def normalize_enums(body: Any, schema: schemas.Schema, level: str) -> Any:
    """Return a body with synonyms of enum values replaced by the spelling of the level.

    All other values stay unchanged.
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
    return next((value for fact in facts if (value := match(body, fact, level))), body)


def _spellings(word: str) -> tuple[str, ...]:
    other = synonym(plain(word).upper())
    return (word,) if other is None else (word, other)
