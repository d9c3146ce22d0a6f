"""Render a body template: YAML with every field, its type and default.

Required fields come first and are empty, so that an incomplete body is rejected field by field.
Optional fields are commented out with "# ".
"""

import json
from collections.abc import Callable, Collection, Iterator
from typing import Any, Final

from qovery_cli.body import schemas
from qovery_cli.body.suggestions import listed
from qovery_cli.frozen import changed, record

#: Instructions at the top of the template.
_HEAD: Final = (
    '## Lines that start with "# " are optional: remove the "# " to use them.',
    "## Remove {} or [] before you add fields below it.",
)

Words = Callable[[str], str | None]

_NOUNS: Final = {
    "string": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "true or false",
    "array": "list",
    "object": "object",
    "any": "anything",
}


def skeleton(
    schema: schemas.Schema,
    level: str,
    words: Words = lambda _path: None,
    required: Collection[str] | None = None,
) -> str:
    """Render the YAML template of a schema at a level, with a final newline.

    ``words`` returns the help of a field by its dotted path, with [] for list items. ``required``
    limits the required fields: an update has the others already.
    """
    writer = _Writer(level, words, required)
    return "".join(f"{line}\n" for line in (*_HEAD, *writer.body(schema)))


@record
class _Writer:
    """A writer of template lines; ``inside`` are the enclosing named schemas."""

    level: str
    words: Words
    required: Collection[str] | None = None
    inside: tuple[str, ...] = ()

    def body(self, schema: schemas.Schema) -> Iterator[str]:
        variants = self.variants(schema)
        if not any(schemas.kind(plain) == "object" for plain, _ in variants):
            yield from (
                self.items(schema, "")
                if schemas.kinds(schema, self.level) == {"array"}
                else ("{}",)
            )
            return
        yield from self.any_of(variants, "")

    def variants(self, schema: schemas.Schema) -> list[tuple[schemas.Schema, dict[str, Any]]]:
        """Return the variants of a schema, each with its discriminator field and value."""
        target = schemas.resolved(schema, self.level)
        tag = target.get("discriminator", {})
        if not tag.get("mapping"):
            return [(plain, {}) for plain in schemas.alternatives(schema, self.level)]
        return [
            (plain, {tag["property"]: value})
            for value, name in tag["mapping"].items()
            for plain in schemas.alternatives({"ref": name}, self.level)
        ]

    def any_of(
        self, variants: list[tuple[schemas.Schema, dict[str, Any]]], path: str
    ) -> Iterator[str]:
        """Yield the first variant of an object, and the others as comments below it."""
        first = True
        for plain, fixed in variants:
            if schemas.kind(plain) != "object":
                continue
            lines = list(self.fields(plain, fixed, path))
            if first:
                yield from lines if any(_is_yaml(line) for line in lines) else ("{}", *lines)
            else:
                yield "## or:"
                yield from (f"# {line}" for line in lines)
            first = False

    def fields(self, plain: schemas.Schema, fixed: dict[str, Any], path: str) -> Iterator[str]:
        required = [*schemas.required(plain, self.level), *fixed]
        if not path and self.required is not None:
            required = [name for name in required if name in self.required]
        names = [name for name in fixed if name not in plain.get("properties", {})]
        names += [name for name, fact in plain.get("properties", {}).items() if self.offers(fact)]
        names.sort(key=lambda name: (name not in required, name != "name"))
        for name in names:
            inner = f"{path}.{name}" if path else name
            lines = [f"{_word(name)}: {_value(fixed.get(name))}"]
            if name not in fixed:
                lines = self.field(name, plain["properties"][name], inner)
            yield from lines if name in required else (f"# {line}" for line in lines)
        if "additional" in plain and not names:
            yield "# NAME: VALUE"

    def offers(self, fact: schemas.Schema) -> bool:
        return schemas.exists_at(fact, self.level) and not fact.get("readOnly")

    def field(self, name: str, fact: schemas.Schema, path: str) -> list[str]:
        """Return the lines of one field, not commented out."""
        comment = self.comment(fact, path)
        default = schemas.default(fact, self.level)
        if default is not schemas.MISSING:
            return [f"{_word(name)}: {_value(default)}{comment}"]
        inner = self.inner(fact, path)
        if not inner:
            return [f"{_word(name)}:{comment}"]
        if inner[0] in ("{}", "[]"):
            return [f"{_word(name)}: {inner[0]}{comment}", *(f"  {line}" for line in inner[1:])]
        return [f"{_word(name)}:{comment}", *(f"  {line}" for line in inner)]

    def inner(self, fact: schemas.Schema, path: str) -> list[str]:
        """Return the nested lines of an object or list, [] for other fields."""
        name = fact.get("ref", "")
        if name and name in self.inside:
            return []
        writer = changed(self, inside=(*self.inside, name) if name else self.inside)
        kinds = schemas.kinds(fact, self.level)
        if kinds == {"array"}:
            return list(writer.items(fact, path))
        return list(writer.any_of(writer.variants(fact), path)) if kinds == {"object"} else []

    def items(self, fact: schemas.Schema, path: str) -> Iterator[str]:
        item = schemas.items(fact, self.level)
        if schemas.kinds(item, self.level) != {"object"}:
            minimum = max(
                plain.get("minItems", 0) for plain in schemas.alternatives(fact, self.level)
            )
            yield "-" if minimum else "[]"
            return
        lines = self.inner(item, f"{path}[]")
        start = next((number for number, line in enumerate(lines) if _is_yaml(line)), None)
        if start is None or lines[0] == "{}":
            yield "[]"
            options = [line.removeprefix("# ") for line in lines if line != "{}"]
            yield from (f"# {'  ' if row else '- '}{line}" for row, line in enumerate(options))
            return
        yield f"- {lines[start]}"
        yield from (f"  {line}" for line in (*lines[:start], *lines[start + 1 :]))

    def comment(self, fact: schemas.Schema, path: str) -> str:
        """Return the comment of a field: type, default, help."""
        facts = [self.type_text(fact)]
        default = schemas.default(fact, self.level)
        if default is not schemas.MISSING:
            facts.append("default")
        if schemas.is_nullable(fact, self.level) and "any" not in schemas.kinds(fact, self.level):
            facts.append("or null")
        help_text = " ".join((self.words(path) or "").split())
        return f"  # {', '.join(facts)}{f'. {help_text}' if help_text else ''}"

    def type_text(self, fact: schemas.Schema) -> str:
        plains = schemas.alternatives(fact, self.level)
        values = [str(value) for plain in plains for value in schemas.enum(plain, self.level)]
        if values:
            return listed(list(dict.fromkeys(values)))
        if schemas.kinds(fact, self.level) == {"array"}:
            return f"list of {self.type_text(schemas.items(fact, self.level))}"
        nouns = [_NOUNS[schemas.kind(plain)] for plain in plains]
        formats = {plain.get("format") for plain in plains} - {None, "int32", "int64"}
        return " ".join(
            [listed(list(dict.fromkeys(nouns))), *(f"({format})" for format in formats)]
        )


def _is_yaml(line: str) -> bool:
    return not line.lstrip().startswith("#")


def _value(value: Any) -> str:
    """Return a value as single-line JSON, which is valid YAML."""
    return json.dumps(value, ensure_ascii=False)


def _word(name: str) -> str:
    """Return a key, quoted if YAML would not read it as a string."""
    plain = name.replace("_", "a").replace(".", "a").replace("-", "a")
    safe = plain.isascii() and plain.isalnum() and not name[0].isdigit() and name[0] not in "-."
    words = ("true", "false", "null", "yes", "no", "on", "off", "y", "n")
    return name if safe and name.lower() not in words else _value(name)
