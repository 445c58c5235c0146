# SPDX-License-Identifier: BSD-2-Clause
# shellcheck shell=sh
# Part of ./dev, which reads it: the packages that each command needs, and their installation.

# ---- packages: the one list. Name, commands that need it, what shows that it is there (a command,
# or a file), what for. @GCC@ and @CLANG@ are the versions that gcc and clang stand for.

packages() {
	cat <<-'LIST'
	gcc                    build   gcc                  the compiler
	libc6-dev              build   /usr/include/stdio.h its C library, with the kernel's headers
	cmake                  build   cmake                build system, 3.25 or later
	ninja-build            build   ninja                runs the build
	zlib1g-dev             build   /usr/include/zlib.h  gzip kernels
	libisal-dev            build   /usr/include/isa-l.h gzip kernels, in less than half of zlib's time
	liblzma-dev            build   /usr/include/lzma.h  xz and lzma kernels
	liblz4-dev             build   /usr/include/lz4.h   lz4 kernels
	libzstd-dev            build   /usr/include/zstd.h  zstd kernels
	libbz2-dev             build   /usr/include/bzlib.h bzip2 kernels
	debian-archive-keyring fetch   /usr/share/keyrings/debian-archive-keyring.gpg verifies Debian's packages
	cpio                   boot    cpio                 makes the guests' initrds
	qemu-system-x86        boot    qemu-system-x86_64   the machine with emulated SVM
	seabios                boot    /usr/share/seabios/bios-256k.bin its firmware
	ovmf                   test    /usr/share/ovmf/OVMF.fd its other firmware, whose tables are judged
	qemu-efi-aarch64       test    /usr/share/qemu-efi-aarch64/QEMU_EFI.fd AArch64's firmware, likewise
	ipxe-qemu              boot    /usr/lib/ipxe/qemu/efi-virtio.rom its option roms
	qemu-system-arm        boot    qemu-system-aarch64  AArch64's machines
	python3                el2     python3              the lints and the judge of the boots
	python3-dev            python  python3-config       builds the Python package
	python3-venv           python  -                    the tools of its tests
	pkg-config             test    pkg-config           a consumer of the installed library
	g++                    test    g++                  a consumer in C++
	libcmocka-dev          test    /usr/include/cmocka.h unit tests
	libfdt-dev             test    /usr/include/libfdt.h judge of device trees that guests get
	clang                  test    clang                second compiler, sanitizers
	libclang-rt-@CLANG@-dev test   -                    its sanitizers and libFuzzer
	llvm-@CLANG@           test    -                    names in the sanitizers' reports
	clang-tidy             test    clang-tidy           lint
	clang-format           fmt     clang-format         lint; version 14 decides
	cppcheck               test    cppcheck             lint
	doxygen                docs    doxygen              pages and reference manual; its warnings are errors
	doxygen-awesome-css    docs    /usr/share/doxygen-awesome-css/doxygen-awesome.css their look
	acpica-tools           test    iasl                 judge of the ACPI tables
	dmidecode              test    dmidecode            judge of the SMBIOS structures
	device-tree-compiler   el2     dtc                  judge of device trees
	u-boot-qemu            test    /usr/lib/u-boot/qemu_arm64/u-boot.bin a loader of the hypervisor
	u-boot-tools           el2     mkimage              makes FIT images, and judges what is read of them
	dt-schema              test    dt-validate          likewise, by schemas
	linux-source-6.1       test    /usr/src/linux-source-6.1.tar.xz the schemas
	xz-utils               test    xz                   packs kernels for tests; bench's yardstick
	lz4                    test    lz4                  likewise
	zstd                   test    zstd                 likewise
	bzip2                  test    bzip2                likewise
	valgrind               test    valgrind             counts instructions
	strace                 test    strace               what the VMM opens, and when it first runs the guest
	mandoc                 docs    mandoc               judge of the man pages, and makes HTML of them
	zsh                    test    zsh                  judge of its completion
	chromium               test    chromium             judge of drawings
	dpkg-dev               el2     dpkg-source          unpacks zlib's source, for the freestanding build
	debhelper              deb     dh                   builds Debian packages
	dh-python              deb     dh_python3           the one for Python, too
	python3-cffi           deb     /usr/lib/python3/dist-packages/cffi the module of that
	binutils-source        deb     /usr/src/binutils    has zlib's source, for the hypervisor's
	lintian                test    lintian              judge of the packages
	mmdebstrap             test    mmdebstrap           makes the systems in which they are tested
	autopkgtest            test    autopkgtest          tests them there
	qemu-user              cross   qemu-s390x           runs the tests of other kinds of machines
	gcc-s390x-linux-gnu    cross   s390x-linux-gnu-gcc  compiles the big-endian ones
	libc6-dev-s390x-cross  cross   /usr/s390x-linux-gnu/include/stdio.h with this C library
	gcc-aarch64-linux-gnu  arm64   aarch64-linux-gnu-gcc compiles the VMM for arm64 hosts, and freestanding
	libc6-dev-arm64-cross  arm64   /usr/aarch64-linux-gnu/include/stdio.h with this C library
	lib32gcc-@GCC@-dev     cross   -                    gcc -m32; gcc-multilib would remove the one above
	libc6-dev-i386         cross   -                    and its C library
	cargo                  bench   cargo                builds the peers in Rust, from 1.78 on: acpi_tables, linux-loader, vm-fdt
	rustc                  bench   rustc                likewise
	LIST
}

