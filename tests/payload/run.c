/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * The payload on /dev/kvm with nothing but lib/x86's builders and kvm.h around it: no plan, no
 * frontend. What the guest says goes to standard output. Exit code 0: it passed; 1: it did not; 77:
 * there is no /dev/kvm, or one that refuses an ioctl, cannot emulate, or gives no answer in time.
 *
 *     run ELF-or-bzImage linux64|linux32|pvh [la57] [cmdline]
 */
#define _GNU_SOURCE
#include <elf.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <aetherboot/kvm.h>
#include <aetherboot/x86.h>

#include "x86/x86_priv.h"

/* Where things are. */
enum {
	RAM = 128 << 20,
	GDT = 0x1000,
	ZERO_PAGE = 0x2000,
	START_INFO = 0x3000,
	SETUP_DATA = 0x4000,
	CMDLINE = 0x5000,
	PAGE_TABLES = 0x10000,
	INITRD = 0x4000000,
	INITRD_SIZE = 1000,
	MP_POINTER = 0xf0000,
	MP_TABLE = 0xf0010,
	KERNEL = 0x1000000,
};

static uint8_t *ram;

static void die(const char *what)
{
	perror(what);
	exit(1);
}

/* Not this code's fault, as far as anybody can tell. */
static void unfit(const char *what)
{
	perror(what);
	exit(77);
}

static void too_late(int sig)
{
	static const char text[] = "no answer in time\n";

	(void)sig;
	if (write(2, text, sizeof(text) - 1) < 0)
		_exit(78);
	_exit(77);
}

static struct ab_buf over(uint64_t gpa, size_t size)
{
	return ab_buf_over(ram + gpa, size);
}

static void done(const struct ab_buf *b)
{
	struct ab_error why;
	char text[200];

	if (ab_buf_finish(b, "table", &why) == AB_OK)
		return;
	ab_error_text(&why, text, sizeof(text));
	fprintf(stderr, "%s\n", text);
	exit(1);
}

static uint8_t *read_file(const char *name, size_t *size)
{
	FILE *f = fopen(name, "rb");
	uint8_t *data = malloc(1 << 20);

	if (f == NULL || data == NULL)
		die(name);
	*size = fread(data, 1, 1 << 20, f);
	fclose(f);
	return data;
}

/* Load an ELF's segments, or a bzImage's protected-mode part; returns the entry. */
static uint64_t load(const uint8_t *file, size_t size, const char *how, struct ab_bytes *header)
{
	const bool is64 = file[EI_CLASS] == ELFCLASS64;
	uint64_t phoff, entry;

	if (memcmp(file, ELFMAG, SELFMAG) != 0) {
		*header = (struct ab_bytes){ file + 0x1f1, 0x202 + file[0x201] - 0x1f1u };
		memcpy(ram + KERNEL, file + 1024, size - 1024);
		return KERNEL + (strcmp(how, "linux64") == 0 ? 0x200 : 0);
	}
	phoff = is64 ? ab_ld_le64(file + 32) : ab_ld_le32(file + 28);
	entry = is64 ? ab_ld_le64(file + 24) : ab_ld_le32(file + 24);
	for (unsigned int i = 0; i < ab_ld_le16(file + (is64 ? 56 : 44)); i++) {
		const uint8_t *p = file + phoff + i * (is64 ? 56 : 32);
		uint64_t off = is64 ? ab_ld_le64(p + 8) : ab_ld_le32(p + 4);
		uint64_t pa = is64 ? ab_ld_le64(p + 24) : ab_ld_le32(p + 12);
		uint64_t filesz = is64 ? ab_ld_le64(p + 32) : ab_ld_le32(p + 16);
		uint64_t memsz = is64 ? ab_ld_le64(p + 40) : ab_ld_le32(p + 20);

		if (ab_ld_le32(p) == PT_LOAD) {
			memset(ram + pa, 0, memsz);
			memcpy(ram + pa, file + off, filesz);
		}
		if (ab_ld_le32(p) == PT_NOTE && strcmp(how, "pvh") == 0)
			entry = ab_ld_le32(file + off + filesz - 4); /* ours is the last */
	}
	return entry;
}

