/* SPDX-License-Identifier: BSD-2-Clause */
/** @file version.h The version. It is written only here; CMake reads this file. */
#ifndef AETHERBOOT_VERSION_H
#define AETHERBOOT_VERSION_H

#define AB_VERSION_MAJOR 0 /**< raised when the interface changes incompatibly */
#define AB_VERSION_MINOR 1 /**< raised for additions; before 1.0 also for incompatible changes */
#define AB_VERSION_PATCH 0 /**< raised for fixes that change no guest-visible byte */

#endif /* AETHERBOOT_VERSION_H */
