/* SPDX-License-Identifier: BSD-2-Clause */
/* Runs a fuzz target over the files of folders, where there is no libFuzzer. */
#define _POSIX_C_SOURCE 200809L
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* 1 when the file was run, 0 when it is none, -1 when it cannot be read */
static int replay(const char *folder, const char *name)
{
	char path[4096];
	struct stat st;
	uint8_t *data;
	FILE *f;
	size_t n;

	if (snprintf(path, sizeof(path), "%s/%s", folder, name) >= (int)sizeof(path) ||
	    stat(path, &st) != 0)
		return -1;
	if (!S_ISREG(st.st_mode))
		return 0;
	f = fopen(path, "rb");
	data = malloc((size_t)st.st_size); /* no byte more: sanitizers see what is read past it */
	n = f != NULL && data != NULL ? fread(data, 1, (size_t)st.st_size, f) : 0;
	if (f != NULL)
		fclose(f);
	if (n == (size_t)st.st_size)
		(void)LLVMFuzzerTestOneInput(data, n);
	free(data);
	return n == (size_t)st.st_size ? 1 : -1;
}

int main(int argc, char **argv)
{
	unsigned int files = 0;

	for (int i = 1; i < argc; i++) {
		DIR *dir = opendir(argv[i]);
		struct dirent *entry;

		while (dir != NULL && (entry = readdir(dir)) != NULL) {
			int ran = replay(argv[i], entry->d_name);

			if (ran < 0) {
				fprintf(stderr, "cannot read %s/%s\n", argv[i], entry->d_name);
				return 1;
			}
			files += (unsigned int)ran;
		}
		if (dir != NULL)
			closedir(dir);
	}
	printf("%u files\n", files);
	return files == 0;
}
