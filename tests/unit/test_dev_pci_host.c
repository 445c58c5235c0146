/* SPDX-License-Identifier: BSD-2-Clause */
/* PCI configuration space by memory and by ports: a host bridge and nothing else. */
#include "unit.h"

#include "devices/pci_host.h"

static void test_ecam(void **state)
{
	(void)state;
	assert_int_equal(dev_pci_ecam_read(NULL, 0, 4), 0x00081b36);
	assert_int_equal(dev_pci_ecam_read(NULL, 0, 2), 0x1b36);
	assert_int_equal(dev_pci_ecam_read(NULL, 2, 2), 0x0008);
	assert_int_equal(dev_pci_ecam_read(NULL, 8, 4), 0x06000000);
	assert_int_equal(dev_pci_ecam_read(NULL, 11, 1), 0x06);
	assert_int_equal(dev_pci_ecam_read(NULL, 0xe, 1), 0); /* header type 0 */
	assert_int_equal(dev_pci_ecam_read(NULL, 0x10, 4), 0); /* no BAR */
	assert_int_equal(dev_pci_ecam_read(NULL, 0x34, 1), 0); /* no capability */
	assert_int_equal(dev_pci_ecam_read(NULL, 0x100, 4), 0); /* no extended one */
	assert_int_equal(dev_pci_ecam_read(NULL, 0xffc, 4), 0);
	assert_int_equal((uint32_t)dev_pci_ecam_read(NULL, 0x1000, 4), UINT32_MAX); /* 00:00.1 */
	assert_int_equal((uint32_t)dev_pci_ecam_read(NULL, 0x8000, 4), UINT32_MAX); /* 00:01.0 */
	assert_int_equal((uint32_t)dev_pci_ecam_read(NULL, 0xffffc, 4), UINT32_MAX);
}

static void test_configuration_by_ports(void **state)
{
	struct dev_pci_host p = { 0 };

	(void)state;
	assert_int_equal((uint32_t)dev_pci_data_read(&p, 0, 4), UINT32_MAX); /* not enabled */
	dev_pci_address_write(&p, 0, 4, 0x80000000); /* Linux' probe */
	assert_int_equal(dev_pci_address_read(&p, 0, 4), 0x80000000);
	assert_int_equal(dev_pci_data_read(&p, 0, 4), 0x00081b36);
	assert_int_equal(dev_pci_data_read(&p, 2, 2), 0x0008);
	dev_pci_address_write(&p, 0, 4, 0x8000000b); /* bits 1:0 read as zero */
	assert_int_equal(dev_pci_address_read(&p, 0, 4), 0x80000008);
	assert_int_equal(dev_pci_data_read(&p, 3, 1), 0x06);
	dev_pci_address_write(&p, 0, 1, 0); /* other widths are other registers */
	dev_pci_address_write(&p, 1, 1, 6);
	assert_int_equal(dev_pci_address_read(&p, 0, 4), 0x80000008);
	assert_int_equal((uint8_t)dev_pci_address_read(&p, 1, 1), 0xff);
	dev_pci_address_write(&p, 0, 4, 0x80000800); /* 00:01.0 */
	assert_int_equal((uint32_t)dev_pci_data_read(&p, 0, 4), UINT32_MAX);
	dev_pci_address_write(&p, 0, 4, 0x80000100); /* 00:00.1 */
	assert_int_equal((uint32_t)dev_pci_data_read(&p, 0, 4), UINT32_MAX);
	dev_pci_address_write(&p, 0, 4, 0x80010000); /* 01:00.0 */
	assert_int_equal((uint32_t)dev_pci_data_read(&p, 0, 4), UINT32_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ecam),
		cmocka_unit_test(test_configuration_by_ports),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
