# SPDX-License-Identifier: BSD-2-Clause
"""Readers of what a guest boots from, apart from the library that writes it. Of kernels the
library's own readers are asked, too.

`read()` tells the kind of a file or folder by its content, and answers with a tree of `Node`s.
The text and the JSON of `aetherboot inspect`, and `aetherboot diff`, are made from that tree
alone. What each structure contains is in tables of rows, the modules named `..._fields`.

Each reader takes any bytes: what it cannot follow becomes a remark in the tree. Depth and number
of nodes are bounded.
"""
from .kinds import read as read
from .node import Node as Node
from .node import Unreadable as Unreadable
