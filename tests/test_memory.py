"""What is free goes back to the system, where the C library can."""

from __future__ import annotations

import ctypes
import platform

from core import memory

MEGABYTE = 1 << 20
PIECE = 16 << 10
"""Bytes; so small that no piece is mapped on its own."""


def resident() -> int:
    """Bytes of memory that this process has."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * 4096


def test_freed_memory_is_given_back():
    if platform.libc_ver()[0] != "glibc":
        assert memory.give_back() is False
        return
    libc = ctypes.CDLL(None)
    libc.malloc.restype, libc.malloc.argtypes, libc.free.argtypes = ctypes.c_void_p, [ctypes.c_size_t], [ctypes.c_void_p]
    pieces = [libc.malloc(PIECE) for _ in range(4000)]
    last = libc.malloc(PIECE)  # behind them and in use: of itself the allocator keeps what lies before it
    for piece in pieces:
        ctypes.memset(piece, 1, PIECE)
        libc.free(piece)
    before = resident()
    assert memory.give_back()
    assert before - resident() > 40 * MEGABYTE
    libc.free(last)


def test_without_glibc_nothing_is_done(monkeypatch):
    monkeypatch.setattr(memory, "_trim", lambda: None)
    assert memory.give_back() is False
