/* SPDX-License-Identifier: BSD-2-Clause */
/* aetherboot-kvm: from the command line through plan and place to a running guest. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <unistd.h>

#include <aetherboot/aetherboot.h>
#include <aetherboot/host.h>

#include "arch.h"
#include "end.h"
#include "inspect.h"
#include "options.h"
#include "output.h"
#include "refuse.h"
#include "vm.h"

/* What the guest's kernel makes its own random numbers from. */
struct seeds {
	uint8_t rng[32];
	uint64_t kaslr; /* arm64: where the kernel runs */
};

/* The payload's files: the kernel, the initrds, the modules. */
struct files {
	struct ab_host_file *at; /* n entries */
	size_t n;
	struct ab_bytes_list initrds, addons, overlays; /* those that are read are not in @at */
	struct ab_module_list modules;
};

/* A page of a mapped file is gone, or RAM failed, while this process itself looked. */
static void on_bus_error(int number)
{
	(void)number;
	vmm_end_async(VMM_EXIT_MEMORY, "aetherboot-kvm: a file was truncated while it was in use, "
				       "or memory failed\n");
}

static void map_file(struct ab_host_file *file, const char *path)
{
	struct ab_error why;

	if (ab_host_file_map(file, path, &why) != AB_OK)
		vmm_end(VMM_EXIT_BOOT, "%s: %s", path, why.other);
	vmm_output_keep(file->fd);
}

static void map_files(struct files *f, const struct vmm_options *o)
{
	struct ab_bytes *initrd = calloc(o->n_initrds + 1, sizeof(*initrd));
	struct ab_module *module = calloc(o->n_modules + 1, sizeof(*module));

	f->at = calloc(1 + o->n_initrds + o->n_modules, sizeof(*f->at));
	if (f->at == NULL || initrd == NULL || module == NULL)
		vmm_end_errno("files");
	signal(SIGBUS, on_bus_error);
	map_file(&f->at[f->n++], o->kernel);
	for (size_t i = 0; i < o->n_initrds; i++, f->n++) {
		map_file(&f->at[f->n], o->initrd[i]);
		initrd[i] = f->at[f->n].bytes;
	}
	for (size_t i = 0; i < o->n_modules; i++, f->n++) {
		map_file(&f->at[f->n], o->module[i].path);
		module[i] = (struct ab_module){ f->at[f->n].bytes, o->module[i].cmdline };
	}
	f->initrds = (struct ab_bytes_list){ initrd, o->n_initrds };
	f->modules = (struct ab_module_list){ module, o->n_modules };
}

/* What is read again and again must be the same each time: others may write to its file. */
static struct ab_bytes read_file(const char *path, unsigned int mib)
{
	struct ab_host_file file;
	uint8_t *own;
	size_t at = 0;

	map_file(&file, path);
	if (file.bytes.size > mib * AB_MiB)
		vmm_end(VMM_EXIT_BOOT, "%s: must be at most %u MiB", path, mib);
	own = malloc(file.bytes.size);
	if (own == NULL)
		vmm_end_errno(path);
	while (at < file.bytes.size) {
		ssize_t n = pread(file.fd, own + at, file.bytes.size - at, (off_t)at);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			vmm_end(VMM_EXIT_BOOT, "%s: %s", path,
				n < 0 ? strerror(errno) : "was cut while it was read");
		at += (size_t)n;
	}
	ab_host_file_unmap(&file);
	return (struct ab_bytes){ own, at };
}

#define TREE_MOST 16 /* MiB; a guest's tree may have 2 */
#define ADDON_MOST 1024 /* MiB; most of it an initrd */

/* Trees and addons: read while planning and placing. */
static struct ab_bytes_list read_files(const char *const *path, size_t n, unsigned int mib)
{
	struct ab_bytes *at = calloc(n + 1, sizeof(*at));

	if (at == NULL)
		vmm_end_errno("files");
	for (size_t i = 0; i < n; i++)
		at[i] = read_file(path[i], mib);
	return (struct ab_bytes_list){ at, n };
}

/* Be told when a file that the guest will run from is written or cut. Where the host cannot,
 * only what is cut shows, by the page that is missing. */
static int watch_files(const struct files *f)
{
	int fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
	char path[32];

	for (size_t i = 0; fd >= 0 && i < f->n; i++) {
		snprintf(path, sizeof(path), "/proc/self/fd/%d", f->at[i].fd);
		(void)inotify_add_watch(fd, path, IN_MODIFY);
	}
	return fd;
}

#define CMDLINE_MOST 65536 /* more than any kernel takes, which the plan checks */

