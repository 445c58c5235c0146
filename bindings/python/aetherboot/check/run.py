# SPDX-License-Identifier: BSD-2-Clause
"""Which rules there are, and how they are run."""
from __future__ import annotations

from .inputs import Inputs
from .rule import SET, TABLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from ..decode.node import Node
    from .rule import Finding, Rule

MODULES = (  # each has RULES; the last one tells what no other rule has told
    "acpi_rules", "pointer_rules", "fadt_rules", "madt_rules",
    "gic_rules", "numa_rules", "pptt_rules", "aml_rules", "pci_rules",
    "iort_rules", "device_rules",
    "fdt_rules", "fdt_ref_rules", "fdt_system_rules", "e820_rules", "linux_rules", "x86_rules",
    "multiboot_rules",
    "smbios_rules", "efi_rules", "file_rules", "build_rules", "cpu_rules",
    "reader_rules",
)
MAX_FINDINGS = 100  # of a rule


class Found:
    """A finding with its place.

    - `rule`, `finding`
    - `input`: number of the input
    - `path`: labels from the input down to the node
    """

    __slots__ = ("rule", "finding", "input", "path")

    def __init__(self, rule: Rule, finding: Finding, number: int, path: tuple[str, ...]) -> None:
        self.rule = rule
        self.finding = finding
        self.input = number
        self.path = path


class Report:
    """What a check has found.

    - `paths`, `kinds`: of each input
    - `found`: in the order of the inputs
    - `cut`: ids of the rules that have found more than MAX_FINDINGS
    """

    __slots__ = ("paths", "kinds", "found", "cut")

    def __init__(self, inputs: Inputs) -> None:
        self.paths = [path for path, _ in inputs.roots]
        self.kinds = [root.name for _, root in inputs.roots]
        self.found: list[Found] = []
        self.cut: list[str] = []

    def count(self, severity: str) -> int:
        """How many findings have a severity."""
        return sum(one.rule.severity == severity for one in self.found)


def rules() -> list[Rule]:
    """All rules."""
    from importlib import import_module

    return [rule for name in MODULES for rule in import_module("." + name, __package__).RULES]


def check(roots: Sequence[tuple[str, Node]], ignore: Collection[str] = ()) -> Report:
    """Judge trees that `aetherboot.decode.read()` has given, each with its path, as parts of one
    guest. Rules whose ids are to be ignored are left out."""
    inputs = Inputs(roots)
    report = Report(inputs)
    told: list[tuple[Rule, Finding]] = []
    claimed: set[int] = set()
    for rule in rules():
        mine: list[Finding] = []
        for finding in _findings(rule, inputs):
            if id(finding.node) in claimed and rule.over == _LAST:
                continue
            if len(mine) == MAX_FINDINGS:
                report.cut.append(rule.id)
                break
            mine.append(finding)
        claimed.update(id(finding.node) for finding in mine)
        if rule.id not in ignore:
            told += [(rule, finding) for finding in mine]
    report.cut = [name for name in report.cut if name not in ignore]
    report.found = _placed(inputs, told)
    return report


_LAST = "remark"  # what rules over remarks are over that no other rule has told


def _findings(rule: Rule, inputs: Inputs) -> Iterable[Finding]:
    if rule.over in (SET, _LAST):
        yield from rule.function(inputs)
        return
    for node in inputs.tables if rule.over == TABLE else inputs.all(rule.over):
        yield from rule.function(node, inputs)


def _placed(inputs: Inputs, told: list[tuple[Rule, Finding]]) -> list[Found]:
    """The findings in the order of their nodes."""
    wanted: dict[int, list[tuple[Rule, Finding]]] = {}
    for rule, finding in told:
        wanted.setdefault(id(finding.node), []).append((rule, finding))
    found: list[Found] = []
    for number, (_, root) in enumerate(inputs.roots if wanted else ()):
        for node, path in _paths(root, wanted):
            found += [Found(rule, finding, number, path) for rule, finding in wanted[id(node)]]
    return found


def _paths(root: Node, wanted: Collection[int]) -> Iterator[tuple[Node, tuple[str, ...]]]:
    """Each wanted node below a root, with the labels that lead to it."""
    stack: list[tuple[Node, tuple[object, str] | None]] = [(root, None)]
    while stack:
        node, link = stack.pop()
        if id(node) in wanted:
            labels: list[str] = []
            at: object = link
            while isinstance(at, tuple):
                at, label = at
                labels.append(label)
            yield node, tuple(reversed(labels))
        for child in reversed(node.children):
            stack.append((child, (link, child.label)))


