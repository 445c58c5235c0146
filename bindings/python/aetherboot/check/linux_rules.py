# SPDX-License-Identifier: BSD-2-Clause
"""Rules over Linux's zero page and what it points to."""
from __future__ import annotations

from .inputs import Inputs, of
from .maps import ram
from .parts import Part, all_regions, first, over_node, over_set, regions
from .ranges import covers, told
from .rule import ERROR, SET, WARNING, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..decode.node import Node
    from .parts import Told

LEAST_VERSION = 0x206  # has cmdline_size
USUAL_CMDLINE = 255  # bytes that older protocols have
MAGIC, FLAG = "HdrS", 0xAA55
OF_PVH, XEN_LOADERS = 0x20C, (0x90, 0xB0)  # what Linux writes into its own if PVH entered it
ABOVE_4G = 2  # of xloadflags
LOADED_HIGH, PAGE = 1, 4096
HEADER = "X86BOOT The Real-Mode Kernel Header"
ZERO_PAGE = "X86BOOT zero page"
DATA = "X86BOOT setup_data"


def header_of(page: Node) -> Node:
    """The setup header of a zero page."""
    return of(page, "setup_header")


def pointed(inputs: Inputs, node: Node, at: int, kind: str, size: int | None = None) -> Told:
    """A pointer leads into RAM, and to where a build folder has such a region."""
    has, found = inputs.fact(ram), regions(inputs, kind)
    if not at:
        if found:
            yield node, f"{node.name} is 0, but {first(found).name} is there", first(found).node
    elif inputs.fact(all_regions):
        if at not in found:
            where = f"{kind} is at {first(found).base:#x}" if found else f"the folder has no {kind}"
            yield node, f"{node.name} leads to {at:#x}, but {where}"
        elif size is not None and found[at].size != size:
            yield node, f"the size at {at:#x} is {size}, but {found[at].name} has {found[at].size}"
    elif has and not covers(has, at, at + (size or 1)):
        yield node, (f"{node.name} leads to {at:#x} to {at + (size or 1) - 1:#x}, but RAM is "
                     f"{told(has)}")


def _magic(page: Node, _: Inputs) -> Told:
    header = header_of(page)
    text, flag = of(header, "header"), of(header, "boot_flag")
    if header.number("version") == OF_PVH and header.number("type_of_loader") in XEN_LOADERS:
        return
    if text.value != MAGIC:
        yield text, f"header is {text.value!r}, it must be {MAGIC!r}"
    if flag.value != FLAG:
        yield flag, f"boot_flag is {header.number('boot_flag'):#x}, it must be {FLAG:#x}"


def _version(page: Node, _: Inputs) -> Told:
    header = header_of(page)
    number = header.number("version")
    if number < LEAST_VERSION:
        yield of(header, "version"), (f"version is {number:#x}, below {LEAST_VERSION:#x}, the "
                                      "first that tells the length of command lines")


def _loader(page: Node, _: Inputs) -> Told:
    header = header_of(page)
    if not header.number("type_of_loader") and (header.number("ramdisk_size")
                                                or header.number("cmd_line_ptr")):
        yield of(header, "type_of_loader"), "type_of_loader is 0, so Linux takes no initrd"


def _sentinel(page: Node, _: Inputs) -> Told:
    if page.number("sentinel"):
        yield of(page, "sentinel"), (f"sentinel is {page.number('sentinel'):#x}, so Linux clears "
                                     "what the loader has written")


def _initrd(page: Node, inputs: Inputs) -> Told:
    header = header_of(page)
    base = page.number("ext_ramdisk_image") << 32 | header.number("ramdisk_image")
    size = page.number("ext_ramdisk_size") << 32 | header.number("ramdisk_size")
    if bool(base) != bool(size):
        yield of(header, "ramdisk_size"), (f"ramdisk_size is {size}, but ramdisk_image "
                                           f"{base:#x}: one without the other")
        return
    yield from pointed(inputs, of(header, "ramdisk_image"), base, "initrd", size)


def _initrd_limit(page: Node, _: Inputs) -> Told:
    header = header_of(page)
    last = (page.number("ext_ramdisk_image") << 32 | header.number("ramdisk_image")) + (
        page.number("ext_ramdisk_size") << 32 | header.number("ramdisk_size")) - 1
    most = header.number("initrd_addr_max")
    if last > most > 0 and not header.number("xloadflags") & ABOVE_4G:
        yield of(header, "ramdisk_image"), (f"the initrd ends at {last:#x}, above "
                                            f"initrd_addr_max {most:#x}")


def _command_line(page: Node, inputs: Inputs) -> Told:
    header = header_of(page)
    at = page.number("ext_cmd_line_ptr") << 32 | header.number("cmd_line_ptr")
    yield from pointed(inputs, of(header, "cmd_line_ptr"), at, "cmdline")


def _too_long(inputs: Inputs) -> Told:
    pages = inputs.all("boot_params")
    most = header_of(pages[0]).number("cmdline_size") or USUAL_CMDLINE if pages else 0
    for part in regions(inputs, "cmdline").values() if pages else ():
        line = part.node.find("command line")
        if line is not None and isinstance(line.value, str) and len(line.value) > most:
            yield line, (f"the command line has {len(line.value)} bytes, but cmdline_size is "
                         f"{most}"), header_of(pages[0]).find("cmdline_size")


