/* SPDX-License-Identifier: BSD-2-Clause */
/* Property names that the library's trees use, in ASCII order for a binary search. */
#ifndef AB_FDT_NAMES_H
#define AB_FDT_NAMES_H

#define AB_FDT_NAMES(X)                                                                            \
	X(N_ADDRESS_CELLS, "#address-cells")                                                       \
	X(N_CLOCK_CELLS, "#clock-cells")                                                           \
	X(N_GPIO_CELLS, "#gpio-cells")                                                             \
	X(N_INTERRUPT_CELLS, "#interrupt-cells")                                                   \
	X(N_IOMMU_CELLS, "#iommu-cells")                                                           \
	X(N_MSI_CELLS, "#msi-cells")                                                               \
	X(N_REDISTRIBUTOR_REGIONS, "#redistributor-regions")                                       \
	X(N_SIZE_CELLS, "#size-cells")                                                             \
	X(ALWAYS_ON, "always-on")                                                                  \
	X(ARM_MSI_BASE_SPI, "arm,msi-base-spi")                                                    \
	X(ARM_MSI_NUM_SPIS, "arm,msi-num-spis")                                                    \
	X(BOOTARGS, "bootargs")                                                                    \
	X(BUS_RANGE, "bus-range")                                                                  \
	X(CACHE_LEVEL, "cache-level")                                                              \
	X(CACHE_LINE_SIZE, "cache-line-size")                                                      \
	X(CACHE_SETS, "cache-sets")                                                                \
	X(CACHE_SIZE, "cache-size")                                                                \
	X(CACHE_UNIFIED, "cache-unified")                                                          \
	X(CLOCK_FREQUENCY, "clock-frequency")                                                      \
	X(CLOCK_NAMES, "clock-names")                                                              \
	X(CLOCK_OUTPUT_NAMES, "clock-output-names")                                                \
	X(CLOCKS, "clocks")                                                                        \
	X(COMPATIBLE, "compatible")                                                                \
	X(CPU, "cpu")                                                                              \
	X(CPU_OFF, "cpu_off")                                                                      \
	X(CPU_ON, "cpu_on")                                                                        \
	X(CPU_SUSPEND, "cpu_suspend")                                                              \
	X(CURRENT_SPEED, "current-speed")                                                          \
	X(D_CACHE_LINE_SIZE, "d-cache-line-size")                                                  \
	X(D_CACHE_SETS, "d-cache-sets")                                                            \
	X(D_CACHE_SIZE, "d-cache-size")                                                            \
	X(DEVICE_TYPE, "device_type")                                                              \
	X(DISTANCE_MATRIX, "distance-matrix")                                                      \
	X(DMA_COHERENT, "dma-coherent")                                                            \
	X(ENABLE_METHOD, "enable-method")                                                          \
	X(FORMAT, "format")                                                                        \
	X(GPIO_CONTROLLER, "gpio-controller")                                                      \
	X(GPIOS, "gpios")                                                                          \
	X(HEIGHT, "height")                                                                        \
	X(I_CACHE_LINE_SIZE, "i-cache-line-size")                                                  \
	X(I_CACHE_SETS, "i-cache-sets")                                                            \
	X(I_CACHE_SIZE, "i-cache-size")                                                            \
	X(IBM_PHANDLE, "ibm,phandle")                                                              \
	X(INTERRUPT_CONTROLLER, "interrupt-controller")                                            \
	X(INTERRUPT_MAP, "interrupt-map")                                                          \
	X(INTERRUPT_MAP_MASK, "interrupt-map-mask")                                                \
	X(INTERRUPT_NAMES, "interrupt-names")                                                      \
	X(INTERRUPT_PARENT, "interrupt-parent")                                                    \
	X(INTERRUPTS, "interrupts")                                                                \
	X(IOMMU_MAP, "iommu-map")                                                                  \
	X(KASLR_SEED, "kaslr-seed")                                                                \
	X(LABEL, "label")                                                                          \
	X(LINUX_CODE, "linux,code")                                                                \
	X(LINUX_INITRD_END, "linux,initrd-end")                                                    \
	X(LINUX_INITRD_START, "linux,initrd-start")                                                \
	X(LINUX_PCI_DOMAIN, "linux,pci-domain")                                                    \
	X(LINUX_PCI_PROBE_ONLY, "linux,pci-probe-only")                                            \
	X(LINUX_PHANDLE, "linux,phandle")                                                          \
	X(LINUX_UEFI_MMAP_DESC_SIZE, "linux,uefi-mmap-desc-size")                                  \
	X(LINUX_UEFI_MMAP_DESC_VER, "linux,uefi-mmap-desc-ver")                                    \
	X(LINUX_UEFI_MMAP_SIZE, "linux,uefi-mmap-size")                                            \
	X(LINUX_UEFI_MMAP_START, "linux,uefi-mmap-start")                                          \
	X(LINUX_UEFI_SECURE_BOOT, "linux,uefi-secure-boot")                                        \
	X(LINUX_UEFI_SYSTEM_TABLE, "linux,uefi-system-table")                                      \
	X(MEMORY_REGION, "memory-region")                                                          \
	X(METHOD, "method")                                                                        \
	X(MODEL, "model")                                                                          \
	X(MSI_CONTROLLER, "msi-controller")                                                        \
	X(MSI_MAP, "msi-map")                                                                      \
	X(MSI_PARENT, "msi-parent")                                                                \
	X(NEXT_LEVEL_CACHE, "next-level-cache")                                                    \
	X(NO_MAP, "no-map")                                                                        \
	X(NUMA_NODE_ID, "numa-node-id")                                                            \
	X(PHANDLE, "phandle")                                                                      \
	X(RANGES, "ranges")                                                                        \
	X(REG, "reg")                                                                              \
	X(REG_IO_WIDTH, "reg-io-width")                                                            \
	X(REG_NAMES, "reg-names")                                                                  \
	X(REG_SHIFT, "reg-shift")                                                                  \
	X(REUSABLE, "reusable")                                                                    \
	X(RNG_SEED, "rng-seed")                                                                    \
	X(SERIAL0, "serial0")                                                                      \
	X(SERIAL1, "serial1")                                                                      \
	X(SERIAL2, "serial2")                                                                      \
	X(SERIAL3, "serial3")                                                                      \
	X(SERIAL4, "serial4")                                                                      \
	X(SERIAL5, "serial5")                                                                      \
	X(SERIAL6, "serial6")                                                                      \
	X(SERIAL7, "serial7")                                                                      \
	X(STATUS, "status")                                                                        \
	X(STDOUT_PATH, "stdout-path")                                                              \
	X(STRIDE, "stride")                                                                        \
	X(WIDTH, "width")

#define AB_FDT_ENUM(id, text) AB_P_##id,
enum ab_fdt_name { AB_FDT_NAMES(AB_FDT_ENUM) AB_P_KNOWN };

#endif /* AB_FDT_NAMES_H */
