#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# What dmidecode reads out of the named machines' SMBIOS structures. It exits 0 on bad input, so what
# it prints is judged; a spoiled dump must be found out.
#
# usage: check.sh DUMP OUTDIR
set -eu

dump=$1 out=$2
command -v dmidecode >/dev/null || {
	echo "check.sh: dmidecode is missing: apt-get install dmidecode"
	exit 1
}
rm -rf "$out"
"$dump" "$out"
bad=0

# complaints of dmidecode about a dump, if any
complaints() {
	timeout 20 dmidecode --from-dump "$1" 2>&1 |
		grep -E 'OUT OF SPEC|TRUNCATED|BAD INDEX|Invalid|Wrong|No SMBIOS|broken|beyond|mismatch|only [0-9]+' ||
		true
}

# want MACHINE LINE COUNT: so many lines are just that
want() {
	n=$(timeout 20 dmidecode --from-dump "$out/$1.bin" 2>/dev/null | sed 's/^[ 	]*//' | grep -cxF "$2" || true)
	[ "$n" = "$3" ] || {
		echo "$1: '$2' is there $n times, not $3"
		bad=1
	}
}

for file in "$out"/*.bin; do
	said=$(complaints "$file")
	name=$(basename "$file" .bin)
	[ -z "$said" ] || {
		echo "$name: $said"
		bad=1
	}
	want "$name" 'SMBIOS 3.3.0 present.' 1
	want "$name" 'Product Name: Rocket' 1
	want "$name" 'UUID: 00112233-4455-6677-8899-aabbccddeeff' 1
	want "$name" 'SKU Number: SKU 7' 1
	want "$name" 'Family: Rockets' 1
	want "$name" 'Asset Tag: tag 3' 1
	want "$name" 'Product Name: B550' 1
	want "$name" 'Asset Tag: tag B' 1
	want "$name" 'Board is a hosting board' 1
	want "$name" 'Chassis Handle: 0x0300' 1
	want "$name" 'Type: Motherboard' 1
	want "$name" 'String 1: io.systemd.credential:key=value' 1
	want "$name" 'String 3: third' 1
	want "$name" 'System is a virtual machine' 1
	want "$name" 'End Of Table' 1
done
want arm64-numa-2x150cpu 'Family: ARMv8' 2
want arm64-numa-2x150cpu 'Core Count: 150' 2
want arm64-numa-2x150cpu 'Size: 64 GB' 1
want arm64-numa-2x150cpu 'Memory Array Mapped Address' 3
want arm64-numa-2x150cpu 'Range Size: 32 GB' 1
want arm64-vmbus-2to40 'Starting Address: 0x10000000000' 1
want arm64-vmbus-2to40 'Ending Address: 0x1003FFFFFFF' 1
want arm64-numa-2x150cpu 'Volatile Size: 64 GB' 1
want arm64-numa-2x150cpu 'Memory Operating Mode Capability: Volatile memory' 1
want pc 'Core Count: 2' 1
want pc 'Thread Count: 4' 1
want pc 'Starting Address: 0x00100000000' 1

printf '\000' | dd of="$out/pc.bin" bs=1 seek=33 conv=notrunc 2>/dev/null # a length of 0
[ -n "$(complaints "$out/pc.bin")" ] || {
	echo "control: a spoiled dump was not found out"
	bad=1
}
exit $bad
