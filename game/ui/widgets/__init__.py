"""The controls every page is made of; each is a finished class over `base.Widget`."""

from game.ui.widgets.base import Group, Look, Paint, Widget
from game.ui.widgets.button import Button, Choice, Choices
from game.ui.widgets.dropdown import DropDown, DropFrame, Option
from game.ui.widgets.field import Field
from game.ui.widgets.figure import Figure, dotted
from game.ui.widgets.gauge import gauge
from game.ui.widgets.panel import Panel, Scroller, Text, tag
from game.ui.widgets.rows import ListState, Row, RowLook, Rows
from game.ui.widgets.slider import Slider

__all__ = [
    "Button",
    "Choice",
    "Choices",
    "DropDown",
    "DropFrame",
    "Field",
    "Figure",
    "Group",
    "ListState",
    "Look",
    "Option",
    "Paint",
    "Panel",
    "Row",
    "RowLook",
    "Rows",
    "Scroller",
    "Slider",
    "Text",
    "Widget",
    "dotted",
    "gauge",
    "tag",
]
