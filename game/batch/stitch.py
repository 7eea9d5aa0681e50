"""Parquet files of one schema made into one, by copying their bytes and joining their footers.

Why not by a query: to read and write again a million rows of 1,500 columns took half as long as
playing the games, and memory that grew with the number of files. Here row groups are copied as
they are. Only where they lie changes, and that is said in the footer: a struct in the compact
protocol of Apache Thrift, laid down in `parquet.thrift` of the Parquet format.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

MAGIC = b"PAR1"  # at both ends of a file; before the last, the length of the footer in four bytes
TAIL = 4 + len(MAGIC)
CHUNK = 1 << 20

BOOLEANS = (1, 2)
BYTE, DOUBLE, BINARY, LIST, SET, STRUCT = 3, 7, 8, 9, 10, 12
LONG = 15  # a list of so many or more says its length after its header

SCHEMA, ROWS, GROUPS = 2, 3, 4  # fields of the whole footer, a FileMetaData

# Fields that say where something lies, and fields that hold structs with such fields.
PLACES = {"RowGroup": (5,), "ColumnChunk": (2, 4, 6), "ColumnMetaData": (9, 10, 11, 14)}
INSIDE = {"RowGroup": (1, "ColumnChunk"), "ColumnChunk": (3, "ColumnMetaData")}


@dataclass(slots=True)
class Compact:
    """Bytes in the compact protocol, being read."""

    data: bytes
    at: int = 0

    def number(self) -> int:
        """Read a whole number, seven bits a byte, its sign in the lowest bit."""
        value = self.count()
        return (value >> 1) ^ -(value & 1)

    def count(self) -> int:
        """Read a whole number without a sign."""
        value = shift = 0
        while (byte := self.data[self.at]) > 0x7F:
            value |= (byte & 0x7F) << shift
            shift += 7
            self.at += 1
        self.at += 1
        return value | byte << shift

    def fields(self) -> Iterator[tuple[int, int]]:
        """Yield number and type of each field of a struct; whoever asks reads the values."""
        number = 0
        while header := self.data[self.at]:
            self.at += 1
            number = number + (header >> 4) if header >> 4 else self.number()
            yield number, header & 0x0F
        self.at += 1

    def items(self) -> tuple[int, int]:
        """Read the header of a list: how many it holds, and of what type."""
        header = self.data[self.at]
        self.at += 1
        return (self.count() if header >> 4 == LONG else header >> 4), header & 0x0F

    def skip(self, kind: int) -> None:
        """Read a value and forget it."""
        if kind == BINARY:
            length = self.count()
            self.at += length
        elif kind == STRUCT:
            for _, inner in self.fields():
                self.skip(inner)
        elif kind in (LIST, SET):
            many, inner = self.items()
            for _ in range(many):
                self.skip(BYTE if inner in BOOLEANS else inner)
        elif kind in (BYTE, DOUBLE):
            self.at += 1 if kind == BYTE else 8
        elif kind not in BOOLEANS:  # those stand in the header of their field
            self.count()

    def moved(self, name: str, by: int) -> bytes:
        """Read a struct and return it as it is if all lies `by` bytes further on."""
        out, copied = bytearray(), self.at
        holder, inside = INSIDE.get(name, (0, ""))
        for field, kind in self.fields():
            if field in PLACES[name]:
                out += self.data[copied : self.at]
                place = self.number()
                out += number(place + by if place else 0)  # 0 says that it is not told
            elif field == holder:
                many = self.items()[0] if kind == LIST else 1
                out += self.data[copied : self.at]
                for _ in range(many):
                    out += self.moved(inside, by)
            else:
                self.skip(kind)
                continue
            copied = self.at
        return bytes(out + self.data[copied : self.at])


def number(value: int) -> bytes:
    """Write a whole number with its sign."""
    return count(value << 1 if value >= 0 else (-value << 1) - 1)


def count(value: int) -> bytes:
    """Write a whole number without a sign."""
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def stitch(parts: Sequence[Path], path: Path) -> None:
    """Write the rows of some files to one, in the order of the files.

    Raises:
        ValueError: the files have not the same columns, or are no Parquet files.
    """
    rows, groups = 0, list[bytes]()
    first: dict[int, tuple[int, bytes]] = {}
    with path.open("wb") as out:
        out.write(MAGIC)
        for part in parts:
            with part.open("rb") as file:
                data = _footer(file, part)
                fields, mine = _fields(data, by=out.tell() - len(MAGIC))
                first = first or fields
                if fields[SCHEMA] != first[SCHEMA]:
                    raise ValueError(f"{part} has other columns than {parts[0]}")
                rows += Compact(fields[ROWS][1]).number()
                groups += mine
                _copy(file, out)
        footer = _joined(first, rows, groups)
        out.write(footer + len(footer).to_bytes(4, "little") + MAGIC)


def is_whole(path: Path) -> bool:
    """Whether a file is there from its first bytes to its last."""
    if not path.is_file() or path.stat().st_size < TAIL + len(MAGIC):
        return False
    with path.open("rb") as file:
        begins = file.read(len(MAGIC)) == MAGIC
        file.seek(-len(MAGIC), os.SEEK_END)
        return begins and file.read() == MAGIC


def _footer(file: BinaryIO, path: Path) -> bytes:
    """Read the footer of a file, which is left standing there."""
    end = file.seek(-TAIL, os.SEEK_END)
    length, magic = int.from_bytes(file.read(4), "little"), file.read()
    if magic != MAGIC or length > end:
        raise ValueError(f"{path} is no whole Parquet file")
    file.seek(end - length)
    footer = file.read(length)
    file.seek(end - length)
    return footer


def _fields(footer: bytes, by: int) -> tuple[dict[int, tuple[int, bytes]], list[bytes]]:
    """The fields of a footer by number, type and bytes of each; its row groups lying `by` on."""
    reader, found, groups = Compact(footer), {}, list[bytes]()
    for field, kind in reader.fields():
        begins = reader.at
        if field == GROUPS:  # the bulk of it: read once
            groups = [reader.moved("RowGroup", by) for _ in range(reader.items()[0])]
            found[field] = (kind, b"")
            continue
        reader.skip(kind)
        found[field] = (kind, footer[begins : reader.at])
    return found, groups


def _copy(file: BinaryIO, out: BinaryIO) -> None:
    """Copy what stands before the footer, which begins here, without the file's first sign."""
    left = file.tell() - len(MAGIC)
    file.seek(len(MAGIC))
    while left:
        chunk = file.read(min(left, CHUNK))
        out.write(chunk)
        left -= len(chunk)


def _joined(fields: dict[int, tuple[int, bytes]], rows: int, groups: list[bytes]) -> bytes:
    """A footer like the first one, with all row groups and rows."""
    head = bytes([LONG << 4 | STRUCT]) + count(len(groups))
    changed = {ROWS: number(rows), GROUPS: head + b"".join(groups)}
    out, last = bytearray(), 0
    for field, (kind, value) in sorted(fields.items()):
        out.append(field - last << 4 | kind)
        out += changed.get(field, value)
        last = field
    return bytes(out) + b"\0"
