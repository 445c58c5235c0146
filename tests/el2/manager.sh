#!/bin/busybox sh
# SPDX-License-Identifier: BSD-2-Clause
# /init of the guest that manages the others by aetherctl. What it does is on the kernel's command
# line:
#
#   do=shell     a shell on the console (the usual)
#   do=session   look at the others, stop and restart one, end all
#   do=mixed     four processes call at the same time
#   do=stage     give an empty VM a kernel and an initrd of its own
export PATH=/bin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev

# run WORDS...: show the command, and what it says
run() {
	echo "# aetherctl $*"
	aetherctl "$@" 2>&1
}

# await VM TEXT: until it is on the VM's console, for two minutes at most
await() {
	n=0
	until aetherctl console "$1" 2>/dev/null | grep -q "$2"; do
		n=$((n + 1))
		[ $n -lt 240 ] || break
		sleep 0.5
	done
	[ $n -lt 240 ] || echo "FAILED: $1 did not say $2"
}

session() {
	await web 'linux: ready'
	await db 'linux: ready'
	run list
	run console web
	run stop db
	run start db
	run list
	run restart db
	await db 'linux: ready'
	run list
	run write web 'what is typed'
	await web 'got what is typed'
	run write web off
	until aetherctl list | grep -q 'web .*EMPTY.*it powered off'; do sleep 0.2; done
	run info web
	run shutdown
	sleep 60
}

shell() {
	await web 'linux: ready'
	await db 'linux: ready'
	cat <<-'TEXT'

	This is the manager. It and the VMs "web" and "db" are unmodified Debian kernels, on a
	hypervisor that has given each its own CPU and memory. Try, each with Enter:

	    aetherctl list
	    aetherctl console web
	    aetherctl write web hello
	    aetherctl stop db
	    aetherctl restart db
	    aetherctl log
	    aetherctl --help

	"exit" ends the shell, shuts all down, and QEMU ends.

	TEXT
	# the terminal outside shows and edits what is typed, and the hypervisor prints whole lines
	stty -echo
	while echo "#" && read -r line && [ "$line" != exit ]; do (eval "$line"); done
	aetherctl shutdown
	sleep 60
}

stage() {
	await spare 'done'
	until aetherctl list | grep -q 'spare .*EMPTY.*it powered off'; do sleep 0.2; done
	run digest spare
	run destroy spare
	run stage spare kernel /stage/kernel
	run stage spare ramdisk /stage/ramdisk
	run create spare
	run digest spare
	run start spare
	await spare 'linux: hello from'
	run write spare off
	until aetherctl list | grep -q 'spare .*EMPTY.*it powered off'; do sleep 0.2; done
	sha256sum /stage/kernel /stage/ramdisk
	run shutdown
	sleep 60
}

case ${do-shell} in
session) session ;;
shell) shell ;;
stage) stage ;;
mixed)
	await web 'linux: ready'
	await db 'linux: ready'
	aetherctl-mixed
	aetherctl shutdown
	sleep 60
	;;
esac
echo "FAILED: the node did not shut down"
poweroff -f
