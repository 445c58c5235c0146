#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Write the seeds of the fit and bundle targets: small FIT images by mkimage.

usage: seeds-fit.py CORPUS        e.g. tests/fuzz/corpus"""
import os
import pathlib
import subprocess
import sys
import tempfile

SOURCE = """/dts-v1/;
/ {
	description = "d";
	images {
		k {
			data = "kernel";
			type = "kernel";
			arch = "arm64";
			os = "linux";
			compression = "none";
			load = <0 1>;
			entry = <2>;
			hash-1 { algo = "crc32"; };
			hash-2 { algo = "sha256"; };
			hash-3 { algo = "sha1"; };
		};
		f {
			description = "tree";
			data = [010203];
			type = "flat_dt";
			compression = "none";
		};
	};
	configurations {
		default = "a";
		a {
			kernel = "k";
			fdt = "f", "k";
		};
		b {
			ramdisk = "f";
			loadables = "none";
		};
	};
};
"""
BUNDLE = """/dts-v1/;
/ {
	description = "d";
	images {
		k { data = "k"; };
	};
	configurations {
		a {
			kernel = "k";
			aetherboot,cpus = <1>;
			aetherboot,memory = <0 4096>;
			aetherboot,tables = "acpi";
		};
		b {
			kernel = "k";
			ramdisk = "k";
			fdt = "k";
			bootargs = "quiet";
			aetherboot,cpu-list = <0 63>;
			aetherboot,memory = <1 0>;
			aetherboot,tables = "fdt";
			aetherboot,capabilities = "manage", "virtio", "rtc", "log";
			aetherboot,restarts = <1>;
		};
	};
};
"""
SEEDS = {"internal": [], "external": ["-E"], "position": ["-E", "-p", "0x400"],
         "block": ["-E", "-B", "0x40"]}


def make(path, source, options):
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "seed.its").write_text(source)
        subprocess.run(["mkimage", *options, "-f", "seed.its", path], cwd=folder, check=True,
                       stdout=subprocess.DEVNULL, env=os.environ | {"SOURCE_DATE_EPOCH": "0"})


def main():
    corpus = pathlib.Path(sys.argv[1]).resolve()
    for name, options in SEEDS.items():
        make(corpus / "fit" / name, SOURCE, options)
    for name in ("internal", "external"):
        make(corpus / "bundle" / name, BUNDLE, SEEDS[name])


if __name__ == "__main__":
    main()
