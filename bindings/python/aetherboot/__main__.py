# SPDX-License-Identifier: BSD-2-Clause
"""python -m aetherboot: the command `aetherboot`."""
from .tool import main

raise SystemExit(main())
