/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file bundle.h
 * The VMs of a bundle: a FIT image in which each configuration is a VM. docs/bundle.md describes
 * its properties.
 *
 * Reading decides nothing about the machine: whether it has the memory and the CPUs, and whether
 * the images are what they should be, is found out by others. No hash is verified.
 */
#ifndef EL2_BUNDLE_H
#define EL2_BUNDLE_H

#include <aetherboot/fit.h>
#include <aetherboot/machine.h>

/** VMs that a bundle may have. */
#define EL2_BUNDLE_VMS 8
/** CPUs that a VM may have, and the end of the indices of CPUs: of the format, whatever the node
 * that reads it has. */
#define EL2_BUNDLE_CPUS 64
/** Characters of a VM's name. */
#define EL2_BUNDLE_NAME 31

/** What a VM may do or has, besides what every VM has. */
enum el2_capability {
	EL2_CAP_MANAGE = 1 << 0, /**< "manage": it may start, stop and watch other VMs. */
	EL2_CAP_VIRTIO = 1 << 1, /**< "virtio": it has virtio devices. */
	EL2_CAP_RTC = 1 << 2, /**< "rtc": it has a real-time clock. */
	EL2_CAP_LOG = 1 << 3, /**< "log": it may read the hypervisor's log. */
};

/** A VM as its configuration describes it. All pointers are into the FIT. */
struct el2_bundle_vm {
	const char *name; /**< Name of the configuration: 1 to EL2_BUNDLE_NAME characters of
			       0-9 a-z A-Z , . _ + - */
	uint32_t node; /**< Node of the configuration. */
	struct ab_fit_image kernel; /**< Kernel file. */
	struct ab_fit_image ramdisk; /**< Initrd; node 0: none. */
	struct ab_fit_image overlay; /**< Tree to merge into the VM's; node 0: none. */
	uint32_t n_cpus; /**< Number of its CPUs, 1 to EL2_BUNDLE_CPUS. */
	bool listed; /**< @c cpu says which of the machine's CPUs run them. */
	uint8_t cpu[EL2_BUNDLE_CPUS]; /**< If @c listed, @c n_cpus indices of the machine's CPUs:
					   each is below EL2_BUNDLE_CPUS, and differs from the
					   others. */
	uint64_t memory; /**< Bytes of RAM: a multiple of 4 KiB, not 0. */
	uint64_t staging; /**< Bytes of RAM in which images can be staged for it: a multiple of 4
			       KiB; 0: none. */
	const char *bootargs; /**< Command line; NULL: none. */
	enum ab_tables tables; /**< AB_TABLES_FDT or AB_TABLES_ACPI. */
	uint32_t capabilities; /**< Bits of enum el2_capability. */
	uint32_t restarts; /**< How often it is started again after it has ended by itself. */
};

/** The VMs of a bundle, in the order of their configurations. Their names differ. */
struct el2_bundle {
	size_t n; /**< Entries in @c vm, at least 1. */
	struct el2_bundle_vm vm[EL2_BUNDLE_VMS]; /**< VMs. */
};

/** Read the VMs of a bundle. Takes time linear in the size of the FIT's tree, times the VMs.
 * @param bundle filled; @c n is 0 after an error
 * @param fit    the FIT, which must stay open while the bundle is in use
 * @param why    what: "fit.configurations[].PROPERTY" with the configuration's index; name: that of
 *               the configuration, or the capability that is unknown; value: the number, or its
 *               size in bytes if that is invalid. Or what: "fit.configurations[]"; name: that of
 * the configuration, or of the unknown property; value: offset in the FIT. Or what:
 *               "fit.configurations"; value: number of configurations. Or as ab_fit_config_image()
 * @retval AB_OK
 * @retval AB_ERR_ARG   a configuration breaks a rule of docs/bundle.md
 * @retval AB_ERR_IMAGE as ab_fit_config_image() */
AB_MUST_CHECK enum ab_err el2_bundle_read(struct el2_bundle *bundle, const struct ab_fit *fit,
					  struct ab_error *why);

#endif /* EL2_BUNDLE_H */
