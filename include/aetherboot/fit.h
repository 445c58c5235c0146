/* SPDX-License-Identifier: BSD-2-Clause */
/** @file fit.h The group @ref fit. */
/**
 * @defgroup fit FIT images
 * @ingroup dtb
 * A reader of FIT images: one file, as U-Boot's mkimage makes it, that contains kernels, ramdisks,
 * device trees and other files (the images), and configurations that each name some of them.
 *
 * A FIT is a devicetree blob, which dtb.h reads. The bytes of an image are in the tree (the
 * property "data"), or behind it in the same file (mkimage -E).
 *
 * ab_fit_open() checks the whole tree and each image in it, once. No call reads a byte outside the
 * file, the time of each is linear in the tree's size, and all state is in the caller's structs.
 * The file is borrowed and must not change while it is in use; it may lie at any alignment.
 *
 * Hashes of images are verified when the caller asks for it (ab_fit_verify()); whether an image
 * without one is accepted is the caller's decision. Hashes find damage, they prove no origin:
 * signatures of images and of configurations are out of scope and ignored, and so is encryption.
 *
 * Names and texts come from the file as they are. Each ends in a NUL within the file and may have
 * any length and any other bytes: check them before you print or use them.
 *
 * The images of the default configuration, from examples/fit_verify.c:
 * @snippet fit_verify.c fit
 * @{
 */
#ifndef AETHERBOOT_FIT_H
#define AETHERBOOT_FIT_H

#include <aetherboot/base.h>
#include <aetherboot/dtb.h>
#include <aetherboot/sha256.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A FIT that ab_fit_open() has checked. The caller must not change any member.
 *
 *  Configurations are the children of @c configurations: ab_dtb_next_child() visits them,
 *  ab_dtb_name() gives the name of one, and ab_dtb_prop() its other properties. The same holds for
 *  images and @c images. */
struct ab_fit {
	struct ab_dtb dtb; /**< the tree, for the calls of dtb.h */
	struct ab_bytes
	    file; /**< all bytes given: the tree, and external data behind it; borrowed */
	uint32_t images; /**< node /images */
	uint32_t configurations; /**< node /configurations */
};

/** Check a FIT: its tree, as ab_dtb_open() does, that it has one node /images and one node
 *  /configurations, and each image, as ab_fit_image() does. References of configurations are
 *  checked by ab_fit_config_image().
 * @param fit  filled. After an error it is a FIT without nodes, on which all calls are allowed
 * @param file all bytes of the file; more may follow
 * @param why  as ab_dtb_open(); as ab_fit_image(); or what: "fit.root"; name: the node that it
 *             must have once; value: how many there are
 * @retval AB_OK
 * @retval AB_ERR_IMAGE malformed or truncated
 * @retval AB_ERR_OVERLAP external data and the tree share a byte
 * @retval AB_ERR_UNSUPPORTED a devicetree blob that is older than version 17, or not compatible
 *                            with version 17
 * @spec{FIT, Root-node properties} */
AB_API AB_MUST_CHECK enum ab_err ab_fit_open(struct ab_fit *fit, struct ab_bytes file,
					     struct ab_error *why);

/* ---- images ------------------------------------------------------------------------------- */

/** An image, as its node describes it. Texts are NULL where the node has no such property. */
struct ab_fit_image {
	uint32_t node; /**< its node, a child of /images; 0: no image */
	const char *name; /**< name of the node */
	const char *description; /**< description, for people */
	const char *type; /**< type, e.g. "kernel", "ramdisk", "flat_dt" */
	const char *arch; /**< architecture, e.g. "arm64" */
	const char *os; /**< operating system, e.g. "linux" */
	const char *compression; /**< what the data must be unpacked by, or "none" */
	bool has_load; /**< @c load is there */
	bool has_entry; /**< @c entry is there */
	uint64_t load; /**< address to load the data at; 0: the node has none */
	uint64_t entry; /**< address of the first instruction; 0: the node has none */
	struct ab_bytes data; /**< its bytes, which begin at a multiple of 4 in the file */
	uint32_t n_hashes; /**< hashes of the data that the node has */
};

/** Read an image. One of three properties tells where its data is: "data" contains it,
 *  "data-offset" counts from the end of the tree, rounded up to a multiple of 4, "data-position"
 *  from the beginning of the file; for the last two "data-size" gives the bytes.
 * @param fit   the FIT
 * @param node  a child of /images
 * @param image filled; zeros after an error
 * @param why   what: path of the property, e.g. "fit.images.data-offset" or "fit.images.hash.algo";
 *              name: that of the image; value: the property's number, or its size in bytes if
 *              that is invalid; other: the rule. For OVERLAP, the second party is "device tree"
 * @retval AB_OK
 * @retval AB_ERR_IMAGE the node has none of these properties, or more than one; the data is not
 *                      within the file or begins at no multiple of 4; a text is not one string; an
 *                      address is not of one or two cells; or a hash has no algorithm, or a value
 *                      of the wrong size
 * @retval AB_ERR_OVERLAP the data is at a "data-position" within the tree
 * @spec{FIT, '/images' node} @spec{FIT, External data} */
