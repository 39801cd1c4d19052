"""Content-hash ids: the same words read again get the same id, and a rerun changes nothing."""

from __future__ import annotations

import hashlib

_LENGTH = 12  # hexadecimal digits: 48 bits, a collision is expected among some 20 million ids


def content_id(prefix: str, *parts: str) -> str:
    """`prefix` and twelve hexadecimal digits of the BLAKE2b hash of the parts, which are kept apart."""
    digest = hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=16)
    return prefix + digest.hexdigest()[:_LENGTH]
