"""A project's figures beside its editor: inputs as they are typed, results to the cent at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.figures.computing import compute, figures_of
from advisor_app.domain.figures.reading import read_inputs
from advisor_app.domain.figures.values import (
    Figure,
    FigureAnswer,
    FigureResult,
    InputRule,
    InputType,
    InputValue,
    MissingInputs,
)
from advisor_app.i18n import _, language
from advisor_app.i18n.figure_wording import input_label, misfit_words, output_words
from advisor_app.i18n.formats import plain_date
from advisor_app.i18n.typed import input_text, typed_input
from advisor_app.playbooks.figures import figure_tables
from advisor_app.playbooks.projects import life_projects
from advisor_app.ui.parts.fields import Choice, Field, Labelled
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_PAUSE_MS = 60
_MOST_OUTPUTS = 3
# These come from the files of the bank, and are changed there.
_FROM_ELSEWHERE = frozenset({InputType.GIFTS, InputType.CONTRACTS})


@dataclass(frozen=True, slots=True)
class Known:
    """What the figures may start from besides the project's own inputs, where and on which day."""

    on: date
    country: str = "FR"
    currency: str = "EUR"
    inputs: Mapping[str, InputValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure on the screen: its values, or what it waits for."""

    label: str
    values: tuple[tuple[str, str], ...]
    lack: str


def figure_lines(code: str, texts: Mapping[str, str], known: Known) -> tuple[FigureLine, ...]:
    """A project's figures from what was typed, which beats what is known otherwise."""
    tables = figure_tables()
    inputs = {**known.inputs, **read_inputs(texts, tables.figures)}
    return tuple(
        _line(figure, compute(figure.code, inputs, tables, known.country, known.on), known)
        for figure in project_figures(code, known.country)
    )


def project_figures(code: str, country: str) -> tuple[Figure, ...]:
    """The figures of a kind of project that mean something in a country."""
    project = life_projects().get(code)
    return () if project is None else figures_of(project.figures, country, figure_tables())


def _line(figure: Figure, answer: FigureAnswer, known: Known) -> FigureLine:
    label = figure.label.in_language(language())
    if isinstance(answer, FigureResult):
        values = tuple(
            (
                figure.outputs[one.name].label.in_language(language()),
                output_words(one, figure.outputs[one.name], known.currency),
            )
            for one in answer.outputs[:_MOST_OUTPUTS]
        )
        return FigureLine(label, values, "")
    if isinstance(answer, MissingInputs):
        names = [figure.inputs[name].label.in_language(language()) for name in answer.inputs]
        lack = _("To be known: {inputs}").format(inputs=", ".join(names)) if names else ""
        return FigureLine(label, (), lack or _("A legal value is not known for this day."))
    rule = figure.inputs.get(answer.input) or next(iter(figure.inputs.values()))
    return FigureLine(label, (), misfit_words(rule, answer.why))


def asked_inputs(code: str, country: str) -> tuple[InputRule, ...]:
    """What may be typed for the figures of a kind of project, each once, in the figures' order."""
    found: dict[str, InputRule] = {}
    for figure in project_figures(code, country):
        for rule in figure.inputs.values():
            if rule.type not in _FROM_ELSEWHERE:
                found.setdefault(rule.name, rule)
    return tuple(found.values())


class FiguresPanel(QWidget):
    """Inputs at the left, results at the right; inputs of another kind of project are kept."""

    def __init__(self, known: Known, texts: Mapping[str, str]) -> None:
        super().__init__()
        self._known = known
        self._texts = dict(texts)
        self._code = ""
        self._fields: dict[str, Field | Choice] = {}
        self._inputs, self._results = Scroll(), Scroll()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.compute)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(sizes.XL)
        grid.addWidget(Text(_("What the figures start from"), Type.H3, wrap=True), 0, 0)
        grid.addWidget(Text(_("Figures"), Type.H3), 0, 1)
        grid.addWidget(self._inputs, 1, 0)
        grid.addWidget(self._results, 1, 1)
        grid.setRowStretch(1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def texts(self) -> dict[str, str]:
        """Every input as the store keeps it."""
        rules = {rule.name: rule for rule in asked_inputs(self._code, self._known.country)}
        typed = {name: _kept(rules[name], field) for name, field in self._fields.items()}
        return {name: text for name, text in (self._texts | typed).items() if text}

    def show_project(self, code: str) -> None:
        """Ask what the figures of another kind of project need."""
        self._texts = self.texts()
        self._code = code
        rules = asked_inputs(code, self._known.country)
        self._fields = {rule.name: self._field(rule) for rule in rules}
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(sizes.XS, sizes.XS, sizes.M, sizes.XS)
        for rule in rules:
            column.addWidget(Labelled(input_label(rule), self._fields[rule.name], wraps=True))
        if not rules:
            nothing = _("This project has no figure to compute.")
            column.addWidget(Text(nothing, Type.SMALL, Tone.HINT, wrap=True))
        column.addStretch(1)
        self._inputs.hold(whole)
        self.compute()

    def compute(self) -> None:
        """Show what follows from what stands in the fields now."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(sizes.XS, sizes.XS, sizes.XS, sizes.XS)
        column.setSpacing(sizes.XS)
        for line in figure_lines(self._code, self.texts(), self._known):
            add_figure(column, line)
        column.addWidget(Text(indicative(self._known.on), Type.CAPTION, Tone.HINT, wrap=True))
        column.addStretch(1)
        place = self._results.verticalScrollBar().value()
        self._results.hold(whole)
        self._results.verticalScrollBar().setValue(place)

    def _field(self, rule: InputRule) -> Field | Choice:
        kept = self._texts.get(rule.name, "")
        if rule.type in (InputType.YES_NO, InputType.CHOICE):
            entries: list[tuple[str, object]] = [(_("Not known"), "")]
            if rule.type is InputType.YES_NO:
                entries += [(_("Yes"), "yes"), (_("No"), "no")]
            else:
                entries += [(code, code) for code in rule.choices]
            choice = Choice(entries)
            choice.choose(kept)
            choice.currentIndexChanged.connect(lambda: self._timer.start(_PAUSE_MS))
            return choice
        field = Field(typed_input(rule, kept) if kept else "", hint=self._hint(rule))
        field.textChanged.connect(lambda: self._timer.start(_PAUSE_MS))
        return field

    def _hint(self, rule: InputRule) -> str:
        """What is known already of the client, and holds while nothing is typed."""
        for name in (rule.name, *rule.also):
            if name in self._known.inputs:
                value = self._known.inputs[name]
                shown = typed_input(rule, str(value))
                return _("Known: {value}").format(value=shown)
        return ""


def add_figure(column: QVBoxLayout, line: FigureLine) -> None:
    """Put one figure into a column: its name and first value, the others below, or what lacks."""
    head = QHBoxLayout()
    head.setSpacing(sizes.M)
    head.addWidget(Text(line.label, Type.SMALL_MEDIUM, wrap=True), 1, Qt.AlignmentFlag.AlignTop)
    if line.values:
        first = Text(line.values[0][1], Type.BODY_STRONG)
        head.addWidget(first, 0, Qt.AlignmentFlag.AlignTop)
    column.addLayout(head)
    rest = [
        _("{label}: {value}").format(label=label, value=value) for label, value in line.values[1:]
    ]
    for words in (" · ".join(rest), line.lack):
        if words:
            column.addWidget(Text(words, Type.CAPTION, Tone.HINT, wrap=True))
    column.addSpacing(sizes.XS)


def indicative(on: date) -> str:
    """What every figure carries: it is indicative, and of a day."""
    return _("Indicative, on {day}.").format(day=plain_date(on))


def _kept(rule: InputRule, field: Field | Choice) -> str:
    if isinstance(field, Choice):
        return str(field.value() or "")
    return input_text(rule, field.text())
