/* SPDX-License-Identifier: BSD-2-Clause */
/** @file version.h The only place the version is written; CMake reads it from here. */
#ifndef AETHERBOOT_VERSION_H
#define AETHERBOOT_VERSION_H

#define AB_VERSION_MAJOR 0
#define AB_VERSION_MINOR 1
#define AB_VERSION_PATCH 0

#endif /* AETHERBOOT_VERSION_H */