static const struct ab_ram ram_list = { 0, RAM, 0 };
static const struct ab_dev devs[] = { { .type = AB_DEV_UART_16550, .base = 0x3f8, .irq = 4 } };
static const struct ab_machine machine = {
	.arch = AB_ARCH_X86_64,
	.tables = AB_TABLES_MP,
	.n_cpus = 1,
	.ram = { &ram_list, 1 },
	.devs = { devs, 1 },
};
static const struct ab_region regions[] = {
	{ .base = 0xa0000, .size = 0x60000, .type = AB_MEM_RESERVED },
};
static const struct ab_memmap map = { { &ram_list, 1 }, regions, 1 };

static void build(enum ab_x86_mode mode, bool la57, uint64_t entry, struct ab_bytes header,
		  const char *cmdline, struct ab_vcpu_x86 *cpu)
{
	static const char seed[32] = "thirty-two bytes nobody guessed";
	const struct ab_setup_data_list none = { NULL, 0 };
	const struct ab_x86_zero_page zp = {
		.header = header,
		.kernel_32 = mode == AB_X86_MODE_32,
		.kernel = KERNEL,
		.cmdline = CMDLINE,
		.initrd = INITRD,
		.initrd_size = INITRD_SIZE,
		.setup_data = SETUP_DATA,
		.map = &map,
	};
	const struct ab_x86_module initrd = { INITRD, INITRD_SIZE, NULL };
	const struct ab_x86_start_info si = { CMDLINE, { &initrd, 1 }, 0, &map };
	const struct ab_x86_paging paging = { la57 ? 5 : 4, false, 4 * AB_GiB };
	struct ab_buf b;

	b = over(GDT, 4096);
	ab_x86_gdt(mode, &b);
	done(&b);
	b = over(ZERO_PAGE, 4096);
	ab_x86_zero_page(&zp, &b);
	done(&b);
	b = over(START_INFO, 4096);
	ab_x86_start_info(&si, START_INFO, &b);
	done(&b);
	b = over(SETUP_DATA, 4096);
	ab_x86_setup_data(&none, (struct ab_bytes){ seed, 32 }, &map, SETUP_DATA, &b);
	done(&b);
	b = over(PAGE_TABLES, 0x10000);
	ab_x86_page_tables(&paging, PAGE_TABLES, &b);
	done(&b);
	b = over(MP_POINTER, 16);
	ab_x86_mp_pointer(MP_TABLE, &b);
	done(&b);
	b = over(MP_TABLE, 4096);
	ab_x86_mp_table(&machine, MP_TABLE, &b);
	done(&b);
	strcpy((char *)ram + CMDLINE, cmdline);
	for (unsigned int i = 0; i < INITRD_SIZE; i++)
		ram[INITRD + i] = (uint8_t)(7 * i + (i >> 8));

	memset(cpu, 0, sizeof(*cpu));
	ab_x86_segments_(cpu, mode, GDT);
	if (!ab_x86_memory_types(&machine, cpu))
		die("MTRRs");
	cpu->rip = entry;
	cpu->rflags = 2;
	cpu->cr0 = 0x11;
	if (mode == AB_X86_MODE_64) {
		cpu->cr0 = 0x80000011;
		cpu->cr3 = PAGE_TABLES;
		cpu->cr4 = la57 ? 0x1020 : 0x20;
		cpu->efer = 0x500;
	}
}

/* The result of an ioctl that a KVM fit for guests does not refuse. */
static int X(int result, const char *what)
{
	if (result < 0)
		unfit(what);
	return result;
}

