/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file cpus.h
 * The greatest number of CPUs, for C and for assembler.
 */
#ifndef EL2_CPUS_H
#define EL2_CPUS_H

/** Physical CPUs of a node, and so vCPUs. */
#define EL2_CPUS_MAX 24

#endif /* EL2_CPUS_H */
