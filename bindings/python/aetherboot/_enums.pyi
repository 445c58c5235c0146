# SPDX-License-Identifier: BSD-2-Clause
# Made from the C headers by bindings/python/generate.py, target python-update: do not edit.
# The enums of the C headers, for type checkers.
from enum import IntEnum

_TABLE: dict[str, tuple[str, dict[str, int]]]

class Arch(IntEnum):
    X86_64 = 1
    ARM64 = 2

class Err(IntEnum):
    OK = 0
    ERR_ARG = 1
    ERR_NOSPACE = 2
    ERR_OVERLAP = 3
    ERR_IMAGE = 4
    ERR_UNSUPPORTED = 5
    ERR_MEM = 6
    ERR_INTERNAL = 7

class MemType(IntEnum):
    RAM = 1
    RESERVED = 2
    ACPI = 3
    NVS = 4

class ReserveFlags(IntEnum):
    NO_MAP = 1
    REUSABLE = 2

class Backing(IntEnum):
    RAM = 0
    ROM = 1
    NONE = 2

class RegionKind(IntEnum):
    KERNEL = 1
    INITRD = 2
    CMDLINE = 3
    ZERO_PAGE = 4
    SETUP_DATA = 5
    GDT = 6
    PAGE_TABLES = 7
    START_INFO = 8
    MP_POINTER = 9
    LEGACY = 10
    RSDP = 11
    ACPI = 12
    FACS = 13
    MP_TABLE = 14
    ECAM = 15
    RESERVED = 16
    BLOB = 17
    RESET_VECTOR = 18
    DTB = 19
    EFI = 20
    EFI_MAP = 21
    SMBIOS = 22
    HOLE = 23
    MODULE = 24
    BDA = 25
    MULTIBOOT_INFO = 26

class DevType(IntEnum):
    UART_16550 = 1
    I8042 = 2
    RTC_CMOS = 3
    PIC_8259 = 4
    PIT_8254 = 5
    IOAPIC = 6
    HPET = 7
    VIRTIO_MMIO = 8
    PCIE_ECAM = 9
    ACPI_PM = 10
    ACPI_GED = 11
    ACPI_SLEEP = 12
    ACPI_RESET = 13
    PVPANIC = 14
    UART_PL011 = 15
    UART_SBSA = 16
    RTC_PL031 = 17
    GPIO_PL061 = 18
    SMMUV3 = 19
    VMGENID = 20
    VMBUS = 21
    WINDOW = 22
    HOTPLUG_RAM = 23
    VGA = 24
    OTHER = 25
    RESERVED = 26
    PCI = 27
    FRAMEBUFFER = 28

class IrqFlags(IntEnum):
    USUAL = 0
    EDGE_HIGH = 1
    EDGE_LOW = 2
    LEVEL_HIGH = 3
    LEVEL_LOW = 4

class PixelFormat(IntEnum):
    X8R8G8B8 = 0
    A8R8G8B8 = 1
    A8B8G8R8 = 2
    R8G8B8 = 3
    R5G6B5 = 4
    X1R5G5B5 = 5
    A1R5G5B5 = 6
    R5G5B5A1 = 7
    X2R10G10B10 = 8
    A2R10G10B10 = 9

class Tables(IntEnum):
    USUAL = 0
    ACPI = 1
    MP = 2
    NONE = 3
    FDT = 4

class AcpiEdition(IntEnum):
    ACPI_USUAL = 0
    ACPI_6_5 = 1

class CacheType(IntEnum):
    UNIFIED = 0
    DATA = 1
    INSTRUCTION = 2

class Conduit(IntEnum):
    HVC = 0
    SMC = 1

class AmlOp(IntEnum):
    STORE = 0
    COPY_OBJECT = 1
    REF_OF = 2
    COND_REF_OF = 3
    DEREF_OF = 4
    SIZE_OF = 5
    OBJECT_TYPE = 6
    INDEX = 7
    ADD = 8
    SUBTRACT = 9
    MULTIPLY = 10
    DIVIDE = 11
    MOD = 12
    INCREMENT = 13
    DECREMENT = 14
    SHIFT_LEFT = 15
    SHIFT_RIGHT = 16
    AND = 17
    NAND = 18
    OR = 19
    NOR = 20
    XOR = 21
    NOT = 22
    FIND_SET_LEFT_BIT = 23
    FIND_SET_RIGHT_BIT = 24
    LAND = 25
    LOR = 26
    LNOT = 27
    LEQUAL = 28
    LGREATER = 29
    LLESS = 30
    LNOT_EQUAL = 31
    LLESS_EQUAL = 32
    LGREATER_EQUAL = 33
    CONCAT = 34
    CONCAT_RES = 35
    MID = 36
    TO_BUFFER = 37
    TO_DECIMAL_STRING = 38
    TO_HEX_STRING = 39
    TO_INTEGER = 40
    TO_STRING = 41
    FROM_BCD = 42
    TO_BCD = 43
    WAIT = 44
    TIMER = 45
    DEBUG = 46
    REVISION = 47
    LOAD_TABLE = 48
    CREATE_BIT_FIELD = 49
    CREATE_BYTE_FIELD = 50
    CREATE_WORD_FIELD = 51
    CREATE_DWORD_FIELD = 52
    CREATE_QWORD_FIELD = 53
    CREATE_FIELD = 54
    NOTIFY = 55
    RELEASE = 56
    RESET = 57
    SIGNAL = 58
    SLEEP = 59
    STALL = 60
    RETURN = 61
    BREAK = 62
    CONTINUE = 63
    BREAK_POINT = 64
    NOOP = 65
    OPS = 66