def _payload(page: Node, _: Inputs) -> Told:
    header = header_of(page)
    end = header.number("payload_offset") + header.number("payload_length")
    if 0 < header.number("syssize") * 16 < end:
        yield of(header, "payload_length"), (
            f"the payload ends at {end:#x} of the protected-mode kernel, which has "
            f"{header.number('syssize') * 16:#x} bytes by syssize")
    align = header.number("kernel_alignment")
    if align & (align - 1):
        yield of(header, "kernel_alignment"), (f"kernel_alignment is {align:#x}, it must be a "
                                               "power of 2")


def _setup_data(inputs: Inputs) -> Told:
    """The chain begins where the zero page says, and each link leads to another one."""
    chain = {at: node for node in inputs.all("setup_data")
             if node.value is None and (at := inputs.address(node)) is not None}
    pages = inputs.all("boot_params")
    for page in pages:
        node = of(header_of(page), "setup_data")
        begin = header_of(page).number("setup_data")
        if chain and begin != min(chain):
            yield node, f"setup_data is {begin:#x}, but the first one is at {min(chain):#x}"
        elif not chain:
            yield from pointed(inputs, node, begin, "setup-data")
    round_ = _going_round(chain)
    for at, link in chain.items():
        after, field = link.number("next"), of(link, "next")
        if after and after not in chain:
            yield field, f"next is {after:#x}, where no setup_data is"
        elif after and at in round_:
            yield field, f"next is {after:#x}, from where the chain comes back to {at:#x}"


def _going_round(chain: dict[int, Node]) -> set[int]:
    """The links from which one comes back to themselves."""
    seen: dict[int, int] = {}  # a link, and the start of the walk that came to it first
    found: set[int] = set()
    for start in chain:
        at = start
        while at in chain and at not in seen:
            seen[at] = start
            at = chain[at].number("next")
        while seen.get(at) == start and at not in found:
            found.add(at)
            at = chain[at].number("next")
    return found


def _setup_data_length(node: Node, inputs: Inputs) -> Told:
    size, field = node.number("len"), of(node, "len")
    if node.remark:
        yield node, f"len is {size}: {node.remark}"
    elif node.number("type") == 1 and size % 20:
        yield field, f"len is {size}, but entries of an E820 map have 20 bytes each"
    region = inputs.region(node)
    if region is not None and Part(region).remark:
        yield region, Part(region).remark


def _setup_data_type(node: Node, _: Inputs) -> Told:
    kind = of(node, "type")
    if not kind.meaning:
        yield kind, f"type is {node.number('type')}, which no Linux knows"


RULES = (
    Rule("zero-page.magic", ERROR, HEADER, "The setup header begins as Linux knows it.",
         "Copy the header from the kernel file, from 0x1f1 on.", "boot_params",
         over_node(_magic)),
    Rule("zero-page.version", WARNING, HEADER, "The version is one of today's kernels.",
         "Copy the version from the kernel file.", "boot_params", over_node(_version)),
    Rule("zero-page.loader", ERROR, HEADER, "A loader has a number.",
         "Write 0xff, which stands for a loader that has none.", "boot_params",
         over_node(_loader)),
    Rule("zero-page.sentinel", ERROR, ZERO_PAGE, "The sentinel is 0.",
         "Clear the page before the header is copied into it.", "boot_params",
         over_node(_sentinel)),
    Rule("zero-page.initrd", ERROR, HEADER, "The initrd is where the zero page says, in RAM.",
         "Write base and size of the initrd, with their upper halves in ext_ramdisk_*.",
         "boot_params", over_node(_initrd)),
    Rule("zero-page.initrd-limit", ERROR, HEADER, "The initrd ends at or below initrd_addr_max.",
         "Place the initrd lower.", "boot_params", over_node(_initrd_limit)),
    Rule("zero-page.cmdline", ERROR, HEADER, "The command line is where cmd_line_ptr says, in RAM.",
         "Write the address, with its upper half in ext_cmd_line_ptr.", "boot_params",
         over_node(_command_line)),
    Rule("zero-page.cmdline-length", ERROR, HEADER, "A command line fits into what the kernel "
         "keeps of it.", "Make the command line shorter; Linux cuts it off.", SET,
         over_set(_too_long)),
    Rule("zero-page.payload", ERROR, HEADER, "Payload and alignment fit the kernel.",
         "Copy the header from the kernel file.", "boot_params", over_node(_payload)),
    Rule("zero-page.setup-data", ERROR, DATA, "The chain of setup_data leads from the zero page "
         "through all to its end.", "Link each node to the next, and the last to 0.", SET,
         over_set(_setup_data)),
    Rule("setup-data.length", ERROR, DATA, "A setup_data has as many bytes as it says.",
         "Write the bytes behind the header of 16 bytes into len.", "setup_data",
         over_node(_setup_data_length)),
    Rule("setup-data.type", WARNING, DATA, "A setup_data is of a type that is known.",
         "Take one of Linux's asm/bootparam.h.", "setup_data", over_node(_setup_data_type)),
)
