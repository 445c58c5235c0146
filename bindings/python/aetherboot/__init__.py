# SPDX-License-Identifier: BSD-2-Clause
"""Everything a guest needs to boot, from one machine description: libaetherboot for Python.

Describe a guest by `Machine` and `Payload`; `plan()` chooses an address for every object, and
checks both; `Plan.place()` hands out every byte of the guest's memory, and `Plan.entry()` the
registers of each CPU. Each table alone has a function of its own, e.g. `acpi_madt()`.
"""
from . import _builders, _enums, _types
from ._builders import *  # noqa: F403
from ._builders import _left_out as _left_out
from ._call import AetherbootError as AetherbootError
from ._call import Block as Block
from ._call import error_text as error_text
from ._more import AcpiSet as AcpiSet
from ._more import acpi_table as acpi_table
from ._more import codec_library as codec_library
from ._more import image_probe as image_probe
from ._more import kernel_unpack as kernel_unpack
from ._more import machine_check as machine_check
from ._more import map_file as map_file
from ._more import memmap_entries as memmap_entries
from ._more import memmap_find as memmap_find
from ._more import x86_cpuid as x86_cpuid
from ._more import x86_cpuid_all as x86_cpuid_all
from ._more import x86_memory_types as x86_memory_types
from ._plan import Plan as Plan
from ._plan import plan as plan
from ._types import *  # noqa: F403
from ._types import VERSION_MAJOR, VERSION_MINOR, VERSION_PATCH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._enums import *  # noqa: F403
else:
    def __getattr__(name):
        if name in _enums.__all__:  # made when it is first asked for
            return globals().setdefault(name, getattr(_enums, name))
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

__all__ = [
    *_builders.__all__, *_enums.__all__, *_types.__all__, "AcpiSet", "AetherbootError", "Block",
    "Plan", "acpi_table", "codec_library", "error_text", "image_probe", "kernel_unpack",
    "machine_check", "map_file", "memmap_entries", "memmap_find", "plan", "x86_cpuid",
    "x86_cpuid_all", "x86_memory_types",
]
__version__ = f"{VERSION_MAJOR}.{VERSION_MINOR}.{VERSION_PATCH}"
