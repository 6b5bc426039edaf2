"""A YAML file as entries that know their line, and that say what would have been right.

Nothing here raises: a fault is noted, a harmless value is returned, and reading goes on, so that
one run finds every fault.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

import yaml

from shop.catalogue.gateways.faults import Fault, hint

CODE: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(kw_only=True)
class Entry:
    """One value of the file. Without a node it stands for a value that was missed already."""

    node: yaml.Node | None
    file: str
    faults: list[Fault] = field(repr=False)

    def wrong(self, says: str) -> None:
        """Note what is wrong here; a value that is missing has been complained about before."""
        if self.node is not None:
            line = self.node.start_mark.line + 1
            self.faults.append(Fault(file=self.file, line=line, says=says))

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.node, yaml.MappingNode)

    @property
    def is_scalar(self) -> bool:
        return isinstance(self.node, yaml.ScalarNode)

    @property
    def is_quoted(self) -> bool:
        """Tell whether the words stand in quotation marks."""
        return isinstance(self.node, yaml.ScalarNode) and bool(self.node.style)

    def text(self) -> str:
        """Return the words as they stand."""
        if isinstance(self.node, yaml.ScalarNode):
            if not self.node.value.strip():
                self.wrong("Words are missing here.")
            return str(self.node.value).strip()
        self.wrong("This should be plain words.")
        return ""

    def code(self) -> str:
        """Return a code: small letters, digits and hyphens."""
        found = self.text()
        if found and not CODE.fullmatch(found):
            self.wrong(f"`{found}` is no code: use small letters, digits and single hyphens.")
        return found

    def whole(self, least: int = 0, most: int = 10_000_000) -> int:
        """Return a whole number within these limits."""
        found = self.text()
        if not re.fullmatch(r"[+-]?\d{1,9}", found):
            if found:
                self.wrong(f"`{found}` is no whole number.")
            return least
        if not least <= int(found) <= most:
            self.wrong(f"{found} is out of range: {least} to {most}.")
        return int(found)

    def amount(self, *, may_be_less: bool = False) -> int:
        """Return an amount of money in minor units: `12.50` is 1250."""
        found = self._decimal(self.text(), "an amount of money such as 12 or 12.50")
        minor = found * 100
        if minor != minor.to_integral():
            self.wrong("An amount has two decimals at most.")
        if minor < 0 and not may_be_less:
            self.wrong("An amount is not below nothing here.")
        return int(minor)

    def per_mille(self) -> int:
        """Return per mille of a percentage: `1.5 %` and `1.5` are 15."""
        words = self.text().removesuffix("%").strip()
        found = self._decimal(words, "a percentage such as 1.5 %") * 10
        if found != found.to_integral():
            self.wrong("A percentage has one decimal at most.")
        return int(found)

    def day(self) -> date:
        """Return a day written as 2026-03-31."""
        found = self.text()
        try:
            return date.fromisoformat(found)
        except ValueError:
            self.wrong(f"`{found}` is no day; write it as 2026-03-31.")
            return date.min

    def one_of(self, known: Collection[str], what: str) -> str:
        """Return a word out of the known ones; the first of them if it is none."""
        found = self.text()
        if found in known:
            return found
        if found:
            self.wrong(f"`{found}` is no {what}. {hint(found, known)}")
        return next(iter(known), "")

    def entries(self) -> list["Entry"]:
        """Return the entries of a list; a single word counts as a list of one."""
        if isinstance(self.node, yaml.SequenceNode):
            return [self._at(node) for node in self.node.value]
        if isinstance(self.node, yaml.ScalarNode):
            return [self]
        self.wrong("This should be a list.")
        return []

    def pairs(self) -> Iterator[tuple["Entry", "Entry"]]:
        """Give the keys and values of a mapping in their order; a key twice is a fault."""
        if not isinstance(self.node, yaml.MappingNode):
            self.wrong("This should be `name: value` lines, indented.")
            return
        seen: dict[str, int] = {}
        for key_node, value_node in self.node.value:
            key = self._at(key_node)
            word = key.text()
            if word in seen:
                key.wrong(f"`{word}` is here twice; it stands in line {seen[word]} already.")
                continue
            seen[word] = key_node.start_mark.line + 1
            yield key, self._at(value_node)

    def record(self, must: str, may: str = "") -> "Record":
        """Return the entry as a record with these keys, given as words between blanks."""
        required, known = must.split(), {*must.split(), *may.split()}
        found = {}
        for key, value in self.pairs():
            word = key.text()
            if word in known:
                found[word] = value
            else:
                key.wrong(f"`{word}` is not known here. {hint(word, known)}")
        if isinstance(self.node, yaml.MappingNode):
            for word in required:
                if word not in found:
                    self.wrong(f"`{word}` is missing.")
        return Record(found=found, nothing=Entry(node=None, file=self.file, faults=self.faults))

    def _decimal(self, words: str, wanted: str) -> Decimal:
        try:
            found = Decimal(words)
        except InvalidOperation:
            found = Decimal("NaN")
        if not found.is_finite():
            if words:
                self.wrong(f"`{words}` is not {wanted}.")
            return Decimal(0)
        return found

    def _at(self, node: yaml.Node) -> "Entry":
        return Entry(node=node, file=self.file, faults=self.faults)


@dataclass(frozen=True, kw_only=True)
class Record:
    """Entries by key. A key that is not there gives an entry that complains no more."""

    found: dict[str, Entry]
    nothing: Entry

    def __getitem__(self, key: str) -> Entry:
        return self.found.get(key, self.nothing)

    def __contains__(self, key: str) -> bool:
        return key in self.found


def read_file(text: str, file: str, faults: list[Fault]) -> Entry:
    """Return the file's entry; a file that is no YAML gives one fault and an empty entry."""
    nothing = Entry(node=None, file=file, faults=faults)
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        faults.append(Fault(file=file, line=line, says=f"This cannot be read: {error.problem}."))
        return nothing
    except yaml.YAMLError:
        faults.append(Fault(file=file, line=1, says="This is no text that can be read."))
        return nothing
    if node is None:
        faults.append(Fault(file=file, line=1, says="The file is empty."))
        return nothing
    return Entry(node=node, file=file, faults=faults)
