/* SPDX-License-Identifier: BSD-2-Clause */
/** @file version.h The only place the version is written; CMake reads it from here. */
#ifndef AETHERBOOT_VERSION_H
#define AETHERBOOT_VERSION_H

#define AB_VERSION_MAJOR 0 /**< interface changed */
#define AB_VERSION_MINOR 1 /**< something new; before 1.0: interface changed */
#define AB_VERSION_PATCH 0 /**< defects cured; no guest-visible byte differs */

#endif /* AETHERBOOT_VERSION_H */