# the kinds of packages that a command needs
kinds() {
	case $1 in
	build) echo build ;;
	demo) echo build fetch boot ;;
	demo-arm64) echo build fetch boot $(cross_kind | sed 's/.* //') ;;
	demo-el2) echo build fetch boot el2 $(cross_kind | sed 's/.* //') ;;
	python) echo build el2 python ;;
	test) echo build fetch boot el2 test python deb fmt docs $(cross_kind) ;;
	deb) echo build el2 python deb $(cross_kind | sed 's/.* //') ;;
	fuzz) echo build el2 test ;;
	coverage) echo build el2 test python ;;
	bench) echo build fetch boot el2 test python bench $(cross_kind | sed 's/.* //') ;;
	fmt) echo fmt ;;
	docs) echo build docs el2 test python ;;
	all) echo build fetch boot el2 test python deb fmt docs bench $(cross_kind) ;;
	*) die "setup for what? build demo test fuzz coverage bench fmt docs python deb" ;;
	esac
}

# ---- setup

# how well the host is known: apt is asked only on the first two
distribution() {
	id=other version=0
	[ ! -r /etc/os-release ] || {
		id=$(. /etc/os-release && echo "${ID-other}")
		version=$(. /etc/os-release && echo "${VERSION_ID-999}")
	}
	case $id in
	debian) [ "${version%%.*}" -ge 12 ] && echo known || echo old ;;
	ubuntu) [ "${version%%.*}" -ge 24 ] && echo known || echo old ;;
	*) echo other ;;
	esac
}

# the other kinds of machines are tried on the commonest host only
cross_kind() {
	[ "$(uname -m)" != x86_64 ] || echo cross arm64
}

as_root() {
	if [ "$(id -u)" = 0 ]; then
		env DEBIAN_FRONTEND=noninteractive "$@"
	else
		sudo env DEBIAN_FRONTEND=noninteractive "$@"
	fi
}

# versioned NAME: the number in the package that NAME stands for, e.g. 12 for gcc
versioned() {
	apt-cache depends "$1" 2>/dev/null | sed -n "s/^ *Depends: $1-\([0-9]*\)\$/\1/p" | head -n 1
}

# wanted COMMAND: names of the packages
wanted() {
	kinds=$(kinds "$1")
	packages | while read -r name kind _; do
		case " $kinds " in *" $kind "*) echo "$name" ;; esac
	done | sed -e "s/@GCC@/$(versioned gcc)/" -e "s/@CLANG@/$(versioned clang)/"
}

# missing COMMAND: those that are not installed
missing() {
	wanted "$1" | while read -r name; do
		dpkg-query -W -f '${db:Status-Status}\n' "$name" 2>/dev/null | grep -qx installed ||
			echo "$name"
	done
}

# on other distributions: the packages, by Debian's names, whose command or file is not there
absent() {
	kinds=$(kinds "$1")
	packages | while read -r name kind probe _; do
		case " $kinds " in *" $kind "*) ;; *) continue ;; esac
		case $probe in
		-) ;;
		/*) [ -e "$probe" ] || echo "$name" ;;
		*) command -v "$probe" >/dev/null || echo "$name" ;;
		esac
	done
}

apt_install() {
	as_root apt-get -q update || echo "some lists could not be fetched: going on with the rest"
	names=$(missing "$1")
	# shellcheck disable=SC2086
	[ -z "$names" ] || as_root apt-get -q -y -o DPkg::Lock::Timeout=600 --no-install-recommends \
		install $names
	names=$(missing "$1")
	[ -z "$names" ] || { echo "still missing:" $names; return 1; }
}

setup() {
	kinds "$1" >/dev/null # ends here if there is no such command
	if [ "$(distribution)" != known ]; then
		names=$(absent "$1" | tr '\n' ' ')
		[ -z "$names" ] || cat >&2 <<-TEXT
		dev: this is neither Debian 12, Ubuntu 24.04 nor a later one, so nothing is installed.
		dev: not found (by Debian's names): $names
		dev: install what your distribution calls them if a step fails for want of one.
		TEXT
		return 0
	fi
	[ -n "$(missing "$1")" ] || return 0
	[ "$(id -u)" = 0 ] || command -v sudo >/dev/null || die "packages are missing, and there is" \
		"neither root nor sudo. As root: apt-get install --no-install-recommends" $(missing "$1")
	[ "$(id -u)" = 0 ] || sudo -v
	hint="is the package mirror within reach? A proxy belongs into /etc/apt/apt.conf.d"
	step "packages for $1" apt_install "$1"
	hint=
}
