"""Detection of ANSI support, which only Windows consoles may lack."""

import sys
from typing import TextIO


def accepts_ansi(stream: TextIO) -> bool:
    """Enable ANSI sequences for a terminal; return false if the stream is not a console.

    On Windows ``isatty`` is true for the null device, and older consoles show escape sequences as
    text until ``ENABLE_VIRTUAL_TERMINAL_PROCESSING`` is set (documented for SetConsoleMode).
    """
    if sys.platform == "win32":
        import ctypes
        import msvcrt

        kernel32 = ctypes.windll.kernel32
        handle = ctypes.c_void_p(msvcrt.get_osfhandle(stream.fileno()))
        mode = ctypes.c_ulong()
        if not kernel32.GetConsoleMode(handle, ctypes.byref(mode)):
            return False
        virtual_terminal = 0x0004
        is_input = stream.readable()
        return is_input or bool(kernel32.SetConsoleMode(handle, mode.value | virtual_terminal))
    return True
