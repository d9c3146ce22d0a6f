"""Match the schemas of one level with those of another, and name the united ones.

Components are renamed from version to version, so names alone do not match them. Two components
that are used in the same place of the same operation are the same schema. A united schema has the
name of the newest level; where that name is paired with several older ones, the most similar pair
gets it and the others are called ``New~Old``.
"""

from collections.abc import Mapping

from qovery_cli.codegen.facts.schema_extraction import Facts, SchemaReader
from qovery_cli.codegen.facts.schema_union import SchemaUnion

#: The component's name at each level, oldest first; "" where a level has none.
Pair = tuple[str, ...]


class SchemaMatcher:
    """Collects pairs in a first walk through the operations, and names them in a second one."""

    def __init__(self, readers: Mapping[str, SchemaReader]) -> None:
        self._readers = readers
        self._known: set[Pair] = set()
        self._queue: list[Pair] = []
        self._partial: set[Pair] = set()
        self._names: dict[Pair, str] = {}

    def note(self, names: Mapping[str, str]) -> str:
        """Record the components that are used in one place; return no name yet."""
        pair = self._pair(names)
        if "" in pair:
            self._partial.add(pair)
        else:
            self._add(pair)
        return ""

    def settle(self) -> None:
        """Walk into every pair until there is no new one, then assign the names.

        Components that only some levels reach come last: a shared place matches two components
        better than equal names do.
        """
        union = SchemaUnion(self._readers, self.note)
        while self._queue or self._partial:
            if self._queue:
                union.schema(self.forms(self._queue.pop()))
            else:
                partial = min(self._partial)
                self._partial.remove(partial)
                self._add(self._completed(partial))
        self._name_all()

    def name(self, names: Mapping[str, str]) -> str:
        """Return the name of a united schema; ``settle`` must have been called."""
        return self._names[self._completed(self._pair(names))]

    def named(self, name: str) -> Pair:
        """Return the pair with a name."""
        return next(pair for pair, each in self._names.items() if each == name)

    def forms(self, pair: Pair) -> dict[str, Facts]:
        """Return the facts of a pair by level."""
        return {
            level: reader.component(name)
            for (level, reader), name in zip(self._readers.items(), pair, strict=True)
            if name
        }

    def _pair(self, names: Mapping[str, str]) -> Pair:
        return tuple(names.get(level, "") for level in self._readers)

    def _add(self, pair: Pair) -> None:
        if pair not in self._known:
            self._known.add(pair)
            self._queue.append(pair)

    def _completed(self, pair: Pair) -> Pair:
        """Return the best known pair that contains a partial one, else pair by equal names."""
        if pair in self._known and "" not in pair:
            return pair
        known = [each for each in self._known if _contains(each, pair)]
        if known:
            return min(known, key=self._preference)
        newest = _newest(pair)
        return tuple(
            name or (newest if newest in reader else "")
            for name, reader in zip(pair, self._readers.values(), strict=True)
        )

    def _preference(self, pair: Pair) -> tuple[int, float, bool, Pair]:
        """Return a sort key for pairs: most levels first, then most similar, then equal names."""
        return pair.count(""), -self._similarity(pair), len(set(pair) - {""}) > 1, pair

    def _similarity(self, pair: Pair) -> float:
        readers = self._readers
        facts = [readers[level].resolved(each) for level, each in self.forms(pair).items()]
        members = [_members(each) for each in facts]
        either = set[str]().union(*members)
        return len(either.intersection(*members)) / len(either) if either else 1.0

    def _name_all(self) -> None:
        taken: set[str] = set()
        for pair in sorted(self._known, key=self._preference):
            name = _newest(pair)
            if name in taken:
                older = [each for each in pair if each and each != name]
                name = "~".join(dict.fromkeys([name, *older]))
            while name in taken:
                name += "~"
            taken.add(name)
            self._names[pair] = name


def _contains(pair: Pair, part: Pair) -> bool:
    return all(not name or name == whole for name, whole in zip(part, pair, strict=True))


def _newest(pair: Pair) -> str:
    return next(name for name in reversed(pair) if name)


def _members(facts: Facts) -> set[str]:
    """Return what makes two schemas similar: property names, values, alternatives."""
    parts = (part.get("ref", "") for part in facts.get("one_of", ()))
    return {*facts.get("properties", ()), *map(str, facts.get("enum", ())), *parts}
