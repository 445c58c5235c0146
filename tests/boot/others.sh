#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# Boot other people's kernels that are no Linux, up to what they say of what they were given; then
# stop them. By Multiboot, Debian's packages of GNU Mach (version 1, an ELF64) and Xen (both versions,
# an ELF32 in gzip); as a bzImage without a payload, its memtest86+. For a machine with KVM, e.g.
# nest.sh's.
#
# usage: tests/boot/others.sh VMM CACHE NAME...     NAME: mach, xen1, xen2, memtest
# exit: 0 all said it; 1 some did not
set -u

vmm=$1 cache=$2
shift 2
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
echo "some bytes" >"$work/module"

# Xen calls the BIOS, which there is none of, unless it is told not to; and it takes the first word
# of its command line for its own name
xen="xen no-real-mode com1=115200,8n1 console=com1 noreboot"

# the lines that must come, in this order; what may differ by version is left out
said_by() {
	case $1 in
	mach)
		cat <<-LINES
		GNU Mach
		biosmem: physical memory map:
		biosmem: 000000000000000000:0000000000000a0000, available
		biosmem: 000000000000100000:000000000003fff000, available
		biosmem: 000000000003fff000:000000000004000000, ACPI
		module 0: hello world
		1 multiboot modules
		LINES
		;;
	xen?)
		base=0 # version 2 says where it lies, which is as high as its header wishes
		[ "$1" = xen1 ] || base=0x1f
		cat <<-LINES
		Xen version 4.17
		Bootloader: aetherboot
		Command line: ${xen#xen }
		Xen image load base address: $base
		Multiboot-e820 RAM map:
		[0000000000000000, 000000000009ffff] (usable)
		[0000000000100000, 000000001fffefff] (usable)
		[000000001ffff000, 000000001fffffff] (ACPI data)
		ACPI: RSDP 000E0000
		LINES
		;;
	memtest) # draws on a terminal; 64 MiB without the legacy area and a page of ACPI tables
		cat <<-LINES
		Memtest86+ v
		Memory  :   64MB
		[Address test, walking ones, no cache]
		4MB of 63.6MB]
		Errors: 0
		LINES
		;;
	esac
}

# true if the guest said all that is wanted, each piece in a line of its own, in that order; where it
# moves a terminal's cursor, there begins a line
in_order() {
	tr -d '\r' <"$work/said" | tr '\033' '\n' >"$work/text"
	awk 'NR == FNR { want[n++] = $0; next } i < n && index($0, want[i]) { i++ } END { exit i < n }' \
		"$work/want" "$work/text"
}

failed=0
for name; do
	case $name in
	mach) set -- --memory 64M --cmdline console=com0 --module "$work/module,hello world" \
		"$cache"/multiboot/mach/boot/gnumach-*.gz ;;
	# it looks for a module, its first guest, before it looks at the memory map
	xen1) set -- --protocol multiboot --cmdline "$xen" --module "$work/module" \
		"$cache"/multiboot/xen/boot/xen-*.gz ;;
	xen2) set -- --cmdline "$xen" --module "$work/module" "$cache"/multiboot/xen/boot/xen-*.gz ;;
	memtest) set -- --memory 64M --cmdline "console=ttyS0,115200 nobench" \
		"$cache"/memtest/amd64/boot/memtest86+x64.bin ;;
	esac
	said_by "$name" >"$work/want"
	: >"$work/said"
	timeout 120 "$vmm" --grace 0 "$@" </dev/null >"$work/said" 2>&1 &
	pid=$!
	while kill -0 $pid 2>/dev/null && ! in_order; do
		sleep 1
	done
	kill $pid 2>/dev/null
	wait $pid 2>/dev/null
	if in_order; then
		echo "PASS $name: $(wc -l <"$work/want") lines"
	else
		head -n 60 "$work/text"
		echo "FAIL $name"
		failed=1
	fi
done
exit $failed
