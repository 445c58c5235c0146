#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# Run the payload in the VMM, through the whole pipeline, and judge what it says.
#
# usage: tests/payload/vmm.sh DIR VMM [NAME]...    DIR: payloads and payload-run. Default: all
#        tests/payload/vmm.sh list
# exit: 0 all passed; 1 some did not; 77 no /dev/kvm that runs even payload-run
set -u

# name        file                 arguments            what the payload is told
cases='
linux         payload64.elf        -                    acpi=1 ram=0x20000000
linux-map     payload64.elf        --map                acpi=1 ram=0x20000000
linux-mp      payload64.elf        --no-acpi            acpi=0 mp=1
linux-6g      payload64.elf        --memory=6G          acpi=1 ram=0x180000000
linux-64g     payload64.elf        --memory=64G         acpi=1 ram=0x1000000000
linux-511m    payload64.elf        --memory=511M        acpi=1 ram=0x1ff00000
linux-4cpus   payload64.elf        --cpus=4             acpi=1
self          payload64.bz         --protocol=self      acpi=1 ram=0x20000000
linux32       payload32.bz         --protocol=linux32   acpi=1 ram=0x20000000
linux32-mp    payload32.bz         --no-acpi            acpi=0 mp=1
linux32-elf   payload32.elf        --protocol=linux32   acpi=1 ram=0x20000000
linux32-elf-6g payload32.elf        --protocol=linux32,--memory=6G acpi=1 ram=0x180000000
flat          payload64.bin        --protocol=flat,--flat-base=0x2345670,--flat-entry=0x2345870,--flat-size=1M acpi=1 ram=0x20000000
flat-map      payload64.bin        --map,--protocol=flat,--flat-base=0x2345670,--flat-entry=0x2345870,--flat-size=1M acpi=1
flat-6g-mp    payload64.bin        --no-acpi,--memory=6G,--protocol=flat,--flat-base=0x2345670,--flat-entry=0x2345870,--flat-size=1M mp=1 ram=0x180000000
flat32        payload32.bin        --protocol=flat32,--flat-base=0x2345670,--flat-size=1M acpi=1 ram=0x20000000
pvh           payload32-in-64.elf  --protocol=pvh       acpi=1 ram=0x20000000
pvh-elf32     payload32.elf        --protocol=pvh       acpi=1
pc            payload-pc.elf       --pc                 -
pvh-6g        payload32.elf        --memory=6G          acpi=1 ram=0x180000000
pvh-modules   payload32.elf        @modules             acpi=1 modules=3
mb1           payload-mb.elf       @modules,--protocol=multiboot acpi=1 ram=0x20000000 modules=3
mb1-elf64     payload-mb-64.elf    --protocol=multiboot acpi=1
mb1-flat      payload-mb.bin       @modules,--protocol=multiboot acpi=1 modules=3
mb1-mp        payload-mb.elf       --no-acpi,--protocol=multiboot acpi=0 mp=1
mb1-6g        payload-mb.elf       --memory=6G,--protocol=multiboot acpi=1 ram=0x180000000
mb1-low       payload-mb.elf       @modules,--modules-low,--protocol=multiboot acpi=1 modules=3 low=1
mb2           payload-mb.elf       @modules             acpi=1 ram=0x20000000 modules=3
mb2-elf64     payload-mb-64.elf    --map                acpi=1
mb2-flat      payload-mb.bin       @modules             acpi=1 modules=3
mb2-mp        payload-mb.elf       --no-acpi            acpi=0 mp=1
mb2-6g        payload-mb.elf       --memory=6G          acpi=1 ram=0x180000000
mb2-low       payload-mb.bin       @modules,--modules-low acpi=1 modules=3 low=1
'

[ "$1" != list ] || {
	echo "$cases" | awk 'NF { print $1 }'
	exit
}
dir=$1 vmm=$2
shift 2
wanted=" $* "
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
# byte i is (7 * i + i / 256) mod 256; octal for printf
awk 'BEGIN { for (i = 0; i < 1000; i++) printf "\\%03o", (7 * i + int(i / 256)) % 256 }' >"$work/octal"
printf "$(cat "$work/octal")" >"$work/initrd"
for i in 0 1 2; do # byte k of module i is (11 * k + i) mod 256
	awk -v i=$i 'BEGIN { for (k = 0; k < 5000 - 904 * i; k++) printf "\\%03o", (11 * k + i) % 256 }' \
		>"$work/octal"
	printf "$(cat "$work/octal")" >"$work/module$i"
done

(cd "$dir" && ./payload-run payload64.elf linux64) >/dev/null 2>&1
[ $? -ne 77 ] || exit 77

echo "$cases" >"$work/cases"
failed=0
while read -r name file args told; do
	[ -n "$name" ] || continue
	[ "$wanted" = '  ' ] || case $wanted in *" $name "*) ;; *) continue ;; esac
	[ "$args" != - ] || args=
	set --
	while [ -n "$args" ]; do # a comma separates options; @modules stands for three
		arg=${args%%,*}
		args=${args#"$arg"}
		args=${args#,}
		if [ "$arg" = @modules ]; then
			set -- "$@" --module "$work/module0,first words" --module "$work/module1" \
				--module "$work/module2,third"
		else
			set -- "$@" "$arg"
		fi
	done
	said=$(timeout 60 "$vmm" --kernel "$dir/$file" --initrd "$work/initrd" "$@" \
		--cmdline "payload initrd=1000 $told" </dev/null 2>&1)
	status=$?
	# status 3: the guest asked for a reset, as the payload does at its end
	if [ $status -eq 3 ] && echo "$said" | grep -q '^PAYLOAD PASS'; then
		echo "PASS $name: $(echo "$said" | grep -c '^OK ') checks"
	else
		echo "$said" | grep -v '^OK '
		echo "FAIL $name: status $status"
		failed=1
	fi
done <"$work/cases"
exit $failed
