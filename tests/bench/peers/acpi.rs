// SPDX-License-Identifier: BSD-2-Clause
//! The ACPI tables of acpi.c's machine once more, by acpi_tables: as Cloud Hypervisor calls it, which
//! appends to a table entry by entry, and as fast as its interface allows, which sums a table once.

use acpi_tables::aml::{Device, Interrupt, Memory32Fixed, Name, Package, ResourceTemplate, Scope};
use acpi_tables::{sdt::Sdt, Aml, AmlSink};
use zerocopy::{FromBytes, Immutable, IntoBytes};

const OEM: [u8; 6] = *b"AETHER";
const TABLE: [u8; 8] = *b"AETHERBT";
const VIRTIO: [(u32, u32); 2] = [(0xf000_0000, 20), (0xf000_1000, 21)];
const PM: u16 = 0x600;

fn sdt(signature: &[u8; 4], length: u32, revision: u8) -> Sdt {
    Sdt::new(*signature, length, revision, OEM, TABLE, 1)
}

/// Where tables go, as guest memory: one behind the other, at multiples of 16.
struct Out<'a> {
    bytes: &'a mut [u8],
    gpa: u64,
    used: usize,
}

impl Out<'_> {
    fn put(&mut self, table: &Sdt) -> u64 {
        let at = (self.used + 15) & !15;
        self.bytes[at..at + table.len()].copy_from_slice(table.as_slice());
        self.used = at + table.len();
        self.gpa + at as u64
    }
}

/// A name of ours: a letter and three digits of base 36.
fn name(letter: u8, number: usize) -> [u8; 4] {
    let digit = |n: usize| b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[n % 36];
    [letter, digit(number / (36 * 36)), digit(number / 36), digit(number)]
}

struct Cpu(u8);

impl Aml for Cpu {
    fn to_aml_bytes(&self, sink: &mut dyn AmlSink) {
        Device::new(
            String::from_utf8_lossy(&name(b'C', self.0.into())).as_ref().into(),
            vec![&Name::new("_HID".into(), &"ACPI0007"), &Name::new("_UID".into(), &self.0)],
        )
        .to_aml_bytes(sink);
    }
}

struct Virtio(usize);

impl Aml for Virtio {
    fn to_aml_bytes(&self, sink: &mut dyn AmlSink) {
        let (base, irq) = VIRTIO[self.0];
        Device::new(
            String::from_utf8_lossy(&name(b'V', self.0)).as_ref().into(),
            vec![
                &Name::new("_HID".into(), &"LNRO0005"),
                &Name::new("_UID".into(), &self.0),
                &Name::new("_PXM".into(), &0u8),
                &Name::new(
                    "_CRS".into(),
                    &ResourceTemplate::new(vec![
                        &Memory32Fixed::new(true, base, 0x200),
                        &Interrupt::new(true, false, false, true, irq),
                    ]),
                ),
            ],
        )
        .to_aml_bytes(sink);
    }
}

fn sleep_states(bytes: &mut Vec<u8>) {
    Name::new("\\_S0_".into(), &Package::new(vec![&0u8, &0u8, &0u8, &0u8])).to_aml_bytes(bytes);
    Name::new("\\_S5_".into(), &Package::new(vec![&5u8, &5u8, &0u8, &0u8])).to_aml_bytes(bytes);
}

fn dsdt(cpus: u8) -> Sdt {
    let mut dsdt = sdt(b"DSDT", 36, 2);
    let mut bytes = Vec::new();
    sleep_states(&mut bytes);
    dsdt.append_slice(&bytes);
    let cpus: Vec<Cpu> = (0..cpus).map(Cpu).collect();
    let virtio: Vec<Virtio> = (0..VIRTIO.len()).map(Virtio).collect();
    let mut all: Vec<&dyn Aml> = Vec::new();
    all.extend(cpus.iter().map(|c| c as &dyn Aml));
    all.extend(virtio.iter().map(|v| v as &dyn Aml));
    let mut bytes = Vec::new();
    Scope::new("\\_SB_".into(), all).to_aml_bytes(&mut bytes);
    dsdt.append_slice(&bytes);
    dsdt
}

