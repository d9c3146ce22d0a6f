"""Whether a console takes ANSI sequences; only Windows has to be asked."""

import sys
from typing import TextIO


def accepts_ansi(stream: TextIO) -> bool:
    """Return whether a stream that calls itself a terminal is one, switching ANSI on.

    On Windows the null device calls itself a terminal, and older consoles show escape sequences
    as text until ``ENABLE_VIRTUAL_TERMINAL_PROCESSING`` is set (documented for SetConsoleMode).
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
