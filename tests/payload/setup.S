/* SPDX-License-Identifier: BSD-2-Clause */
/* The real-mode part of a bzImage: nothing but its header. Bytes that a loader must not copy are
 * marked. Behind it the protected-mode part. */
	.section .head, "a"
	.fill	0x1ef, 1, 0xa5
	.byte	0xff			/* 1ef sentinel */
	.byte	0xa5
	.byte	1			/* 1f1 setup_sects */
	.word	1			/* 1f2 root_flags */
	.long	(flat_end - flat + 15) / 16	/* 1f4 syssize */
	.word	0			/* 1f8 ram_size */
	.word	0xffff			/* 1fa vid_mode */
	.word	0			/* 1fc root_dev */
	.word	0xaa55			/* 1fe boot_flag */
	.byte	0xeb, header_end - 1f	/* 200 jump */
1:	.ascii	"HdrS"			/* 202 header */
	.word	0x020f			/* 206 version */
	.long	0			/* 208 realmode_swtch */
	.word	0x1000			/* 20c start_sys_seg */
	.word	0			/* 20e kernel_version */
	.byte	0			/* 210 type_of_loader */
	.byte	0x01			/* 211 loadflags: LOADED_HIGH */
	.word	0x8000			/* 212 setup_move_size */
	.long	0x100000		/* 214 code32_start */
	.long	0, 0			/* 218 ramdisk_image, ramdisk_size */
	.long	0			/* 220 bootsect_kludge */
	.word	0			/* 224 heap_end_ptr */
	.byte	0, 0			/* 226 ext_loader_ver, ext_loader_type */
	.long	0			/* 228 cmd_line_ptr */
	.long	0x7fffffff		/* 22c initrd_addr_max */
	.long	0x200000		/* 230 kernel_alignment */
	.byte	1, 21			/* 234 relocatable_kernel, min_alignment */
	.word	XLOADFLAGS		/* 236 xloadflags */
	.long	1234			/* 238 cmdline_size: like no other */
	.long	0			/* 23c hardware_subarch */
	.quad	0			/* 240 hardware_subarch_data */
	.long	0, 0			/* 248 payload_offset, payload_length */
	.quad	0			/* 250 setup_data */
	.quad	0x1000000		/* 258 pref_address */
	.long	0x100000		/* 260 init_size */
	.long	0			/* 264 handover_offset */
	.long	0			/* 268 kernel_info_offset */
header_end:
	.fill	1024 - (. - .head), 1, 0xa5
flat:
	.incbin	FLAT
flat_end:
