#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Place a kernel from Python, by sinks of Python's and of C's, into the same memory: nanoseconds of CPU time.

usage: python.py KERNEL ROUNDS     prints a line for each sink: its name, then a time each round"""
import mmap
import sys
import time

from aetherboot import Arch, Dev, DevType, Machine, MiB, Payload, Ram, plan
from aetherboot._aetherboot import ffi, lib
from aetherboot._call import Call

RAM = 512 * MiB


def main(kernel, rounds):
    machine = Machine(arch=Arch.X86_64, n_cpus=1, ram=[Ram(size=RAM)],
                      devs=[Dev(type=DevType.UART_16550, base=0x3f8, irq=4)])
    guest = plan(machine, Payload(kernel=kernel))
    memory = mmap.mmap(-1, RAM)
    span = ffi.new("struct ab_span *", {"gpa": 0, "size": RAM, "host": ffi.from_buffer(memory)})
    spans = ffi.new("struct ab_spans *", {"at": span, "n": 1})
    view = memoryview(memory)

    def python_sink(region, offset, data):
        at = region.base + offset
        view[at:at + len(data)] = data

    def lending_sink(region, offset, data):
        if isinstance(data, bytes) or data.obj is not memory:
            python_sink(region, offset, data)

    def lend(region, offset, size):
        at = region.base + offset
        return view[at:at + size]

    def in_c(lends):
        mem = lib.ab_mem_spans(spans)
        if not lends:
            mem.lend = ffi.NULL
        with Call() as call:
            work = call.work_struct(guest.work)
            call.check(lib.ab_plan_place(guest._plan, mem, work, call.why))

    sinks = {"c": lambda: in_c(False), "python": lambda: guest.place(python_sink),
             "lending c": lambda: in_c(True),
             "lending python": lambda: guest.place(lending_sink, lend=lend)}
    times = {name: [] for name in sinks}
    for name in sinks:  # every page of the guest's memory is there
        sinks[name]()
    for _ in range(rounds):  # in turn, so that all see the same neighbours
        for name, place in sinks.items():
            began = time.thread_time_ns()
            place()
            times[name].append(time.thread_time_ns() - began)
    for name, series in times.items():
        print(name, *series, sep="\t")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
