"""What may be written down about a bug: where it happened, never with which values."""

import traceback


def outline(error: BaseException) -> str:
    """The kinds of the error and its causes, and their lines of code; no message, no value.

    Messages are left out because they carry values: a driver's names the row that it choked on.
    """
    parts = []
    fault: BaseException | None = error
    while fault is not None:
        parts.append(f"{type(fault).__module__}.{type(fault).__qualname__}")
        parts += [
            f"  {frame.name} ({frame.filename}:{frame.lineno})"
            for frame in traceback.extract_tb(fault.__traceback__)
        ]
        fault = fault.__cause__ or fault.__context__
    return "\n".join(parts)
