# SPDX-License-Identifier: BSD-2-Clause
# What cffi makes of the headers: it checks types when it is called, not before.
from typing import Any

ffi: Any
lib: Any
