#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# One way of using the library as its users do.
#
# usage: run.sh CASE ROOT BUILD      env: CC CXX CMAKE
# CASE: tree (install it; the others need that), pkgconfig-shared, pkgconfig-static, cmake-shared,
#       cmake-static, cmake-versions, subdirectory, plain, cxx
set -eu

what=$1 root=$2 build=$3
: "${CC:=cc}" "${CXX:=c++}" "${CMAKE:=cmake}"
work=$build/install/$what
# the installed tree was moved after it was installed: nothing in it may know where it was
tree=$build/install/moved
consumer=$root/tests/install/consumer.c

fail() { echo "$what: $*" >&2; exit 1; }
shared() { ldd "$1" | grep -q libaetherboot; }

rm -rf "$work"
mkdir -p "$work"
pc() {
	PKG_CONFIG_PATH=$(dirname "$(find "$tree" -name aetherboot.pc)") pkg-config "$@" aetherboot
}
libdir() { dirname "$(find "$tree" -name libaetherboot.a)"; }

case $what in
tree)
	rm -rf "$tree"
	$CMAKE --install "$build" --prefix "$work/prefix" >"$work/log"
	mv "$work/prefix" "$tree"
	! grep -rIl -e "$build" -e "$root" "$tree" || fail "these know where they were built"
	so=$(find "$tree" -name 'libaetherboot.so.*.*.*')
	objdump -p "$so" | grep -q 'SONAME *libaetherboot\.so\.0\.1$' || fail "not that SONAME"
	objdump -p "$so" | grep -q 'AETHERBOOT_0\.1$' || fail "no symbol version"
	;;
pkgconfig-shared)
	# shellcheck disable=SC2046
	$CC -std=c11 -o "$work/consumer" "$consumer" $(pc --cflags --libs)
	shared "$work/consumer" || fail "not linked to the shared library"
	LD_LIBRARY_PATH=$(libdir) "$work/consumer"
	[ "$(pc --modversion)" = "$("$root/dev" version)" ] || fail "another version"
	;;
pkgconfig-static)
	# our archive, and the codecs as they come
	# shellcheck disable=SC2046
	$CC -std=c11 -o "$work/consumer" "$consumer" $(pc --cflags) -L"$(libdir)" -Wl,-Bstatic \
		-laetherboot -Wl,-Bdynamic $(pc --static --libs-only-l)
	! shared "$work/consumer" || fail "linked to the shared library"
	"$work/consumer"
	# static as a whole: by zlib, as ISA-L comes without an archive
	$CMAKE -S "$root" -B "$work/build" -G Ninja -DCMAKE_C_COMPILER="$CC" -DCMAKE_BUILD_TYPE=Debug \
		-DAB_ISAL=OFF -DAB_SHARED=OFF -DAB_TESTS=OFF >"$work/log"
	$CMAKE --build "$work/build" >>"$work/log" || { cat "$work/log"; fail "does not build"; }
	$CMAKE --install "$work/build" --prefix "$work/prefix" >>"$work/log"
	tree=$work/prefix
	# shellcheck disable=SC2046
	$CC -std=c11 -static -o "$work/consumer" "$consumer" $(pc --static --cflags --libs)
	"$work/consumer" | grep -q 'gzip by zlib' || fail "gzip by another library"
	;;
cmake-shared | cmake-static)
	on=OFF
	[ "$what" = cmake-static ] || on=ON
	$CMAKE -S "$root/tests/install/project" -B "$work" -G Ninja -DCMAKE_C_COMPILER="$CC" \
		-DCMAKE_PREFIX_PATH="$tree" -DBUILD_SHARED_LIBS=$on >"$work/log"
	$CMAKE --build "$work" >>"$work/log" || { cat "$work/log"; fail "does not build"; }
	"$work/consumer"
	if [ $on = ON ]; then
		shared "$work/consumer" || fail "not linked to the shared library"
	else
		! shared "$work/consumer" || fail "linked to the shared library"
	fi
	;;
cmake-versions)
	# before 1.0 another minor version is another interface
	mkdir "$work/p"
	for wanted in 0.1:yes 0.1.0:yes 0.2:no 0.0:no 1.0:no; do
		printf '%s\n' 'cmake_minimum_required(VERSION 3.25)' 'project(v LANGUAGES C)' \
			"find_package(aetherboot ${wanted%:*} REQUIRED)" >"$work/p/CMakeLists.txt"
		got=no
		$CMAKE -S "$work/p" -B "$work/b" -G Ninja -DCMAKE_PREFIX_PATH="$tree" >"$work/log" 2>&1 && got=yes
		[ $got = "${wanted#*:}" ] || fail "$wanted, and it was $got"
	done
	;;
subdirectory)
	$CMAKE -S "$root/tests/install/project" -B "$work" -G Ninja -DCMAKE_C_COMPILER="$CC" \
		-DAETHERBOOT_SOURCE="$root" >"$work/log"
	$CMAKE --build "$work" >>"$work/log" || { cat "$work/log"; fail "does not build"; }
	"$work/consumer"
	# as a part of another project it installs nothing, tests nothing
	$CMAKE --install "$work" --prefix "$work/prefix" >>"$work/log"
	[ "$(find "$work/prefix" -type f)" = "$work/prefix/bin/consumer" ] || fail "installs itself"
	;;
plain)
	cd "$root"
	$CC -std=c11 -O1 -DAB_HAVE_ZLIB -Iinclude -o "$work/consumer" "$consumer" lib/*/*.c -lz
	"$work/consumer"
	;;
cxx)
	# shellcheck disable=SC2046
	$CXX -std=c++20 -Wall -Wextra -Wpedantic -Werror -x c++ "$consumer" -x none \
		-o "$work/consumer" $(pc --cflags --libs)
	LD_LIBRARY_PATH=$(libdir) "$work/consumer"
	;;
*)
	fail "what is that?"
	;;
esac
