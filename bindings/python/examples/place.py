# SPDX-License-Identifier: BSD-2-Clause
"""Plan a guest, and place it through a sink, a function that gets every byte once: place.py KERNEL.
It prints the plan, the registers of the first CPU, and which bytes go where. No guest is started."""
import sys

from aetherboot import Arch, Dev, DevType, Machine, MiB, Payload, Ram, plan

machine = Machine(arch=Arch.X86_64, n_cpus=2, ram=[Ram(size=512 * MiB)],
                  devs=[Dev(type=DevType.UART_16550, base=0x3F8, irq=4)])
guest = plan(machine, Payload(kernel=sys.argv[1], cmdline="console=ttyS0"))
print(guest.text, guest.entry(0), sep="\n")
guest.place(lambda region, offset, data: print(f"{region.base + offset:#x}: {len(data)} bytes"))
