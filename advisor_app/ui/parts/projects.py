"""Life projects in words, from the trade's tables, in the present language."""

from advisor_app.domain.figures.values import InputType
from advisor_app.i18n import language
from advisor_app.playbooks.figures import figures
from advisor_app.playbooks.projects import life_projects


def project_names() -> dict[str, str]:
    """Every project's and occasion's name by code."""
    return {code: one.label.in_language(language()) for code, one in life_projects().items()}


def short_project_names() -> dict[str, str]:
    """The same in a word or two, for tags, table cells and the thread."""
    return {code: one.short.in_language(language()) for code, one in life_projects().items()}


def opening_question(code: str) -> str:
    """A question to open the conversation; empty without one."""
    project = life_projects().get(code)
    if project is None or not project.questions:
        return ""
    return project.questions[0].in_language(language())


def amount_labels() -> dict[str, str]:
    """What the figures' amounts are called, by input."""
    every = (rule for figure in figures().values() for rule in figure.inputs.values())
    return {
        rule.name: rule.label.in_language(language())
        for rule in every
        if rule.type is InputType.AMOUNT
    }
