# SPDX-License-Identifier: BSD-2-Clause
"""Whether what a guest boots from is right, by rules.

`check()` judges the trees that `aetherboot.decode.read()` gives, one or several that belong to one
guest, and answers with a `Report`. It reads the fields that the tables of rows of
`aetherboot.decode` name, and nothing of the library that writes the structures.

A rule is a row, `Rule` of rule.py, in `RULES` of a module that `MODULES` of run.py names. Its
function gets nodes: each that has the name it is over, together with all `Inputs`, or for
`SET` just those. `Inputs` finds structures by name over all inputs, tells their address if that is
known, and keeps what `fact()` derives. Fields are found by `Node.find()` and `Node.number()`.

What a reader itself remarks, as a wrong length, and no rule tells, `input.malformed` tells: a rule
that tells it better yields a finding at the same node.

Each rule has a fault that fires it and a near miss that does not in the tests: a row of `CASES` in
tests/check_*.py.
"""
from .rule import ERROR as ERROR
from .rule import WARNING as WARNING
from .rule import Finding as Finding
from .rule import Rule as Rule
from .run import Report as Report
from .run import check as check
from .run import rules as rules