/* KVM may refuse an ioctl, but nothing in what it is given. */
static void set_cpu(int kvm, int fd, const struct ab_vcpu *cpu)
{
	static struct ab_kvm_cpuid cpuid;
	struct ab_error why;
	char text[200];

	if (ab_kvm_get_cpuid(kvm, &cpuid, &why) == AB_OK &&
	    ab_kvm_set_cpuid(fd, &machine, 0, &cpuid, &why) == AB_OK &&
	    ab_kvm_set_vcpu(fd, cpu, &why) == AB_OK)
		return;
	ab_error_text(&why, text, sizeof(text));
	fprintf(stderr, "%s\n", text);
	exit(strncmp(why.what, "KVM_", 4) == 0 ? 77 : 1);
}

/* Until the guest resets; true when its last line said that it passed. */
static bool run_guest(int fd, struct kvm_run *run)
{
	char line[256] = "";
	bool passed = false;
	size_t n = 0;

	for (;;) {
		const uint8_t *byte;

		X(ioctl(fd, KVM_RUN, 0), "KVM_RUN");
		byte = (const uint8_t *)run + run->io.data_offset;
		if (run->exit_reason == KVM_EXIT_INTERNAL_ERROR ||
		    run->exit_reason == KVM_EXIT_FAIL_ENTRY)
			unfit("KVM cannot run the guest");
		if (run->exit_reason != KVM_EXIT_IO) {
			printf("exit reason %u\n", run->exit_reason);
			return false;
		}
		if (run->io.port == 0x64)
			return passed;
		if (run->io.port != 0x3f8)
			continue;
		putchar(*byte);
		line[n++ % sizeof(line)] = (char)*byte;
		if (*byte != '\n')
			continue;
		passed = n == 13 && memcmp(line, "PAYLOAD PASS\n", 13) == 0;
		n = 0;
	}
}

int main(int argc, char **argv)
{
	const char *how = argc > 2 ? argv[2] : "";
	const bool la57 = argc > 3 && strcmp(argv[3], "la57") == 0;
	const char *cmdline =
	    argc > 3 + la57 ? argv[3 + la57] : "payload initrd=1000 ram=0x8000000 acpi=0 mp=1";
	const enum ab_x86_mode mode = strcmp(how, "linux64") == 0 ? AB_X86_MODE_64 : AB_X86_MODE_32;
	struct kvm_userspace_memory_region region = { .memory_size = RAM };
	struct ab_bytes header = { NULL, 0 };
	struct ab_vcpu cpu = { .arch = AB_ARCH_X86_64 };
	struct kvm_run *state;
	uint8_t *file;
	uint64_t entry;
	int kvm, vm, fd;
	size_t size;

	if (argc < 3)
		return 2;
	signal(SIGALRM, too_late);
	file = read_file(argv[1], &size);
	if ((kvm = open("/dev/kvm", O_RDWR | O_CLOEXEC)) < 0)
		unfit("/dev/kvm");
	alarm(20);
	vm = X(ioctl(kvm, KVM_CREATE_VM, 0), "KVM_CREATE_VM");
	ram = mmap(NULL, RAM, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (ram == MAP_FAILED)
		die("mmap");
	memset(ram, 0xaa, 96 << 20);
	memset(ram, 0, 4096);
	entry = load(file, size, how, &header);
	build(mode, la57, entry, header, cmdline, &cpu.x86);
	cpu.x86.gpr[AB_X86_RBX] = strcmp(how, "pvh") == 0 ? START_INFO : 0;
	cpu.x86.gpr[AB_X86_RSI] = strcmp(how, "pvh") == 0 ? 0 : ZERO_PAGE;
	region.userspace_addr = (uintptr_t)ram;
	X(ioctl(vm, KVM_SET_USER_MEMORY_REGION, &region), "KVM_SET_USER_MEMORY_REGION");
	fd = X(ioctl(vm, KVM_CREATE_VCPU, 0), "KVM_CREATE_VCPU");
	state = mmap(NULL, (size_t)X(ioctl(kvm, KVM_GET_VCPU_MMAP_SIZE, 0), "mmap size"),
		     PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	if (state == MAP_FAILED)
		die("mmap");
	set_cpu(kvm, fd, &cpu);
	return run_guest(fd, state) ? 0 : 1;
}
