# SPDX-License-Identifier: BSD-2-Clause
"""What generate.py consists of: the headers read, and what is written from them."""
