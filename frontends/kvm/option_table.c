/* SPDX-License-Identifier: BSD-2-Clause */
/* The options, a row each. */
#include "help.h"
#include "option_row.h"
#include "options.h"

#define AT(member) .at = offsetof(struct vmm_options, member)
#define LIST(member, count) AT(member), .n = offsetof(struct vmm_options, count)
#define CHOICES(list) .choice = (list), .n_choices = sizeof(list) / sizeof((list)[0])

/* enums and uint32_t are stored alike */
_Static_assert(sizeof(enum ab_protocol) == 4 && sizeof(enum ab_tables) == 4 &&
		   sizeof(enum ab_arch) == 4 && sizeof(enum vmm_plan) == 4 &&
		   sizeof(enum vmm_console) == 4,
	       "an enum is no 32-bit number");

static const struct vmm_choice protocols[] = {
	{ "linux", AB_PROTOCOL_LINUX, "64-bit entry of the unpacked kernel: fastest, no KASLR" },
	{ "self", AB_PROTOCOL_SELF, "the bzImage unpacks itself, 64-bit: keeps KASLR" },
	{ "linux32", AB_PROTOCOL_LINUX32, "the same, 32-bit; or an i386 vmlinux" },
	{ "pvh", AB_PROTOCOL_PVH, "32-bit PVH entry of the unpacked kernel" },
	{ "multiboot2", AB_PROTOCOL_MULTIBOOT2, "32-bit entry by a header of Multiboot 2" },
	{ "multiboot", AB_PROTOCOL_MULTIBOOT, "the same by one of version 1" },
	{ "auto", AB_PROTOCOL_AUTO, "the first of these that the kernel has (default)" },
	{ "flat", AB_PROTOCOL_FLAT,
	  "any bytes, unread, at --flat-base: 64-bit code, entered like linux" },
	{ "flat32", AB_PROTOCOL_FLAT32, "x86: the same, 32-bit, like linux32" },
};

static const struct vmm_choice gics[] = { { "2", 2, NULL }, { "3", 3, NULL } };

static const struct vmm_choice consoles[] = {
	{ "uart", VMM_CONSOLE_UART, "a serial port (default)" },
	{ "virtio", VMM_CONSOLE_VIRTIO, "a virtio-console, hvc0; there is no serial port" },
};

static const struct vmm_choice archs[] = {
	{ "x86_64", AB_ARCH_X86_64, NULL },
	{ "arm64", AB_ARCH_ARM64, NULL },
};

static const struct vmm_choice plans[] = {
	{ "text", VMM_PLAN_TEXT, NULL },
	{ "json", VMM_PLAN_JSON, NULL },
};

static const struct vmm_choice helps[] = {
	{ "text", VMM_FORMAT_TEXT, NULL },
	{ "man", VMM_FORMAT_MAN, "a man page" },
	{ "bash", VMM_FORMAT_BASH, "completion for that shell" },
	{ "zsh", VMM_FORMAT_ZSH, "likewise" },
};

