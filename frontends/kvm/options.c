/* SPDX-License-Identifier: BSD-2-Clause */
/* The command line: what it may say, and what it says. */
#define _GNU_SOURCE
#include "options.h"

#include <ctype.h>
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "end.h"

static const char help[] =
    "Usage: aetherboot-kvm --kernel FILE [OPTION]...\n"
    "Boot a Linux kernel in a small KVM guest; its serial port is stdin and stdout.\n"
    "\n"
    "  --kernel FILE     bzImage, or ELF (vmlinux); arm64: Image, compressed too, or ELF; or a\n"
    "                    UKI of these\n"
    "  --profile NAME    profile of a UKI, by number (@0, @1, ...) or by id (default: @0)\n"
    "  --addon FILE      PE addon (.addon.efi) to the kernel: its command line, initrd and\n"
    "                    microcode; arm64: device tree, too; may be given more than once\n"
    "  --initrd FILE     initial RAM disk; given more than once: one after the other\n"
    "  --cmdline TEXT    kernel command line (default: a UKI's own, else console=ttyS0; arm64:\n"
    "                    else nothing, as the tables name the console)\n"
    "  --append TEXT     more words behind the command line, whichever it is; may be given more\n"
    "                    than once\n"
    "  --memory SIZE     RAM, with K, M, G or T (default: 512M)\n"
    "  --cpus N          CPUs (default: 1)\n"
    "  --protocol NAME   how to enter the kernel:\n"
    "                      linux    64-bit entry of the unpacked kernel: fastest, no KASLR\n"
    "                      self     the bzImage unpacks itself, 64-bit: keeps KASLR\n"
    "                      linux32  the same, 32-bit\n"
    "                      pvh      32-bit PVH entry of the unpacked kernel\n"
    "                      auto     the first of these that the kernel has (default)\n"
    "  --acpi            describe the machine by ACPI (default but on arm64)\n"
    "  --no-acpi         describe it by an MP table; arm64: as --device-tree\n"
    "  --device-tree     arm64: describe it by a device tree (default there)\n"
    "  --gic 2|3         arm64: version of the interrupt controller (default: 3, or 2 where\n"
    "                    KVM has no other)\n"
    "  --dtb-overlay FILE\n"
    "                    arm64: more nodes for the device tree, as dtc wrote them (/plugin/);\n"
    "                    may be given more than once\n"
    "  --map, --copy     guest pages of uncompressed files are private mappings of them, or\n"
    "                    copies (default); changing a mapped file ends the guest\n"
    "  --work-memory SIZE\n"
    "                    the most memory that unpacking the kernel may take, in the units of\n"
    "                    --memory (default: 512M)\n"
    "  --huge            ask for huge pages for all RAM, not for the kernel's alone; nothing\n"
    "                    is mapped then\n"
    "\n"
    "These boot nothing and need no /dev/kvm:\n"
    "  --plan            print the memory map and every CPU's registers (x86: for this host's\n"
    "                    width of addresses, elsewhere for 40 bits)\n"
    "  --dump DIR        write each region and each ACPI table as a file\n"
    "  --extract FILE    write the unpacked kernel\n"
    "  --arch NAME       with the others: x86_64 or arm64 (default: the host's)\n"
    "  --help, --version\n"
    "\n"
    "SIGTERM presses the power button; a second one, or SIGINT, stops the guest at once. On a\n"
    "terminal, Ctrl-A x does, too, and Ctrl-A Ctrl-A types Ctrl-A.\n"
    "\n"
    "Exit status:\n"
    "  0    the guest switched itself off, or what was asked for was printed or written\n"
    "  1    it could not be started; stderr says why\n"
    "  2    the command line makes no sense\n"
    "  3    the guest asked for a reset\n"
    "  4    triple fault\n"
    "  5    KVM could not go on\n"
    "  6    the guest told of its panic (pvpanic)\n"
    "  7    guest memory is gone: a mapped file was changed, or RAM failed\n"
    "  128+N stopped by signal N\n";

enum opt {
	OPT_KERNEL = 1,
	OPT_PROFILE,
	OPT_ADDON,
	OPT_INITRD,
	OPT_CMDLINE,
	OPT_APPEND,
	OPT_MEMORY,
	OPT_CPUS,
	OPT_PROTOCOL,
	OPT_ACPI,
	OPT_NO_ACPI,
	OPT_DEVICE_TREE,
	OPT_GIC,
	OPT_OVERLAY,
	OPT_MAP,
	OPT_COPY,
	OPT_HUGE,
	OPT_WORK_MEMORY,
	OPT_PLAN,
	OPT_DUMP,
	OPT_EXTRACT,
	OPT_ARCH,
	OPT_HELP,
	OPT_VERSION,
};