class AmlObject(IntEnum):
    UNKNOWN = 0
    INT = 1
    STRING = 2
    BUFFER = 3
    PACKAGE = 4
    FIELD_UNIT = 5
    DEVICE = 6
    EVENT = 7
    METHOD = 8
    MUTEX = 9
    REGION = 10
    POWER_RESOURCE = 11
    PROCESSOR = 12
    THERMAL_ZONE = 13
    BUFFER_FIELD = 14

class AmlSpaceId(IntEnum):
    SYSTEM_MEMORY = 0
    SYSTEM_IO = 1
    PCI_CONFIG = 2
    EMBEDDED_CONTROL = 3
    SMBUS = 4
    SYSTEM_CMOS = 5
    PCI_BAR_TARGET = 6
    IPMI = 7
    GPIO = 8
    SERIAL_BUS = 9
    PCC = 10
    FIXED_HARDWARE = 127

class AmlFieldFlags(IntEnum):
    ANY_ACC = 0
    BYTE_ACC = 1
    WORD_ACC = 2
    DWORD_ACC = 3
    QWORD_ACC = 4
    BUFFER_ACC = 5
    NO_LOCK = 0
    LOCK = 16
    PRESERVE = 0
    WRITE_AS_ONES = 32
    WRITE_AS_ZEROS = 64

class AmlIrqFlags(IntEnum):
    EDGE = 1
    LOW = 2
    SHARED = 4
    WAKE = 8
    PRODUCER = 16

class AmlRangeType(IntEnum):
    MEMORY = 0
    IO = 1
    BUS = 2

class AmlRangeFlags(IntEnum):
    PRODUCER = 1
    SUBTRACTIVE = 2
    READ_ONLY = 4
    CACHEABLE = 8
    WRITE_COMBINING = 16
    PREFETCHABLE = 24

class Codec(IntEnum):
    NONE = 0
    GZIP = 1
    XZ = 2
    LZMA = 3
    LZ4_LEGACY = 4
    LZ4 = 5
    ZSTD = 6
    BZIP2 = 7
    LZO = 8

class FdtPhandleOf(IntEnum):
    GIC = 1
    MSI = 2
    CLOCK = 3
    GPIO = 4
    SMMU = 8

class ImageFormat(IntEnum):
    UNKNOWN = 0
    ELF = 1
    BZIMAGE = 2
    ARM64 = 3
    ZBOOT = 4
    PACKED = 5
    MULTIBOOT = 6
    FLAT = 7

class VcpuStart(IntEnum):
    RUN = 0
    WAIT = 1

class X86Gpr(IntEnum):
    RAX = 0
    RCX = 1
    RDX = 2
    RBX = 3
    RSP = 4
    RBP = 5
    RSI = 6
    RDI = 7
    GPRS = 16

class X86Seg(IntEnum):
    ES = 0
    CS = 1
    SS = 2
    DS = 3
    FS = 4
    GS = 5
    SEGS = 6

class SetupDataType(IntEnum):
    E820_EXT = 1
    DTB = 2
    RNG_SEED = 9

class X86Selector(IntEnum):
    CODE = 16
    DATA = 24
    TSS = 32

class X86Mode(IntEnum):
    MODE_32 = 0
    MODE_64 = 1

class Protocol(IntEnum):
    AUTO = 0
    LINUX = 1
    SELF = 2
    PVH = 3
    LINUX32 = 4
    FIRMWARE = 5
    MULTIBOOT = 6
    MULTIBOOT2 = 7
    FLAT = 8
    FLAT32 = 9

class PayloadFlags(IntEnum):
    VERIFY = 1
    LA57 = 2
    KASLR = 4
    UKI_TREE = 8
    MODULES_LOW = 16

__all__ = [
    "AcpiEdition",
    "AmlFieldFlags",
    "AmlIrqFlags",
    "AmlObject",
    "AmlOp",
    "AmlRangeFlags",
    "AmlRangeType",
    "AmlSpaceId",
    "Arch",
    "Backing",
    "CacheType",
    "Codec",
    "Conduit",
    "DevType",
    "Err",
    "FdtPhandleOf",
    "ImageFormat",
    "IrqFlags",
    "MemType",
    "PayloadFlags",
    "PixelFormat",
    "Protocol",
    "RegionKind",
    "ReserveFlags",
    "SetupDataType",
    "Tables",
    "VcpuStart",
    "X86Gpr",
    "X86Mode",
    "X86Seg",
    "X86Selector",
]
