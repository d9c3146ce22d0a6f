"""Values made from the facts of one level: valid ones, and answers that surprise.

Nothing of the program's own reading of schemas is used but the catalog's view of a level.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any
from uuid import UUID

from qovery_cli.catalog.schema import at_level, properties

Schema = Mapping[str, Any]

#: Objects nested deeper hold only what they must.
DEEP = 5
#: A value that no document knows.
NEVER_HEARD_OF = "NEVER_HEARD_OF"
#: Texts of fields that mean something, where not every text would do.
MEANT: Mapping[str, tuple[str, ...]] = {
    "domain": ("shop.acme.test", "*.acme.test", "xn--mnchen-3ya.example"),
    "timezone": ("Europe/Paris", "UTC", "America/Lima"),
    "url": (
        "https://github.com/acme/web.git",
        "https://gitlab.com/acme/api",
        "https://github.com/a/b",
    ),
}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Maker:
    """Makes values that are valid at a level, from a source of randomness.

    ``whole`` gives every field that may be given, else only those that must be.
    """

    def __init__(self, level: str, random: Random, *, whole: bool = True) -> None:
        self.level = level
        self.random = random
        self.whole = whole

    def value(self, schema: Schema, name: str = "", depth: int = 0) -> Any:
        """Return a value of a schema."""
        seen = at_level(schema, self.level)
        assert seen is not None, f"{name} is nothing at {self.level}"
        return self.seen(seen, name, depth)

    def seen(self, seen: Schema, name: str = "", depth: int = 0) -> Any:
        """Return a value of what the level's view of a schema says."""
        if "one_of" in seen:
            return self._one_of(seen, name, depth)
        if seen["type"] == "object":
            return self.object(seen, depth)
        if seen["type"] == "array":
            return self.list(seen, name, depth)
        return self.scalar(seen, name)

    def object(self, seen: Schema, depth: int) -> dict[str, Any]:
        """Return an object."""
        made = {
            name: self.value(each, name, depth + 1)
            for name, each in seen.get("properties", {}).items()
            if name in seen["required"] or (self.whole and depth <= DEEP)
        }
        if "additional" in seen and self.whole:
            made[self.word(6)] = self.value(seen["additional"], "", depth + 1)
        return made

    def list(self, seen: Schema, name: str, depth: int) -> list[Any]:
        """Return a list."""
        least = int(seen.get("minItems", 0))
        count = self.random.randint(max(least, 1), max(least, 2)) if self.whole else least
        items = [self.value(seen["items"], name, depth + 1) for _ in range(count)]
        return list({str(item): item for item in items}.values())

    def _one_of(self, seen: Schema, name: str, depth: int) -> Any:
        tag = seen.get("discriminator")
        if not tag or not tag.get("mapping"):
            return self.value(self.random.choice(seen["one_of"]), name, depth)
        here = {one["ref"] for one in seen["one_of"] if "ref" in one}
        mapping = {word: ref for word, ref in tag["mapping"].items() if ref in here}
        word = self.random.choice(sorted(mapping))
        return {**self.value({"ref": mapping[word]}, name, depth), tag["property"]: word}

    def scalar(self, seen: Schema, name: str) -> Any:
        """Return a text, number or boolean."""
        if "enum" in seen:
            return self.random.choice(seen["enum"])
        if name in MEANT:
            return self.random.choice(MEANT[name])
        match seen["type"]:
            case "boolean":
                return self.random.random() < 0.5
            case "integer" | "number":
                least = int(seen.get("minimum", 0))
                return self.random.randint(least, int(seen.get("maximum", least + 5000)))
            case "string":
                return self.uuid() if name.endswith("_id") else self._text(seen)
        return self.word(8)

    def _text(self, seen: Schema) -> str:
        match str(seen.get("format")).lower():
            case "duration":
                return "PT5M"
            case "uuid":
                return self.uuid()
            case "date-time":
                return f"20{self.random.randint(10, 39)}-03-01T08:00:00Z"
            case "uri":
                return f"https://{self.word(6)}.test/{self.word(4)}"
            case "email":
                return f"{self.word(5)}@acme.test"
        if "pattern" in seen:
            if seen["pattern"] == "^sha256:[0-9a-f]{64}$":
                return f"sha256:{self.random.getrandbits(256):064x}"
            assert seen["pattern"] == r"^\d+(s|m|h)$", seen
            return f"{self.random.randint(1, 60)}m"
        return self.word(min(int(seen.get("maxLength", 8)), 8))

    def uuid(self) -> str:
        """Return an id."""
        return str(UUID(int=self.random.getrandbits(128), version=4))

    def word(self, length: int) -> str:
        """Return letters."""
        return "".join(self.random.choice(_LETTERS) for _ in range(length))


@dataclass(frozen=True)
class Surprises:
    """How an answer differs from what its schema leads one to expect."""

    seed: int
    unknown: bool
    nulls: bool
    values: bool
    gaps: bool


class Surprising(Maker):
    """Makes answers; what the request of an update must have is always there and not null."""

    def __init__(self, level: str, surprises: Surprises) -> None:
        super().__init__(level, Random(surprises.seed))
        self.surprises = surprises

    def answer(self, response: Schema, request: Schema, name: str = "") -> Any:
        """Return an answer from which a request of an update can start."""
        seen, wanted = at_level(response, self.level), at_level(request, self.level)
        assert seen is not None
        if "one_of" in seen or wanted is None:
            return self.value(response, name)
        if seen["type"] == "array":
            inner = wanted.get("items", {"type": "any"})
            count = self.random.randint(0, 3)
            return [self.answer(seen["items"], inner, name) for _ in range(count)]
        return self._object(seen, wanted) if seen["type"] == "object" else self.scalar(seen, name)

    def _object(self, seen: Schema, wanted: Schema) -> dict[str, Any]:
        known = properties(wanted)
        made: dict[str, Any] = {}
        for name, each in seen.get("properties", {}).items():
            inner = known.get(name, {"type": "any"})
            must = self.level in inner.get("required", ())
            if not must and name not in seen["required"]:
                if self.surprises.gaps and self._sometimes():
                    continue
                if self.surprises.nulls and self._sometimes():
                    made[name] = None
                    continue
            made[name] = self.answer(each, inner, name)
        return self._enriched(made)

    def object(self, seen: Schema, depth: int) -> dict[str, Any]:
        """Return an object that nobody knows."""
        return self._enriched(super().object(seen, depth))

    def _enriched(self, made: dict[str, Any]) -> dict[str, Any]:
        if self.surprises.unknown and self._sometimes():
            made[f"unheard_{self.word(3)}"] = self._unheard()
        return made

    def _unheard(self) -> Any:
        """Return a value of a field that nobody knows."""
        return self.random.choice(
            [None, True, 0, 1.5, "", "text", [], {}, [{"id": "x"}, None], {"deep": {"deeper": [1]}}]
        )

    def scalar(self, seen: Schema, name: str) -> Any:
        """Return a text, number or boolean, or a choice that nobody knows."""
        if "enum" in seen and self.surprises.values and self._sometimes():
            return NEVER_HEARD_OF
        return super().scalar(seen, name)

    def _sometimes(self) -> bool:
        return self.random.random() < 0.4