static const struct option options[] = {
	{ "kernel", required_argument, NULL, OPT_KERNEL },
	{ "profile", required_argument, NULL, OPT_PROFILE },
	{ "addon", required_argument, NULL, OPT_ADDON },
	{ "initrd", required_argument, NULL, OPT_INITRD },
	{ "cmdline", required_argument, NULL, OPT_CMDLINE },
	{ "append", required_argument, NULL, OPT_APPEND },
	{ "memory", required_argument, NULL, OPT_MEMORY },
	{ "cpus", required_argument, NULL, OPT_CPUS },
	{ "protocol", required_argument, NULL, OPT_PROTOCOL },
	{ "acpi", no_argument, NULL, OPT_ACPI },
	{ "no-acpi", no_argument, NULL, OPT_NO_ACPI },
	{ "device-tree", no_argument, NULL, OPT_DEVICE_TREE },
	{ "gic", required_argument, NULL, OPT_GIC },
	{ "dtb-overlay", required_argument, NULL, OPT_OVERLAY },
	{ "map", no_argument, NULL, OPT_MAP },
	{ "copy", no_argument, NULL, OPT_COPY },
	{ "huge", no_argument, NULL, OPT_HUGE },
	{ "work-memory", required_argument, NULL, OPT_WORK_MEMORY },
	{ "plan", no_argument, NULL, OPT_PLAN },
	{ "dump", required_argument, NULL, OPT_DUMP },
	{ "extract", required_argument, NULL, OPT_EXTRACT },
	{ "arch", required_argument, NULL, OPT_ARCH },
	{ "help", no_argument, NULL, OPT_HELP },
	{ "version", no_argument, NULL, OPT_VERSION },
	{ NULL, 0, NULL, 0 },
};

static _Noreturn void misuse(const char *option, const char *value, const char *want)
{
	vmm_end(VMM_EXIT_USAGE, "--%s %s: %s; try --help", option, value, want);
}

/* A number with an optional unit, at least 1 and a multiple of @p multiple. */
static uint64_t number(const char *option, const char *text, bool units, uint64_t multiple,
		       uint64_t max)
{
	static const char names[] = "kmgt";
	const char *unit;
	uint64_t v, scale = 1;
	char *end;

	errno = 0;
	/* no octal: 0512M is 512 MiB */
	v = strtoull(text, &end, text[0] == '0' && (text[1] | 0x20) == 'x' ? 16 : 10);
	if (errno != 0 || !isdigit((unsigned char)text[0]))
		misuse(option, text, "not a number");
	unit = *end != '\0' && units ? strchr(names, tolower((unsigned char)*end)) : NULL;
	if (unit != NULL) {
		scale <<= 10 * (unit - names + 1);
		end++;
	}
	if (*end != '\0' || !ab_mul(v, scale, &v))
		misuse(option, text, units ? "not a size" : "not a number");
	if (v == 0 || v > max || v % multiple != 0)
		misuse(option, text,
		       multiple > 1 ? "not a multiple of 4K that fits" : "out of range");
	return v;
}

static enum ab_protocol protocol(const char *name)
{
	if (strcmp(name, "auto") == 0)
		return AB_PROTOCOL_AUTO;
	for (int p = AB_PROTOCOL_LINUX; p <= AB_PROTOCOL_LINUX32; p++)
		if (strcmp(name, ab_protocol_name((enum ab_protocol)p)) == 0)
			return (enum ab_protocol)p;
	misuse("protocol", name, "not one of auto, linux, linux32, pvh, self");
}

static const struct {
	enum ab_arch arch;
	const char *name;
	const char *cmdline; /* where nobody gives one */
	enum ab_tables tables; /* likewise */
} archs[] = {
	{ AB_ARCH_X86_64, "x86_64", "console=ttyS0", AB_TABLES_ACPI },
	{ AB_ARCH_ARM64, "arm64", "", AB_TABLES_FDT },
};

static enum ab_arch arch(const char *name)
{
	for (size_t i = 0; i < sizeof(archs) / sizeof(archs[0]); i++)
		if (strcmp(name, archs[i].name) == 0)
			return archs[i].arch;
	misuse("arch", name, "neither x86_64 nor arm64");
}

static uint32_t gic(const char *version)
{
	if (strcmp(version, "2") != 0 && strcmp(version, "3") != 0)
		misuse("gic", version, "neither 2 nor 3");
	return (uint32_t)(version[0] - '0');
}

/* The program's version and those of the libraries that unpack kernels, which decide how fast. */
static void say_versions(void)
{
	const char *version;

	printf("aetherboot-kvm %d.%d.%d\n", AB_VERSION_MAJOR, AB_VERSION_MINOR, AB_VERSION_PATCH);
	for (int codec = AB_CODEC_NONE + 1; codec <= AB_CODEC_LZO; codec++) {
		const char *library = ab_codec_library((enum ab_codec)codec, &version);

		if (library != NULL)
			printf("%s: %s %s\n", ab_codec_name((enum ab_codec)codec), library,
			       version);
	}
}

static _Noreturn void say(enum opt what)
{
	if (what == OPT_HELP)
		fputs(help, stdout);
	else
		say_versions();
	exit(fflush(stdout) == 0 ? VMM_EXIT_OFF : VMM_EXIT_BOOT);
}

