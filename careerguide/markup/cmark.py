"""Convert Markdown to HTML by cmark, GitHub's parser, without its binding's leaks."""

import ctypes
import threading
from collections.abc import Callable

from cmarkgfm import cmark

EXTENSIONS = ("table", "strikethrough", "autolink")
_OPTIONS = cmark.Options.CMARK_OPT_UNSAFE  # raw HTML passes; nh3 is what makes it safe
# One tilde stands in ranges and formulas: "10~20" and "H~2~O" strike nothing.
_OPTIONS |= cmark.Options.CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
_POSITIONS = cmark.Options.CMARK_OPT_SOURCEPOS
_FOOTNOTES = cmark.Options.CMARK_OPT_FOOTNOTES


def _freer(library: str | None, name: str) -> Callable[[int], None]:
    try:
        function = getattr(ctypes.CDLL(library), name)
    except (AttributeError, OSError, TypeError):  # not exported, as on Windows
        return lambda address: None
    function.argtypes, function.restype = [ctypes.c_void_p], None
    return function


# cmarkgfm never frees the tree nor the HTML: 0.7 MB for each 9 kB text.
_free_tree = _freer(cmark._cmark.__file__, "cmark_node_free")
_free_html = _freer(None, "free")
# cmark keeps its table of special characters in a global, and runs without the GIL.
_lock = threading.Lock()


def to_html(text: str, footnotes: bool = False, positions: bool = False) -> str:
    """Return the HTML of a text.

    `positions` adds to blocks the lines that they come from.
    """
    options = _OPTIONS | _FOOTNOTES if footnotes else _OPTIONS
    options |= _POSITIONS if positions else 0
    lib, ffi = cmark._cmark.lib, cmark._cmark.ffi
    tree = html = ffi.NULL
    with _lock:
        cmark.core_extensions_ensure_registered()
        parser = cmark.parser_new(options)
        try:
            for name in EXTENSIONS:
                extension = cmark.find_syntax_extension(name)
                cmark.parser_attach_syntax_extension(parser, extension)
            cmark.parser_feed(parser, text)
            tree = cmark.parser_finish(parser)
            extensions = cmark.parser_get_syntax_extensions(parser)
            html = lib.cmark_render_html(tree, options, extensions)
            return ffi.string(html).decode()
        finally:
            _free_html(int(ffi.cast("uintptr_t", html)))
            _free_tree(int(ffi.cast("uintptr_t", tree)))
            cmark.parser_free(parser)
