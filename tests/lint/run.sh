#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# Run an outside tool over the tree; quiet when it has nothing to say.
#
# usage: run.sh format|tidy|tidy.whole|cppcheck ROOT BUILD
# tidy follows 30000 steps of the paths through a function, those first that reach new code;
# tidy.whole as many as clang-tidy does by itself, in four times the time
set -eu

what=$1 root=$2 build=$3
cd "$root"

frontends=
[ ! -d frontends ] || frontends=frontends
# longer than an example
programs=
[ ! -d examples/aetherctl ] || programs=examples/aetherctl

skip() { echo "skipped: $*"; exit 77; }
need() { command -v "$1" >/dev/null || skip "$1 is not installed"; }
# source files of ours that are there: folders come with their modules
sources() {
	find include lib $frontends examples bindings tests -name '*.[ch]' -not -path '*/corpus/*' | sort
}

case $what in
format)
	# other versions of clang-format break lines elsewhere: 14 decides, Debian 12's own
	tool=$(command -v clang-format-14 || command -v clang-format) || skip "no clang-format"
	"$tool" --version | grep -q ' version 14\.' || skip "not clang-format 14"
	sources | xargs "$tool" --dry-run -Werror
	;;
tidy | tidy.whole)
	# each version adds checks to the families that .clang-tidy names: 14 decides here too
	need clang-tidy
	clang-tidy --version | grep -q ' version 14\.' || skip "not clang-tidy 14"
	list=$build/$what.list log=$build/$what.log
	find lib $frontends $programs -name '*.c' | sort | grep -F -f - "$build/compile_commands.json" |
		sed -n 's/.*"file": "\(.*\)".*/\1/p' | sort -u >"$list"
	bound=
	for word in -Xclang -analyzer-config -Xclang max-nodes=30000; do
		[ "$what" = tidy.whole ] || bound="$bound --extra-arg=$word"
	done
	# shellcheck disable=SC2086
	xargs -P "$(nproc)" -n 4 clang-tidy -p "$build" --quiet $bound <"$list" >"$log" 2>&1 || {
		cat "$log"
		exit 1
	}
	wc -l <"$list" | sed 's/$/ files/'
	;;
cppcheck)
	need cppcheck
	case $(cppcheck --version) in
	*' 2.10'* | *' 2.13'*) ;;
	*) skip "not a cppcheck that was tried, 2.10 or 2.13" ;;
	esac
	mkdir -p "$build/cppcheck"
	# its C11 knows the attribute, not the keyword
	cppcheck "-D_Noreturn=__attribute__((noreturn))" --quiet --std=c11 --platform=unix64 --enable=warning,performance,portability \
		--inline-suppr --suppress=missingIncludeSystem --error-exitcode=1 \
		--suppress=preprocessorErrorDirective:include/aetherboot/kvm.h \
		--cppcheck-build-dir="$build/cppcheck" -j "$(nproc)" -Iinclude -Ilib -Ifrontends \
		-DAB_HAVE_ISAL -DAB_HAVE_ZLIB -DAB_HAVE_LZMA -DAB_HAVE_LZ4 -DAB_HAVE_ZSTD -DAB_HAVE_BZIP2 lib $frontends \
		$programs
	;;
*)
	echo "run.sh: $what?" >&2
	exit 2
	;;
esac
