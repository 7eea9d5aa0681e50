"""Chance: a question put to a game, never the next value of a generator.

A number is a function of (seed, turn, question, who, on whom), all as 64-bit names. So a game is
the same alone, in a batch and in a replay, and changing one order leaves every other draw alone.
"""

from hashlib import blake2b
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

GOLDEN = np.uint64(0x9E3779B97F4A7C15)
FIRST = np.uint64(0xBF58476D1CE4E5B9)
SECOND = np.uint64(0x94D049BB133111EB)
UNIT = 2.0**-53

POSSIBLE = 0.0  # as a draw: whatever can happen does
CERTAIN = 1.0 - UNIT  # as a draw: only what is certain happens


def key(*words: str) -> np.uint64:
    """Return the 64-bit name of some words; equal words have equal names on every machine."""
    text = "\x1f".join(words).encode()
    return np.uint64(int.from_bytes(blake2b(text, digest_size=8).digest(), "little"))


def keys(words: tuple[str, ...], axis: str) -> Array:
    """Return the names (n,) of things on an axis."""
    return np.array([key(axis, word) for word in words], dtype=np.uint64)


def mix(*parts: Array | np.uint64 | int) -> Array:
    """Return 64 well-mixed bits of the parts, broadcast (SplitMix64; Steele, Lea, Flood 2014)."""
    bits: Array = np.asarray(parts[0], dtype=np.uint64)
    with np.errstate(over="ignore"):
        for part in parts[1:]:
            bits = _scramble(bits + GOLDEN) ^ np.asarray(part, dtype=np.uint64)
        return _scramble(bits + GOLDEN)


def uniform(bits: Array) -> Array:
    """Return numbers in [0, 1) of 64 mixed bits."""
    return (bits >> np.uint64(11)).astype(np.float64) * UNIT


def _scramble(bits: Array) -> Array:
    bits = (bits ^ (bits >> np.uint64(30))) * FIRST
    bits = (bits ^ (bits >> np.uint64(27))) * SECOND
    mixed: Array = bits ^ (bits >> np.uint64(31))
    return mixed


def run_seeds(batch_seed: int, runs: Array) -> Array:
    """Return the seed (R,) uint64 of each run of a batch; `play --seed` replays that very game."""
    return mix(np.uint64(batch_seed % 2**64), key("run"), runs)