/* The command line where nobody gives one. No table of a PC without ACPI tells of the console. */
static const char *usual_cmdline(const struct vmm_options *o, const struct ab_machine *m)
{
	static char text[128];
	struct ab_cmdline line = ab_cmdline_over(text, sizeof(text));
	struct ab_error why;

	if (m->tables == AB_TABLES_MP && o->config.console == VMM_CONSOLE_VIRTIO) {
		const struct ab_dev *d = ab_machine_dev(m, AB_DEV_VIRTIO_MMIO, 1);

		ab_cmdline_virtio_mmio(&line, d->base, ab_dev_size(d), d->irq);
	}
	ab_cmdline_add(&line, o->usual_cmdline);
	if (ab_cmdline_finish(&line, sizeof(text) - 1, &why) != AB_OK)
		vmm_end_why(&why);
	return text;
}

/* The user's command line, else a UKI's own, else the usual one; and the words to append. */
static const char *cmdline(const struct vmm_options *o, const struct ab_machine *m,
			   struct ab_bytes kernel)
{
	static char text[CMDLINE_MOST], own[CMDLINE_MOST];
	struct ab_cmdline line = ab_cmdline_over(text, sizeof(text));
	const char *first = o->cmdline != NULL ? o->cmdline : usual_cmdline(o, m);
	struct ab_image image;
	struct ab_error why;

	/* the plan refuses a kernel that cannot be read, and a flat one is not read */
	if (o->cmdline == NULL && o->flat.base == 0 &&
	    ab_image_probe_profile(&image, kernel, o->profile, &why) == AB_OK &&
	    image.uki.cmdline.data != NULL) {
		if (o->n_append == 0)
			return NULL; /* the library finds it */
		if (image.uki.cmdline.size >= sizeof(own))
			vmm_end(VMM_EXIT_BOOT,
				"%s: the UKI's command line is too long for --append", o->kernel);
		memcpy(own, image.uki.cmdline.data, image.uki.cmdline.size);
		first = own;
	}
	if (o->n_append == 0)
		return first;
	ab_cmdline_add(&line, first != NULL ? first : "");
	for (size_t i = 0; i < o->n_append; i++)
		ab_cmdline_add(&line, o->append[i]);
	if (ab_cmdline_finish(&line, sizeof(text) - 1, &why) != AB_OK)
		vmm_end_why(&why);
	return text;
}

/* What --extract unpacks: of a UKI, the kernel of its profile. */
static struct ab_bytes kernel_of(const struct vmm_options *o, struct ab_bytes file)
{
	struct ab_image image;
	struct ab_error why;

	if (o->profile == NULL)
		return file;
	if (ab_image_probe_profile(&image, file, o->profile, &why) != AB_OK)
		vmm_refuse(o, &why);
	return image.file;
}

/* A guest that is only looked at gets seeds that are none, in the room that seeds take. */
static struct seeds make_seeds(const struct vmm_options *o)
{
	struct seeds s = { .kaslr = 1 };

	if (vmm_options_boots(o) && (getrandom(s.rng, sizeof(s.rng), 0) != sizeof(s.rng) ||
				     getrandom(&s.kaslr, sizeof(s.kaslr), 0) != sizeof(s.kaslr)))
		vmm_end_errno("getrandom");
	if (o->config.arch != AB_ARCH_ARM64)
		s.kaslr = 0;
	return s;
}

/* The command line's payload. @seeds must live as long as it. */
static struct ab_payload payload_of(const struct vmm_options *o, const struct files *f,
				    const struct ab_machine *m, const struct seeds *seeds)
{
	return (struct ab_payload){
		.kernel = f->at[0].bytes,
		.profile = o->profile,
		.addons = f->addons,
		.initrds = f->initrds,
		.modules = f->modules,
		.cmdline = cmdline(o, m, f->at[0].bytes),
		.protocol = o->protocol,
		.flat = o->flat,
		.flags = (o->uki_tree ? AB_UKI_TREE : 0U) | (o->modules_low ? AB_MODULES_LOW : 0U),
		.rng_seed = { seeds->rng, sizeof(seeds->rng) },
		.kaslr_seed = seeds->kaslr,
	};
}

static bool warns_of_seed(const struct ab_plan *plan)
{
	bool warns = false;

	for (uint32_t i = 0; i < plan->n_warnings; i++)
		warns |= strcmp(plan->warnings[i].what, "payload.rng_seed.size") == 0;
	return warns;
}

/* Plan. A plan that is shown is made again if the seed, which the user did not ask for, is left
 * out: without it there is nothing to warn of. One that is booted needs no second time. */
static struct ab_work make_plan(struct ab_plan *plan, const struct ab_machine *m,
				struct ab_payload *payload, const struct vmm_options *o)
{
	struct ab_work work;
	struct ab_error why;
	size_t size;