/// Names that all CPUs have are made once, and nothing is copied that need not be.
fn dsdt_best(cpus: u8) -> Sdt {
    let mut inside = Vec::with_capacity(256 + 32 * usize::from(cpus));
    let hid = Name::new("_HID".into(), &"ACPI0007");
    for cpu in 0..cpus {
        let path = name(b'C', cpu.into());
        let uid = Name::new("_UID".into(), &cpu);
        Device::new(std::str::from_utf8(&path).unwrap().into(), vec![&hid, &uid]).to_aml_bytes(&mut inside);
    }
    for virtio in 0..VIRTIO.len() {
        Virtio(virtio).to_aml_bytes(&mut inside);
    }
    let mut bytes = Vec::with_capacity(inside.len() + 64);
    sleep_states(&mut bytes);
    bytes.extend_from_slice(&Scope::raw("\\_SB_".into(), inside));
    let mut dsdt = sdt(b"DSDT", 36, 2);
    dsdt.append_slice(&bytes);
    dsdt
}

/// The fields of the FADT that are not zero.
fn fadt_fields(dsdt: u64, facs: u64, mut set: impl FnMut(usize, &[u8])) {
    set(36, &(facs as u32).to_le_bytes());
    set(40, &(dsdt as u32).to_le_bytes());
    set(46, &9u16.to_le_bytes());
    for (at, port) in [(56, PM), (64, PM + 4), (76, PM + 8), (80, PM + 12)] {
        set(at, &u32::from(port).to_le_bytes());
    }
    set(88, &[4, 2, 0, 4, 4]);
    set(96, &[0xff, 0x0f, 0xff, 0x0f]);
    set(109, &0x24u16.to_le_bytes());
    set(112, &0x465u32.to_le_bytes());
    set(116, &[1, 8, 0, 1, 0xf9, 0x0c]);
    set(128, &[6]);
    set(131, &[3]);
    set(132, &facs.to_le_bytes());
    set(140, &dsdt.to_le_bytes());
    for (at, bits, access, port) in [(148, 32, 2, PM), (172, 16, 2, PM + 4), (208, 32, 3, PM + 8), (220, 32, 1, PM + 12)] {
        set(at, &[1, bits, 0, access, port as u8, (port >> 8) as u8]);
    }
}

fn fadt(dsdt: u64, facs: u64, best: bool) -> Sdt {
    if !best {
        let mut fadt = sdt(b"FACP", 276, 6);
        fadt_fields(dsdt, facs, |at, bytes| fadt.write_bytes(at, bytes));
        return fadt;
    }
    let mut body = [0u8; 240];
    fadt_fields(dsdt, facs, |at, bytes| body[at - 36..at - 36 + bytes.len()].copy_from_slice(bytes));
    let mut fadt = sdt(b"FACP", 36, 6);
    fadt.append_slice(&body);
    fadt
}

#[repr(C, packed)]
#[derive(Clone, Copy, IntoBytes, Immutable, FromBytes)]
struct LocalApic {
    kind: u8,
    length: u8,
    uid: u8,
    id: u8,
    flags: u32,
}

#[repr(C, packed)]
#[derive(Clone, Copy, IntoBytes, Immutable, FromBytes)]
struct CpuAffinity {
    kind: u8,
    length: u8,
    node: u8,
    id: u8,
    flags: u32,
    rest: u64,
}

#[repr(C, packed)]
#[derive(Clone, Copy, IntoBytes, Immutable, FromBytes)]
struct MemoryAffinity {
    kind: u8,
    length: u8,
    node: u32,
    reserved: u16,
    base: u64,
    size: u64,
    reserved2: u32,
    flags: u32,
    reserved3: u64,
}

fn local_apic(cpu: u8) -> LocalApic {
    LocalApic { kind: 0, length: 8, uid: cpu, id: cpu, flags: 1 }
}

fn cpu_affinity(cpu: u8, cpus: u8) -> CpuAffinity {
    CpuAffinity { kind: 0, length: 16, node: u8::from(cpu >= cpus / 2), id: cpu, flags: 1, rest: 0 }
}

fn memory_affinity(node: u32) -> MemoryAffinity {
    MemoryAffinity {
        kind: 1,
        length: 40,
        node,
        reserved: 0,
        base: u64::from(node) << 32,
        size: 0x8000_0000,
        reserved2: 0,
        flags: 1,
        reserved3: 0,
    }
}

