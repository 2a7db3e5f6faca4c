"""The sheet by fpdf2, as its manual draws: fonts added, then shapes and texts where they stand."""

import contextlib
from collections.abc import Callable

from fpdf import FPDF
from peer_marks import Page, Pen, Shape, sheet_pages

from advisor_app.resources import resource_folder


def maker() -> Callable[[], bytes]:
    pages = sheet_pages()
    faces = sorted({words.face for texts, _shapes in pages for words in texts})
    return lambda: make(pages, faces)


def make(pages: tuple[Page, ...], faces: list[str]) -> bytes:
    pdf = FPDF(unit="pt", format="A4")
    pdf.set_auto_page_break(auto=False)
    for face in faces:
        pdf.add_font(face, fname=resource_folder() / "fonts" / f"{face}.ttf")
    for texts, shapes in pages:
        pdf.add_page()
        with contextlib.ExitStack() as clips:
            pen = Pen()
            for shape in shapes:
                take(pdf, pen, shape.pen)
                pen = shape.pen
                draw(pdf, shape, clips)
        for words in texts:
            pdf.set_font(words.face, size=words.size)
            pdf.set_text_color(round(words.grey * 255))
            pdf.text(words.x, words.y, words.text)
    return bytes(pdf.output())


def take(pdf: FPDF, old: Pen, new: Pen) -> None:
    """Set what changes."""
    if new.thickness != old.thickness:
        pdf.set_line_width(new.thickness)
    if new.edge != old.edge:
        pdf.set_draw_color(round(new.edge * 255))
    if new.fill != old.fill:
        pdf.set_fill_color(round(new.fill * 255))
    if new.dash != old.dash:
        # It takes a dash of no length, a dot where ends are round, for an unbroken line.
        pdf.set_dash_pattern(*(max(one, 0.01) for one in new.dash))
    if new.round_ends != old.round_ends:
        pdf._out(f"{int(new.round_ends)} J")  # it knows round ends only in its drawings


def draw(pdf: FPDF, shape: Shape, clips: contextlib.ExitStack) -> None:
    style = "D" * shape.stroke + "F" * shape.fill
    match shape.kind, shape.numbers:
        case "line", numbers:
            pdf.line(*numbers)
        case "box", (x, y, room, high, radius):
            rounded = {"round_corners": True, "corner_radius": radius} if radius else {}
            pdf.rect(x, y, room, high, style=style, **rounded)
        case "disc", (x, y, radius):
            pdf.ellipse(x - radius, y - radius, 2 * radius, 2 * radius, style=style)
        case "curve", numbers:
            pdf.bezier(list(zip(numbers[::2], numbers[1::2], strict=True)), style="D")
        case "corners", numbers:
            pdf.polygon(list(zip(numbers[::2], numbers[1::2], strict=True)), style=style)
        case "clip", (x, y, room, high):
            clips.close()
            if room:
                clips.enter_context(pdf.rect_clip(x, y, room, high))
