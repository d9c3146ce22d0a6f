"""Which schema of one level is which schema of another, and what the united one is called.

Components are renamed from version to version, so the names alone do not say. Walking the
operations that levels share does: what stands in the same place in both documents is the same
schema. A united schema takes the newest level's name; where that one is paired with several older
schemas, the pair that is most alike takes it and the others are called ``New~Old``.
"""

from collections.abc import Mapping

from qovery_cli.codegen.facts.schema_extraction import Facts, Reader
from qovery_cli.codegen.facts.schema_union import Union

#: The component's name at each level, oldest first; "" where a level has none.
Pair = tuple[str, ...]


class Pairs:
    """Takes note of pairs while a first walk is made, and names them in a second one."""

    def __init__(self, readers: Mapping[str, Reader]) -> None:
        self._readers = readers
        self._known: set[Pair] = set()
        self._queue: list[Pair] = []
        self._partial: set[Pair] = set()
        self._names: dict[Pair, str] = {}

    def note(self, names: Mapping[str, str]) -> str:
        """Take note of components that stand in one place; returns no name yet."""
        pair = self._pair(names)
        if "" in pair:
            self._partial.add(pair)
        else:
            self._add(pair)
        return ""

    def settle(self) -> None:
        """Walk into every pair until no new one turns up, then give out the names.

        What only some levels reach waits until all shared places are known, because those say
        more about what belongs together than equal names do.
        """
        union = Union(self._readers, self.note)
        while self._queue or self._partial:
            if self._queue:
                union.schema(self.forms(self._queue.pop()))
            else:
                partial = min(self._partial)
                self._partial.remove(partial)
                self._add(self._completed(partial))
        self._name_all()

    def name(self, names: Mapping[str, str]) -> str:
        """Return the name of the united schema; ``settle`` must have been called."""
        return self._names[self._completed(self._pair(names))]

    def named(self, name: str) -> Pair:
        """Return the pair that goes by a name."""
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
        """Return the best known pair that contains this one, else pair by equal names."""
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
        """Order pairs: of most levels first, then most alike, then of equal names."""
        return pair.count(""), -self._likeness(pair), len(set(pair) - {""}) > 1, pair

    def _likeness(self, pair: Pair) -> float:
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
    """Return what two schemas can have in common: property names, values, alternatives."""
    parts = (part.get("ref", "") for part in facts.get("one_of", ()))
    return {*facts.get("properties", ()), *map(str, facts.get("enum", ())), *parts}
