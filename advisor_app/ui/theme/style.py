"""Fusion, with the house's fields, boxes, radio buttons and focus ring."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionSlider,
    QWidget,
)

from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.controls import (
    draw_check,
    draw_chevron,
    draw_field,
    draw_radio,
    draw_ring,
    draw_thumb,
    draw_wrong,
    scroll_part,
)
from advisor_app.ui.theme.described import describe
from advisor_app.ui.theme.menu_entries import choose_entry, draw_ground, draw_line, is_entry
from advisor_app.ui.theme.tokens import Colors

_PE = QStyle.PrimitiveElement
_CE = QStyle.ControlElement
_PM = QStyle.PixelMetric
_LIST_LIKE = {QStyle.ComplexControl.CC_ComboBox, QStyle.ComplexControl.CC_SpinBox}
_INDICATORS = {
    _PM.PM_IndicatorWidth,
    _PM.PM_IndicatorHeight,
    _PM.PM_ExclusiveIndicatorWidth,
    _PM.PM_ExclusiveIndicatorHeight,
    _PM.PM_LineEditIconSize,
}
_METRICS: dict[QStyle.PixelMetric, int] = {
    _PM.PM_FocusFrameHMargin: sizes.RING + sizes.RING_GAP,
    _PM.PM_FocusFrameVMargin: sizes.RING + sizes.RING_GAP,
    _PM.PM_ScrollBarExtent: sizes.S,
    _PM.PM_ToolTipLabelFrameWidth: sizes.XS + 2,
    # Air around the entries of a menu.
    _PM.PM_MenuHMargin: sizes.XS,
    _PM.PM_MenuVMargin: sizes.XS,
    _PM.PM_CheckBoxLabelSpacing: sizes.S,
    # Fusion's own, but asked for some twenty times at every key in a field.
    _PM.PM_LineEditIconMargin: sizes.XS,
}


class HouseStyle(QProxyStyle):
    """What Fusion draws, except where DESIGN.md section 3 draws otherwise."""

    def __init__(self, colors: Callable[[], Colors]) -> None:
        super().__init__("Fusion")
        self._colors = colors

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """The sizes of boxes, icons in fields, ring and scroll bars."""
        if metric in _INDICATORS:
            return sizes.ICON
        if metric in _METRICS:
            return _METRICS[metric]
        return super().pixelMetric(metric, option, widget)

    def polish(self, thing: object) -> None:
        """Every control that shows is described by what it stands in, unless it says more."""
        super().polish(thing)  # type: ignore[call-overload] # whichever of the three it is
        if isinstance(thing, QWidget) and thing.focusPolicy() & Qt.FocusPolicy.TabFocus:
            describe(thing)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 Qt's name
    ) -> int:
        """Tooltips after 600 ms; the ring lies over what is around, so that no parent cuts it."""
        if hint is QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint is QStyle.StyleHint.SH_ToolTip_WakeUpDelay:
            return sizes.TOOLTIP_MS
        return super().styleHint(hint, option, widget, returnData)

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        """Entries of a menu as high as a pointer needs (DESIGN.md, section 2)."""
        needed = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type] # Qt takes no widget as well
        if kind is QStyle.ContentsType.CT_MenuItem and is_entry(option):
            return needed.expandedTo(QSize(0, sizes.CONTROL_SMALL))
        return needed

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Fields, check boxes and radio buttons; no dotted focus rectangle, the ring says it."""
        match element:
            case _PE.PE_FrameFocusRect:
                return
            case _PE.PE_PanelLineEdit if widget is None or widget.property("frame") is not False:
                draw_field(painter, option.rect, option, self._colors())
                if widget is not None and widget.property("wrong"):
                    draw_wrong(painter, option.rect, self._colors())
            case _PE.PE_IndicatorCheckBox | _PE.PE_IndicatorItemViewItemCheck:
                draw_check(painter, option.rect, option.state, self._colors())
            case _PE.PE_PanelMenu:
                draw_ground(painter, option, self._colors())
            case _PE.PE_IndicatorRadioButton:
                draw_radio(painter, option.rect, option.state, self._colors())
            case _:
                super().drawPrimitive(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Lists and dates look like fields, with a chevron instead of a button."""
        if control in _LIST_LIKE:
            draw_field(painter, option.rect, option, self._colors())
            if control is QStyle.ComplexControl.CC_SpinBox:
                return
            draw_chevron(painter, option.rect, self._colors().text2)
            return
        if control is QStyle.ComplexControl.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            thumb = self.subControlRect(
                control, option, QStyle.SubControl.SC_ScrollBarSlider, widget
            )
            draw_thumb(painter, thumb, self._colors())
            return
        super().drawComplexControl(control, option, painter, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """Scroll bars without buttons: the groove is the whole of them."""
        if control is QStyle.ComplexControl.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            return scroll_part(option, part)
        rect = super().subControlRect(control, option, part, widget)  # type: ignore[arg-type] # Qt takes no widget as well
        if part is QStyle.SubControl.SC_ComboBoxEditField:
            rect.adjust(sizes.S - 2, 0, 0, 0)
        return rect

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """The focus ring, outside of what has the focus; the chosen entry of a menu, rounded."""
        if element is _CE.CE_FocusFrame:
            draw_ring(painter, option.rect, self._colors())
            return
        if element is _CE.CE_ShapedFrame and isinstance(widget, QPlainTextEdit):
            draw_field(painter, option.rect, option, self._colors())
            return
        if element is _CE.CE_MenuItem:
            if not is_entry(option):
                draw_line(painter, option, self._colors())
                return
            option = choose_entry(painter, option, self._colors())
        super().drawControl(element, option, painter, widget)
