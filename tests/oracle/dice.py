"""Chance in whole numbers: what the engine draws with arrays, drawn here one number at a time.

SplitMix64 (Steele, Lea and Flood 2014) over the names of what is asked; written again, not
imported, so that a slip in the engine's addressing shows.
"""

from hashlib import blake2b

MASK = 2**64 - 1
GOLDEN = 0x9E3779B97F4A7C15
NOBODY = 0  # the name of an operand that a deed does not take


def name(*words):
    """The 64-bit name of some words."""
    return int.from_bytes(blake2b("\x1f".join(words).encode(), digest_size=8).digest(), "little")


def scramble(bits):
    bits = ((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & MASK
    return bits ^ (bits >> 31)


def mix(first, *rest):
    """64 bits of all parts, the order of the parts included."""
    bits = first
    for part in rest:
        bits = scramble((bits + GOLDEN) & MASK) ^ part
    return scramble((bits + GOLDEN) & MASK)


def number(bits):
    """A number in [0, 1) of 64 bits."""
    return (bits >> 11) * 2.0**-53
