"""Plausible example values for a schema; the same seed gives the same value.

Used for operations without a handler and for required fields that a document lacks. Numbers keep
their bounds, enums their values, and the name of a field selects the kind of string.
"""

import re
import uuid
from random import Random
from typing import Any

from qovery_cli.sandbox.datetimes import iso
from qovery_cli.sandbox.schema.cache import Schema, variants, view

#: The latest generated time: 2026-03-01T00:00:00Z.
EPOCH = 1772323200.0
_DEEPEST = 7
_DAY = 86400

_WORDS = (
    "amber",
    "birch",
    "cedar",
    "delta",
    "ember",
    "fjord",
    "grove",
    "harbor",
    "iris",
    "juniper",
)
_TEXTS: dict[str, tuple[str, ...]] = {
    "email": ("ada@acme.test", "alan@acme.test", "grace@acme.test"),
    "first_name": ("Ada", "Alan", "Grace"),
    "last_name": ("Lovelace", "Turing", "Hopper"),
    "nickname": ("ada", "alan", "grace"),
    "username": ("ada", "alan", "grace"),
    "description": ("", "Made up by the sandbox."),
    "message": ("Done.", "Nothing to report."),
    "version": ("1.4.0", "2.0.1", "3.12.4"),
    "tag": ("1.4.0", "v2.1.1", "latest"),
    "branch": ("main", "develop"),
    "region": ("eu-west-3", "us-east-2", "fr-par"),
    "provider": ("aws", "scaleway"),
    "timezone": ("UTC", "Europe/Paris"),
    "currency_code": ("USD", "EUR"),
    "country_code": ("FR", "US"),
    "country": ("France", "United States"),
    "city": ("Paris", "Columbus"),
    "host": ("db.acme.test", "cache.acme.test"),
    "domain": ("api.acme.test", "www.acme.test"),
    "mount_point": ("/mnt/images", "/data"),
    "instance_type": ("t3a.large", "t3a.xlarge"),
    "owner": ("acme",),
    "key": ("LOG_LEVEL", "FEATURE_FLAGS", "REGION"),
    "value": ("info", "on", "42"),
    "image_name": ("library/nginx", "acme/search"),
    "root_path": ("/",),
}

_FORMS = {"duration": "PT5M", "cron": "0 3 * * *"}
#: Samples for the few fields with a pattern; the first match is used.
_SAMPLES = ("30s", "https://cedar.acme.test", f"sha256:{'0' * 64}")


def generate(schema: Schema, level: str, seed: str, name: str = "", depth: int = 0) -> Any:
    """Return a value valid for a schema at a level; ``name`` is the name of the field."""
    resolved = view(schema, level)
    if resolved is None:
        return None
    if "default" in resolved and resolved["default"] is not None:
        return resolved["default"]
    random = Random(f"{seed}/{name}/{depth}")
    if "enum" in resolved:
        return random.choice([choice for choice in resolved["enum"] if choice is not None])
    kind = resolved.get("type", "any")
    if "one_of" in resolved:
        return _variant(resolved, level, seed, name, depth)
    if kind == "object":
        return _object(resolved, level, seed, depth)
    if kind == "array":
        return _array(resolved, level, seed, name, depth, random)
    if kind == "boolean":
        return random.random() < 0.5
    if kind in ("integer", "number"):
        return _number(resolved, kind, random)
    return _text(resolved, name, random)


def _variant(resolved: Schema, level: str, seed: str, name: str, depth: int) -> Any:
    """Return a value of the first variant, with its discriminator if it has one."""
    chosen = variants(resolved, level)[0]
    generated = generate(chosen, level, seed, name, depth)
    if not isinstance(generated, dict):
        return generated
    discriminator = resolved.get("discriminator") or {}
    for value, variant in discriminator.get("mapping", {}).items():
        if variant == chosen.get("ref"):
            generated[discriminator["property"]] = value
            break
    return (
        {**_object(resolved, level, seed, depth), **generated}
        if "properties" in resolved
        else generated
    )


def _object(resolved: Schema, level: str, seed: str, depth: int) -> dict[str, Any]:
    required = set(resolved.get("required", ()))
    generated: dict[str, Any] = {}
    for name, schema in resolved.get("properties", {}).items():
        if depth < _DEEPEST or name in required:
            generated[name] = generate(schema, level, f"{seed}/{name}", name, depth + 1)
    for name in resolved.get("undeclared", ()):
        generated[name] = placeholder(name)
    if not generated and resolved.get("additional"):
        generated["example"] = generate(resolved["additional"], level, seed, "value", depth + 1)
    return generated


def placeholder(name: str) -> Any:
    """Return a value for a field without a schema, by its name."""
    numbers = ("number", "total", "in_cents", "in_mb", "in_float", "in_number")
    if name == "instances":
        return []
    return 0 if name.endswith(numbers) else _TEXTS.get(name, ("unknown",))[0]


def _array(
    resolved: Schema, level: str, seed: str, name: str, depth: int, random: Random
) -> list[Any]:
    items = resolved.get("items")
    if items is None or (depth >= _DEEPEST and not resolved.get("minItems")):
        return []
    count = max(random.choice((2, 3)) if depth < 2 else 1, resolved.get("minItems", 0))
    item_name = name.removesuffix("s")
    generated = [
        generate(items, level, f"{seed}/{index}", item_name, depth + 1) for index in range(count)
    ]
    if all(isinstance(item, str) for item in generated):
        return list(dict.fromkeys(generated))
    return generated


def _number(resolved: Schema, kind: str, random: Random) -> float | int:
    low = resolved.get("minimum", 1)
    high = resolved.get("maximum", max(low, 1) * 50)
    if kind == "integer":
        return random.randint(int(low), max(int(low), int(high)))
    return round(random.uniform(low, high), 2)


def _text(resolved: Schema, name: str, random: Random) -> str:
    form = resolved.get("format", "")
    timestamp = iso(EPOCH - random.randint(1, 60) * _DAY - random.randint(0, _DAY))
    if form == "uuid":
        return str(uuid.UUID(int=random.getrandbits(128), version=4))
    if form in ("date-time", "date"):
        return timestamp if form == "date-time" else timestamp[:10]
    if form in ("uri", "url") or name == "url" or name.endswith(("_url", "_uri", "link")):
        return f"https://{random.choice(_WORDS)}.acme.test"
    if name.endswith(("_at", "_date", "datetime", "timestamp")):
        return timestamp
    if name == "id" or name.endswith("_id"):
        return str(uuid.UUID(int=random.getrandbits(128), version=4))
    if name.endswith("email") or form == "email":
        return random.choice(_TEXTS["email"])
    text = random.choice(_TEXTS[name]) if name in _TEXTS else _name(random)
    samples = (_FORMS.get(form, text), *_SAMPLES)
    fitting = (sample for sample in samples if re.search(resolved.get("pattern", ""), sample))
    return _bounded(next(fitting, text), resolved)


def _name(random: Random) -> str:
    return f"{random.choice(_WORDS)}-{random.choice(_WORDS)}"


def _bounded(text: str, resolved: Schema) -> str:
    longer = text.ljust(resolved.get("minLength", 0), "x")
    return longer[: resolved.get("maxLength", len(longer))]
