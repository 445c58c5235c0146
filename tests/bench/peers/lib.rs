// SPDX-License-Identifier: BSD-2-Clause
//! What peers in Rust do with the same input, each in its file.

mod acpi;
mod fdt;
mod loader;
