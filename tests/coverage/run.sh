# SPDX-License-Identifier: BSD-2-Clause
# shellcheck shell=sh
# Part of ./dev, which reads it: what the fuzz targets and the tests reach.

# The kept inputs, and what earlier searches here found, through programs that count regions.
coverage_fuzz() {
	at=$build/coverage/tests/fuzz all=''
	printf '%-10s %s\n' target 'regions reached, of those linked'
	for target in $(fuzz_targets); do
		set --
		inputs=${target%_zlib}
		for folder in "$root/tests/fuzz/corpus/$inputs" "$root/tests/fuzz/regress/$inputs" \
			"$build/fuzz/tests/fuzz/corpus-$target"; do
			[ ! -d "$folder" ] || set -- "$@" "$folder"
		done
		LLVM_PROFILE_FILE=$at/$target.raw "$at/fuzz_$target" "$@" >/dev/null
		"$profdata" merge -sparse "$at/$target.raw" -o "$at/$target.data"
		"$cov" report "$at/fuzz_$target" -instr-profile "$at/$target.data" \
			-ignore-filename-regex '/tests/' >"$at/$target.txt"
		awk -v t="$target" '$1 == "TOTAL" { printf "%-10s %6d of %6d  %s\n", t, $2 - $3, $2, $4 }' "$at/$target.txt"
		all="$all -object $at/fuzz_$target"
	done
	"$profdata" merge -sparse "$at"/*.raw -o "$at/all.data"
	# shellcheck disable=SC2086
	"$cov" report $all -instr-profile "$at/all.data" -ignore-filename-regex '/tests/' >"$build/coverage/report.txt"
	awk '$1 == "TOTAL" { printf "%-10s %6d of %6d  %s\n", "all", $2 - $3, $2, $4 }' "$build/coverage/report.txt"
	printf 'by file: build/coverage/report.txt, and build/coverage/tests/fuzz/TARGET.txt\n'
}

# Lines and branches that the unit tests reach, into units.json and units.txt. The small build's
# program has other copies of the same files.
coverage_units() {
	at=$build/coverage/units
	rm -rf "$at"
	mkdir -p "$at"
	LLVM_PROFILE_FILE=$at/%p.raw ctest --test-dir "$build/coverage" -j "$jobs" -L '^unit$' \
		--output-on-failure || return
	"$profdata" merge -sparse "$at"/*.raw -o "$at/all.data" || return
	rm "$at"/*.raw
	set --
	for test in "$build"/coverage/tests/test_*; do
		case $test in *_small | *.cmake) continue ;; esac
		[ ! -f "$test" ] || set -- "$@" -object "$test"
	done
	shift
	"$cov" report "$@" -instr-profile "$at/all.data" -show-branch-summary \
		-ignore-filename-regex '/(tests|examples|frontends)/' >"$build/coverage/units.txt" &&
		"$cov" export "$@" -instr-profile "$at/all.data" -summary-only >"$build/coverage/units.json"
}

# Lines of the Python package that its tests and the commands they run reach. Noting each line takes
# time and loads modules, so tests that judge time, full disks, and what is loaded are left out.
coverage_python() {
	at=$build/coverage/python tool=$build/python/venv/bin/coverage
	rm -rf "$at"
	mkdir -p "$at"
	printf '[run]\nsource = %s\nparallel = true\ndata_file = %s\n' \
		"$root/bindings/python/aetherboot" "$at/data" >"$at/rc"
	COVERAGE_PROCESS_START=$at/rc LLVM_PROFILE_FILE=/dev/null \
		PYTEST_ADDOPTS='-k "not (bounds or cost or linear or many_cpus or full_disk or loads_what)"' ctest --test-dir "$build/coverage" \
		-j "$jobs" -L '^python$' -E 'browser|golden|mutation' --output-on-failure || return
	"$tool" combine -q --rcfile="$at/rc" && "$tool" json -q --rcfile="$at/rc" -o "$at.json"
	"$tool" report --rcfile="$at/rc" --sort=miss -m >"$at.txt"
}

coverage() {
	setup coverage
	python_tools
	clang=$(versioned clang)
	cov=$(command -v "llvm-cov-$clang" || command -v llvm-cov) || die "no llvm-cov"
	profdata=$(command -v "llvm-profdata-$clang" || command -v llvm-profdata) || die "no llvm-profdata"
	build_step coverage
	coverage_fuzz
	step "unit tests" coverage_units
	step "tests of the Python package" coverage_python
	"$root/tests/coverage/judge.py" "$root" "$build/coverage/units.json" "$build/coverage/python.json" ||
		die "less is reached than should be. By file: build/coverage/units.txt, python.txt"
}
