"""The sheet by WeasyPrint: HTML with each text at its place, and the shapes of a page as one SVG."""

import io
from collections.abc import Callable
from html import escape

from peer_marks import Page, Shape, Words, sheet_pages
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from advisor_app.resources import resource_folder

WIDTH, HEIGHT = 595.28, 841.89
# Where the baseline is in a line as high as its letters, of Inter and of Source Serif.
BASELINE = 0.86


def maker() -> Callable[[], bytes]:
    pages = sheet_pages()
    faces = sorted({words.face for texts, _shapes in pages for words in texts})
    fonts = FontConfiguration()
    style = CSS(string=css(faces), font_config=fonts)
    return lambda: make(pages, style, fonts)


def css(faces: list[str]) -> str:
    rules = [
        f"@font-face {{ font-family: '{face}';"
        f" src: url('{(resource_folder() / 'fonts' / f'{face}.ttf').as_uri()}') }}"
        for face in faces
    ]
    rules += [
        f"@page {{ size: {WIDTH}pt {HEIGHT}pt; margin: 0 }}",
        "body { margin: 0 }",
        f"div {{ position: relative; width: {WIDTH}pt; height: {HEIGHT}pt; break-after: page }}",
        "div:last-child { break-after: auto }",
        "svg { position: absolute; left: 0; top: 0 }",
        "span { position: absolute; white-space: pre; line-height: 1 }",
    ]
    return "\n".join(rules)


def make(pages: tuple[Page, ...], style: CSS, fonts: FontConfiguration) -> bytes:
    out = io.BytesIO()
    body = "".join(
        f"<div>{svg(shapes)}{''.join(map(span, texts))}</div>" for texts, shapes in pages
    )
    html = f"<html lang='fr'><title>Fiche</title><body>{body}</body></html>"
    HTML(string=html).write_pdf(out, stylesheets=[style], font_config=fonts)
    return out.getvalue()


def span(words: Words) -> str:
    grey = round(words.grey * 255)
    top = words.y - BASELINE * words.size
    return (
        f"<span style=\"left: {words.x:.2f}pt; top: {top:.2f}pt; font: {words.size}pt '{words.face}';"
        f' line-height: 1; color: rgb({grey}, {grey}, {grey})">{escape(words.text)}</span>'
    )


def svg(shapes: list[Shape]) -> str:
    parts, clip = [], ""
    for number, shape in enumerate(shapes):
        if shape.kind == "clip":
            clip = ""
            if shape.numbers[2]:
                clip = f' clip-path="url(#c{number})"'
                parts.append(f'<clipPath id="c{number}">{drawn(shape)}/></clipPath>')
        else:
            parts.append(f"{drawn(shape)}{manner(shape)}{clip}/>")
    size = f'width="{WIDTH}pt" height="{HEIGHT}pt" viewBox="0 0 {WIDTH} {HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>'


def drawn(shape: Shape) -> str:
    match shape.kind, shape.numbers:
        case "line", (x, y, to_x, to_y):
            return f'<path d="M{x:.2f} {y:.2f}L{to_x:.2f} {to_y:.2f}"'
        case "disc", (x, y, radius):
            return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius}"'
        case "curve", (x, y, *others):
            return f'<path d="M{x:.2f} {y:.2f}C{" ".join(f"{one:.2f}" for one in others)}"'
        case "corners", numbers:
            return f'<path d="M{" ".join(f"{one:.2f}" for one in numbers)}Z"'
        case _, (x, y, room, high, *radius):
            place = f'x="{x:.2f}" y="{y:.2f}" width="{room:.2f}" height="{high:.2f}"'
            return f'<rect {place} rx="{radius[0] if radius else 0}"'
    raise ValueError(shape.kind)


def manner(shape: Shape) -> str:
    pen = shape.pen
    words = [f' fill="{grey(pen.fill) if shape.fill else "none"}"']
    if shape.stroke:
        words.append(f' stroke="{grey(pen.edge)}" stroke-width="{pen.thickness}"')
        if pen.dash:
            words.append(f' stroke-dasharray="{" ".join(map(str, pen.dash))}"')
        if pen.round_ends:
            words.append(' stroke-linecap="round"')
    return "".join(words)


def grey(value: float) -> str:
    return f"#{round(value * 255):02x}" + f"{round(value * 255):02x}" * 2
