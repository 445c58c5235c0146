// SPDX-License-Identifier: BSD-2-Clause
//! Write a given tree once more, by vm-fdt: names and values are at hand, as they are for libfdt.

use vm_fdt::FdtWriter;

/// A call of the writer, as struct op of fdt.c has it.
#[repr(C)]
pub struct Op {
    /// Of a node to begin or of a property; NULL: end the open node.
    name: *const u8,
    /// Bytes of the name.
    name_size: usize,
    /// Of a property; NULL: a node begins.
    value: *const u8,
    /// Bytes of the value.
    size: usize,
}

fn write(ops: &[Op]) -> Result<Vec<u8>, vm_fdt::Error> {
    let mut fdt = FdtWriter::new()?;
    let mut open = Vec::with_capacity(16);
    for op in ops {
        if op.name.is_null() {
            fdt.end_node(open.pop().ok_or(vm_fdt::Error::UnclosedNode)?)?;
            continue;
        }
        // Safe: fdt.c gives names in ASCII, and names and values of the sizes beside them.
        let name = unsafe { std::str::from_utf8_unchecked(std::slice::from_raw_parts(op.name, op.name_size)) };
        if op.value.is_null() {
            open.push(fdt.begin_node(name)?);
        } else {
            fdt.property(name, unsafe { std::slice::from_raw_parts(op.value, op.size) })?;
        }
    }
    fdt.finish()
}

/// Write the tree of `n` calls; the bytes go to `out` where that is not NULL. 0: it failed.
///
/// # Safety
/// `ops` are `n` calls with sound pointers; `out`, unless NULL, has room for `room` bytes.
#[no_mangle]
pub unsafe extern "C" fn bench_vm_fdt(ops: *const Op, n: usize, out: *mut u8, room: usize) -> usize {
    match write(std::slice::from_raw_parts(ops, n)) {
        Ok(tree) if out.is_null() => tree.len(),
        Ok(tree) if tree.len() <= room => {
            std::ptr::copy_nonoverlapping(tree.as_ptr(), out, tree.len());
            tree.len()
        }
        _ => 0,
    }
}
