// SPDX-License-Identifier: BSD-2-Clause
//! Load a kernel file by linux-loader into memory that the caller mapped. Its reader of arm64 Images is
//! there on arm64 hosts only.

use linux_loader::loader::{bzimage::BzImage, elf::Elf, KernelLoader};
use std::{ffi::CStr, fs::File, os::raw::c_char};
use vm_memory::{GuestAddress, GuestMemoryMmap, GuestRegionMmap, MmapRegion};

const PROT_READ_WRITE: i32 = 3;
const MAP_PRIVATE_ANONYMOUS: i32 = 0x4022; // and no reserve

/// Load the kernel `path`, a bzImage or an ELF, into `size` bytes of guest memory at `gpa`, which is
/// the host's at `ram`. Gives the kernel's address, or 0.
///
/// # Safety
/// `path` ends in NUL; `ram` is mapped for `size` bytes.
#[no_mangle]
pub unsafe extern "C" fn bench_linux_loader(
    path: *const c_char, bzimage: bool, ram: *mut u8, gpa: u64, size: usize,
) -> u64 {
    let load = || -> Option<u64> {
        let region = MmapRegion::<()>::build_raw(ram, size, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS).ok()?;
        let region = GuestRegionMmap::new(region, GuestAddress(gpa))?;
        let memory = GuestMemoryMmap::<()>::from_regions(vec![region]).ok()?;
        let mut file = File::open(CStr::from_ptr(path).to_str().ok()?).ok()?;
        let loaded = if bzimage {
            BzImage::load(&memory, None, &mut file, None)
        } else {
            Elf::load(&memory, None, &mut file, None)
        };
        Some(loaded.ok()?.kernel_load.0)
    };
    load().unwrap_or(0)
}