AB_API AB_MUST_CHECK enum ab_err ab_fit_image(const struct ab_fit *fit, uint32_t node,
					      struct ab_fit_image *image, struct ab_error *why);

/** Algorithms of hashes. Append-only. */
enum ab_fit_algo {
	AB_FIT_ALGO_OTHER = 0, /**< one that the library does not compute, e.g. "sha1" */
	AB_FIT_ALGO_CRC32, /**< "crc32", as ab_crc32(): a value of 4 bytes, big-endian */
	AB_FIT_ALGO_SHA256, /**< "sha256", as ab_sha256(): a value of AB_SHA256_SIZE bytes */
};

/** A hash of an image's data. */
struct ab_fit_hash {
	uint32_t node; /**< its node, a child of the image whose name begins with "hash" */
	enum ab_fit_algo algo; /**< algorithm */
	const char *algo_name; /**< name of the algorithm, as in the file */
	struct ab_bytes value; /**< value; its size fits @c algo, or is any for AB_FIT_ALGO_OTHER */
};

/** Go on to an image's next hash. All calls together take time linear in the size of its node.
 * @param fit   the FIT
 * @param image an image of it
 * @param hash  the hash that the last call gave; node 0: begin. Filled; zeros after the last one
 * @return false after the last one
 * @spec{FIT, Hash nodes} */
AB_API bool ab_fit_next_hash(const struct ab_fit *fit, const struct ab_fit_image *image,
			     struct ab_fit_hash *hash);

/** The hashes of an image being verified. Set @c fit and @c image, and all else to 0. */
struct ab_fit_verify {
	const struct ab_fit *fit; /**< the FIT */
	const struct ab_fit_image *image; /**< an image of it */
	size_t done; /**< bytes of its data that have been hashed */
	bool finished; /**< all hashes have been compared, and none is wrong */
	uint32_t verified; /**< when finished: hashes that are right. 0: nothing is known about the
				data */
	uint32_t unsupported; /**< when finished: hashes by AB_FIT_ALGO_OTHER, which were not
				   compared */
	uint32_t crc; /**< private: CRC-32 so far */
	struct ab_sha256 sha256; /**< private: SHA-256 so far */
};

/** Hash some more of an image's data and, after the last of it, compare the hashes. Call it until
 *  @c finished. A call takes time linear in @p most and in the size of the image's node.
 * @param verify the state
 * @param most   bytes to hash in this call, not 0; SIZE_MAX: all
 * @param why    what: "fit.images.hash"; name: that of the image; value: the first 4 bytes of the
 *               wrong hash, as a big-endian number
 * @retval AB_OK        no hash is wrong. Before @c finished none has been compared
 * @retval AB_ERR_IMAGE a hash differs from that of the data
 * @spec{FIT, Hash nodes} */
AB_API AB_MUST_CHECK enum ab_err ab_fit_verify(struct ab_fit_verify *verify, size_t most,
					       struct ab_error *why);

/* ---- configurations ----------------------------------------------------------------------- */

/** Find a configuration.
 * @param fit    the FIT
 * @param name   name of its node, with a unit address if it has one; NULL: the default one, which
 *               the property "default" of /configurations names
 * @param config filled: its node; 0 after an error
 * @param why    what: "fit.configurations"; name: the name; value: how many nodes have it. Or what:
 *               "fit.configurations.default"; value: bytes of that property, 0 if there is none
 * @retval AB_OK
 * @retval AB_ERR_IMAGE there is no configuration of this name, or more than one; or "default" is
 *                      not there or not one string
 * @spec{FIT, '/configurations' node} */
AB_API AB_MUST_CHECK enum ab_err ab_fit_config(const struct ab_fit *fit, const char *name,
					       uint32_t *config, struct ab_error *why);

/** Read an image that a configuration refers to.
 * @param fit      the FIT
 * @param config   node of the configuration
 * @param property property that names images: "kernel", "ramdisk", "fdt" (a tree, then overlays of
 *                 it), "loadables" or any other; the error keeps it by pointer
 * @param nth      image that it names, from 0
 * @param image    filled; zeros after an error, and if there is no such property or it names fewer
 *                 images
 * @param why      what: "FIT"; name: @p property; value: offset of the configuration in the file.
 *                 Or what: "fit.images"; name: that of the image; value: how many images have it.
 *                 Or as ab_fit_image()
 * @retval AB_OK          @c image.node is 0 if there is none
 * @retval AB_ERR_IMAGE   the property is not a list of strings; the image that it names does not
 *                        exist, exists more than once or is malformed
 * @retval AB_ERR_OVERLAP as ab_fit_image()
 * @spec{FIT, Configuration nodes} */
AB_API AB_MUST_CHECK enum ab_err ab_fit_config_image(const struct ab_fit *fit, uint32_t config,
						     const char *property, size_t nth,
						     struct ab_fit_image *image,
						     struct ab_error *why);

#ifdef __cplusplus
}
#endif

/** @} */

#endif /* AETHERBOOT_FIT_H */