const IO_APIC: [u8; 12] = [1, 12, 0xff, 0, 0, 0, 0xc0, 0xfe, 0, 0, 0, 0];
const OVERRIDE: [u8; 10] = [2, 10, 0, 9, 9, 0, 0, 0, 0x0d, 0];
const NMI: [u8; 6] = [4, 6, 0xff, 0, 0, 1];

fn madt(cpus: u8, best: bool) -> Sdt {
    let head = [0xfee0_0000u32, 0];
    if !best {
        let mut madt = sdt(b"APIC", 44, 5);
        madt.write_u32(36, head[0]);
        for cpu in 0..cpus {
            madt.append(local_apic(cpu));
        }
        madt.append(IO_APIC);
        madt.append(OVERRIDE);
        madt.append(NMI);
        return madt;
    }
    let mut body = Vec::with_capacity(64 + 8 * usize::from(cpus));
    body.extend_from_slice(head.as_bytes());
    for cpu in 0..cpus {
        body.extend_from_slice(local_apic(cpu).as_bytes());
    }
    body.extend_from_slice(&IO_APIC);
    body.extend_from_slice(&OVERRIDE);
    body.extend_from_slice(&NMI);
    let mut madt = sdt(b"APIC", 36, 5);
    madt.append_slice(&body);
    madt
}

fn srat(cpus: u8, best: bool) -> Sdt {
    let head = [1u32, 0, 0];
    if !best {
        let mut srat = sdt(b"SRAT", 48, 3);
        srat.write_u32(36, head[0]);
        for cpu in 0..cpus {
            srat.append(cpu_affinity(cpu, cpus));
        }
        srat.append(memory_affinity(0));
        srat.append(memory_affinity(1));
        return srat;
    }
    let mut body = Vec::with_capacity(128 + 16 * usize::from(cpus));
    body.extend_from_slice(head.as_bytes());
    for cpu in 0..cpus {
        body.extend_from_slice(cpu_affinity(cpu, cpus).as_bytes());
    }
    body.extend_from_slice(memory_affinity(0).as_bytes());
    body.extend_from_slice(memory_affinity(1).as_bytes());
    let mut srat = sdt(b"SRAT", 36, 3);
    srat.append_slice(&body);
    srat
}

fn slit(best: bool) -> Sdt {
    let distances = [10u8, 21, 21, 10];
    let mut slit = sdt(b"SLIT", if best { 36 } else { 44 }, 1);
    if best {
        slit.append_slice(&[2, 0, 0, 0, 0, 0, 0, 0, 10, 21, 21, 10]);
    } else {
        slit.write_u32(36, 2);
        for distance in distances {
            slit.append(distance);
        }
    }
    slit
}

fn waet() -> Sdt {
    let mut waet = sdt(b"WAET", 36, 1);
    waet.append(2u32);
    waet
}

fn xsdt(tables: &[u64], best: bool) -> Sdt {
    let mut xsdt = sdt(b"XSDT", 36, 1);
    if best {
        xsdt.append_slice(tables.as_bytes());
    } else {
        for table in tables {
            xsdt.append(*table);
        }
    }
    xsdt
}

/// Write the tables of a machine of `cpus` CPUs, at most 255, to `out`, which is guest memory at
/// `gpa`, one behind the other. Gives the bytes used.
///
/// # Safety
/// `out` has room for `room` bytes; less than is needed ends the program.
#[no_mangle]
pub unsafe extern "C" fn bench_acpi_tables(
    cpus: u8, best: bool, gpa: u64, facs: u64, out: *mut u8, room: usize,
) -> usize {
    let mut out = Out { bytes: std::slice::from_raw_parts_mut(out, room), gpa, used: 0 };
    let dsdt = out.put(&if best { dsdt_best(cpus) } else { dsdt(cpus) });
    let tables = [
        out.put(&fadt(dsdt, facs, best)),
        out.put(&madt(cpus, best)),
        out.put(&srat(cpus, best)),
        out.put(&slit(best)),
        out.put(&waet()),
    ];
    out.put(&xsdt(&tables, best));
    out.used
}