	if (ab_plan_work(plan, m, payload, &size, &why) != AB_OK)
		vmm_refuse(o, &why);
	work = vmm_work_map(size, o, payload->kernel);
	if (ab_plan_make(plan, m, payload, work, &why) != AB_OK)
		vmm_refuse(o, &why);
	if (o->plan != VMM_PLAN_NONE && warns_of_seed(plan)) {
		payload->rng_seed = (struct ab_bytes){ NULL, 0 };
		if (ab_plan_make(plan, m, payload, work, &why) != AB_OK)
			vmm_refuse(o, &why);
	}
	return work;
}

/* A wish: huge pages under the kernel make it quicker to load and to run; they take at most one
 * more of them than it is long. File pages that are mapped over it later stay what they are. */
static void advise_kernel(const struct ab_plan *plan, const struct ab_spans *ram)
{
	const struct ab_region *r = ab_plan_region(plan, AB_REGION_KERNEL);

	for (size_t i = 0; i < ram->n; i++)
		if (r->base >= ram->at[i].gpa &&
		    ab_within(r->base - ram->at[i].gpa, r->size, ram->at[i].size))
			madvise((uint8_t *)ram->at[i].host + (r->base - ram->at[i].gpa),
				(size_t)r->size, MADV_HUGEPAGE);
}

static void place(const struct ab_plan *plan, const struct vmm_options *o, struct files *f,
		  const struct ab_spans *ram, struct ab_work work)
{
	struct ab_host_sink sink = { .ram = ram, .file = f->at, .n_files = f->n, .map = o->map };
	struct ab_error why;

	for (size_t i = 0; o->huge && i < ram->n; i++)
		if (madvise(ram->at[i].host, (size_t)ram->at[i].size, MADV_HUGEPAGE) != 0)
			vmm_end_errno("--huge");
	advise_kernel(plan, ram);
	if (ab_plan_place(plan, ab_host_mem(&sink), work, &why) != AB_OK)
		vmm_refuse(o, sink.why.code != AB_OK ? &sink.why : &why);
	if (work.size != 0)
		munmap(work.data, work.size);
	/* what was copied no longer depends on its file; what was mapped keeps it by itself */
	for (size_t i = 0; i < f->n; i++)
		ab_host_file_unmap(&f->at[i]);
}

/* No file of ours may become standard input, output or error: a guest's console would write to it.
 * A closed one stays as good as closed, as each is open in the wrong direction. */
static void hold_standard(void)
{
	static const int modes[] = { O_WRONLY, O_RDONLY, O_RDONLY };

	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", modes[fd]) != fd)
			_exit(VMM_EXIT_BOOT);
	signal(SIGPIPE, SIG_IGN); /* write() tells of a reader that is gone */
}

int main(int argc, char **argv)
{
	static struct vmm_machine machine;
	static struct ab_region room[AB_PLAN_REGIONS + AB_MODULES_MAX];
	static struct ab_plan plan = { .regions = AB_REGIONS(room) };
	static struct vmm_options o;
	static struct files f;
	static struct vmm_vm vm;
	struct seeds seeds;
	struct ab_span span[2];
	struct ab_spans ram = { span, 0 };
	struct ab_payload payload;
	struct ab_error why;
	struct ab_work work;
	bool boots;

	hold_standard();
	vmm_options_parse(&o, vmm_arch_host, argc, argv);
	boots = vmm_options_boots(&o);
	/* before anything is written, which must not take the place of one */
	map_files(&f, &o);
	f.overlays = read_files(o.overlay, o.n_overlays, TREE_MOST);
	f.addons = read_files(o.addon, o.n_addons, ADDON_MOST);
	if (o.extract != NULL)
		vmm_inspect_extract(kernel_of(&o, f.at[0].bytes), &o);
	if (boots)
		vmm_vm_open(&vm, &o.config);
	else if (o.plan == VMM_PLAN_NONE && o.dump == NULL)
		return VMM_EXIT_OFF;
	else if (o.config.arch == vmm_arch_host)
		vmm_arch_guess(&o.config);
	vm.changed = boots && o.map ? watch_files(&f) : -1;
	vm.grace = o.grace;
	seeds = make_seeds(&o);
	vmm_machine(&machine, &o.config);
	machine.m.fdt.overlays = f.overlays;
	payload = payload_of(&o, &f, &machine.m, &seeds);
	work = make_plan(&plan, &machine.m, &payload, &o);
	if (o.plan != VMM_PLAN_NONE)
		vmm_inspect_plan(&plan, o.plan);
	if (o.dump != NULL)
		vmm_inspect_dump(&plan, work, &o);
	if (!boots)
		return VMM_EXIT_OFF;
	ram.n = machine.m.ram.n;
	if (ab_host_ram_map(span, machine.m.ram, &why) != AB_OK)
		vmm_end_why(&why);
	place(&plan, &o, &f, &ram, work);
	vmm_vm_run(&vm, &plan, &ram);
}