const struct vmm_option vmm_option[] = {
	{ "kernel", VMM_OPTION_TEXT, "FILE",
	  "the kernel, as KERNEL: a bzImage, or ELF (vmlinux); arm64: Image, compressed too, or "
	  "ELF; or a UKI of these",
	  AT(kernel) },
	{ "profile", VMM_OPTION_TEXT, "NAME",
	  "profile of a UKI, by number (@0, @1, ...) or by id (default: @0)", AT(profile) },
	{ "uki-tree", VMM_OPTION_BOOL, NULL,
	  "arm64: the device tree of a UKI describes the machine, whatever machine it is for",
	  AT(uki_tree), .min = true },
	{ "addon", VMM_OPTION_LIST, "FILE",
	  "PE addon (.addon.efi) to the kernel: its command line, initrd and microcode; arm64: "
	  "device tree, too; may be given more than once",
	  LIST(addon, n_addons) },
	{ "initrd", VMM_OPTION_LIST, "FILE",
	  "initial RAM disk; given more than once: one after the other", LIST(initrd, n_initrds) },
	{ "module", VMM_OPTION_LIST, "FILE",
	  "x86: module for a kernel entered by pvh, multiboot or multiboot2, or FILE,TEXT with its "
	  "command line; may be given more than once",
	  LIST(module_word, n_modules) },
	{ "modules-low", VMM_OPTION_BOOL, NULL,
	  "x86: initrd and modules follow the kernel, instead of lying high in RAM",
	  AT(modules_low), .min = true },
	{ "cmdline", VMM_OPTION_TEXT, "TEXT",
	  "kernel command line (default: a UKI's own, else console=ttyS0; arm64: else nothing, as "
	  "the tables name the console; with a virtio-console: else console=hvc0)",
	  AT(cmdline) },
	{ "append", VMM_OPTION_LIST, "TEXT",
	  "more words behind the command line, whichever it is; may be given more than once",
	  LIST(append, n_append) },
	{ "memory", VMM_OPTION_SIZE, "SIZE", "RAM, with K, M, G or T (default: 512M)",
	  AT(config.memory), .min = 4096, .max = UINT64_C(1) << 51 },
	{ "cpus", VMM_OPTION_NUMBER, "N", "CPUs (default: 1)", AT(config.cpus), .min = 1,
	  .max = 4096 },
	{ "console", VMM_OPTION_CHOICE, "DEVICE",
	  "what stdin and stdout are to the guest:", AT(config.console), CHOICES(consoles) },
	{ "protocol", VMM_OPTION_CHOICE, "NAME", "how to enter the kernel:", AT(protocol),
	  CHOICES(protocols) },
	{ "flat-base", VMM_OPTION_ADDRESS, "ADDRESS",
	  "where the first byte of a flat kernel lies, with K, M, G or T", AT(flat.base), .min = 1,
	  .max = UINT64_C(1) << 51 },
	{ "flat-entry", VMM_OPTION_ADDRESS, "ADDRESS",
	  "its first instruction (default: its first byte)", AT(flat.entry), .min = 1,
	  .max = UINT64_C(1) << 51 },
	{ "flat-size", VMM_OPTION_SIZE, "SIZE",
	  "memory that it takes; what its bytes leave of it is zeros (default: its bytes)",
	  AT(flat.size), .min = 4096, .max = UINT64_C(1) << 51 },
	{ "acpi", VMM_OPTION_SET, NULL, "describe the machine by ACPI (default but on arm64)",
	  AT(config.tables), .min = AB_TABLES_ACPI },
	{ "no-acpi", VMM_OPTION_SET, NULL, "describe it by an MP table; arm64: as --device-tree",
	  AT(config.tables), .min = AB_TABLES_MP },
	{ "device-tree", VMM_OPTION_SET, NULL,
	  "arm64: describe it by a device tree (default there)", AT(config.tables),
	  .min = AB_TABLES_FDT },
	{ "pc", VMM_OPTION_BOOL, NULL,
	  "x86, with ACPI: a PC's interrupt controllers and timers (PIC, PIT, PM timer), for "
	  "guests that calibrate by them",
	  AT(config.pc), .min = true },
	{ "gic", VMM_OPTION_CHOICE, "VERSION",
	  "arm64: version of the interrupt controller, 2 or 3 (default: 3, or 2 where KVM has no "
	  "other)",
	  AT(config.gic), CHOICES(gics) },
	{ "dtb-overlay", VMM_OPTION_LIST, "FILE",
	  "arm64: more nodes for the device tree, as dtc wrote them (/plugin/); may be given more "
	  "than once",
	  LIST(overlay, n_overlays) },
	{ "map", VMM_OPTION_BOOL, NULL,
	  "guest pages of uncompressed files are private mappings of them; changing a mapped file "
	  "ends the guest",
	  AT(map), .min = true },
	{ "copy", VMM_OPTION_BOOL, NULL, "they are copies (default)", AT(map), .min = false },
	{ "work-memory", VMM_OPTION_SIZE, "SIZE",
	  "the most memory that unpacking the kernel may take, in the units of --memory (default: "
	  "512M)",
	  AT(work_memory), .min = 4096, .max = UINT64_C(1) << 51 },
	{ "huge", VMM_OPTION_BOOL, NULL,
	  "ask for huge pages for all RAM, not for the kernel's alone; nothing is mapped then",
	  AT(huge), .min = true },
	{ "grace", VMM_OPTION_NUMBER, "SECONDS",
	  "how long a guest may take to switch itself off after SIGTERM; 0: no time (default: 30)",
	  AT(grace), .min = 0, .max = 86400 },
	{ .help = "These boot nothing and need no /dev/kvm:" },
	{ "plan", VMM_OPTION_CHOICE, "FORMAT",
	  "print the memory map and every CPU's registers (x86: for this host's width of "
	  "addresses, elsewhere for 40 bits), as text or json",
	  AT(plan), CHOICES(plans), .optional = true },
	{ "dump", VMM_OPTION_TEXT, "DIR", "write each region and each ACPI table as a file",
	  AT(dump) },
	{ "extract", VMM_OPTION_TEXT, "FILE", "write the unpacked kernel", AT(extract) },
	{ "arch", VMM_OPTION_CHOICE, "NAME",
	  "with the others: x86_64 or arm64 (default: the host's)", AT(config.arch),
	  CHOICES(archs) },
	{ "help", VMM_OPTION_SAY, "FORMAT",
	  "print this, also by -h, or in another format:", CHOICES(helps), .optional = true },
	{ "version", VMM_OPTION_SAY, NULL,
	  "print the version, and the codecs of kernels that are built in" },
};
const size_t vmm_n_options = sizeof(vmm_option) / sizeof(vmm_option[0]);