/* Options of the machine; false: it is another. */
static bool take_machine(struct vmm_config *c, enum opt option)
{
	switch (option) {
	case OPT_MEMORY:
		c->memory = number("memory", optarg, true, 4096, UINT64_C(1) << 51);
		return true;
	case OPT_CPUS:
		c->cpus = (uint32_t)number("cpus", optarg, false, 1, 4096);
		return true;
	case OPT_ACPI:
		c->tables = AB_TABLES_ACPI;
		return true;
	case OPT_NO_ACPI:
		c->tables = AB_TABLES_MP;
		return true;
	case OPT_DEVICE_TREE:
		c->tables = AB_TABLES_FDT;
		return true;
	case OPT_GIC:
		c->gic = gic(optarg);
		return true;
	case OPT_ARCH:
		c->arch = arch(optarg);
		return true;
	default:
		return false;
	}
}

static void take(struct vmm_options *o, enum opt option)
{
	if (take_machine(&o->config, option))
		return;
	switch (option) {
	case OPT_KERNEL:
		o->kernel = optarg;
		break;
	case OPT_PROFILE:
		o->profile = optarg;
		break;
	case OPT_ADDON:
		o->addon[o->n_addons++] = optarg;
		break;
	case OPT_INITRD:
		o->initrd[o->n_initrds++] = optarg;
		break;
	case OPT_CMDLINE:
		o->cmdline = optarg;
		break;
	case OPT_APPEND:
		o->append[o->n_append++] = optarg;
		break;
	case OPT_PROTOCOL:
		o->protocol = protocol(optarg);
		break;
	case OPT_OVERLAY:
		o->overlay[o->n_overlays++] = optarg;
		break;
	case OPT_MAP:
	case OPT_COPY:
		o->map = option == OPT_MAP;
		break;
	case OPT_HUGE:
		o->huge = true;
		break;
	case OPT_WORK_MEMORY:
		o->work_memory = number("work-memory", optarg, true, 4096, UINT64_C(1) << 51);
		break;
	case OPT_PLAN:
		o->plan = true;
		break;
	case OPT_DUMP:
		o->dump = optarg;
		break;
	case OPT_EXTRACT:
		o->extract = optarg;
		break;
	default:
		say(option);
	}
}

bool vmm_options_boots(const struct vmm_options *o)
{
	return !o->plan && o->dump == NULL && o->extract == NULL;
}

/* What one architecture has, and what it usually has. */
static void fit_arch(struct vmm_options *o, enum ab_arch host)
{
	struct vmm_config *c = &o->config;

	if (c->arch != host && vmm_options_boots(o))
		vmm_end(VMM_EXIT_USAGE, "--arch: this host runs its own architecture only; --plan, "
					"--dump and --extract take the other; try --help");
	if (c->arch == AB_ARCH_X86_64 && c->tables == AB_TABLES_FDT)
		vmm_end(VMM_EXIT_USAGE, "--device-tree: arm64 only; try --help");
	if (c->arch == AB_ARCH_X86_64 && c->gic != 0)
		vmm_end(VMM_EXIT_USAGE, "--gic: arm64 only; try --help");
	if (c->arch == AB_ARCH_X86_64 && o->n_overlays != 0)
		vmm_end(VMM_EXIT_USAGE, "--dtb-overlay: arm64 only; try --help");
	for (size_t i = 0; i < sizeof(archs) / sizeof(archs[0]); i++) {
		if (archs[i].arch != c->arch)
			continue;
		if (c->tables == AB_TABLES_USUAL)
			c->tables = archs[i].tables;
		o->usual_cmdline = archs[i].cmdline;
	}
}

void vmm_options_parse(struct vmm_options *o, enum ab_arch host, int argc, char **argv)
{
	int option, at = optind;

	*o = (struct vmm_options){
		.initrd = calloc((size_t)argc + 1, sizeof(*o->initrd)),
		.addon = calloc((size_t)argc + 1, sizeof(*o->addon)),
		.overlay = calloc((size_t)argc + 1, sizeof(*o->overlay)),
		.append = calloc((size_t)argc + 1, sizeof(*o->append)),
		.config = { .arch = host,
			    .memory = 512 * AB_MiB,
			    .cpus = 1,
			    .its = true,
			    .pmu = true },
		.work_memory = 512 * AB_MiB,
	};
	if (o->initrd == NULL || o->addon == NULL || o->overlay == NULL || o->append == NULL)
		vmm_end_errno("command line");
	opterr = 0;
	/* none is permuted, so that optind is always the option that comes next */
	for (; (option = getopt_long(argc, argv, "+", options, NULL)) != -1; at = optind) {
		if (option == '?')
			vmm_end(VMM_EXIT_USAGE, "%s: unknown, or lacks its value; try --help",
				argv[at]);
		take(o, (enum opt)option);
	}
	if (optind != argc)
		vmm_end(VMM_EXIT_USAGE, "%s: not an option; try --help", argv[optind]);
	if (o->kernel == NULL)
		vmm_end(VMM_EXIT_USAGE, "--kernel is missing; try --help");
	if (o->map && o->huge)
		vmm_end(VMM_EXIT_USAGE,
			"--map and --huge exclude each other: file pages are small");
	fit_arch(o, host);
}
