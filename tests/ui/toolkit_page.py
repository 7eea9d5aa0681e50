"""A page with one of each control, driven like any other: for tests of the toolkit alone."""

from game.ui.layout import Box
from game.ui.screen import Screen
from game.ui.testing import Driver
from game.ui.widgets import Button, Choice, Choices, Field, Panel, Row, Rows, Slider


class Page(Screen):
    """Some controls; `done` notes what they were asked to do."""

    def __init__(self):
        self.done = []
        self.values = {"field": "", "area": "", "slider": 50, "tab": "one"}
        self.extra = []

    def build(self, stage):
        values = self.values

        def changed(name):
            return lambda value: values.__setitem__(name, value)

        field = Field("field", Box(16, 60, 200, 32), "Field", values["field"])
        field.changed = changed("field")
        area = Field("area", Box(16, 100, 200, 76), "Area", values["area"], area=True)
        area.changed = changed("area")
        slider = Slider("slider", Box(16, 190, 200, 28), "Slider", number=values["slider"])
        slider.changed = changed("slider")
        tabs = Choices("tabs", Box(16, 230, 200, 28), "Tabs", chosen=values["tab"])
        tabs.items = [Choice("one", "One"), Choice("two", "Two"), Choice("three", "Three")]
        tabs.choose = changed("tab")
        button = Button("button", Box(16, 20, 100, 32), "Do it", icon="send")
        button.press = lambda: self.done.append("button")
        left = Panel("left", Box(8, 8, 300, 300), children=[button, field, area, slider, tabs])
        rows = Rows("rows", Box(330, 20, 200, 200), "Rows", finds=True, choose=self.done.append)
        rows.rows = [Row(str(n), f"Row {n}", 32, lambda *_: None) for n in range(10_000)]
        return [left, Panel("right", Box(320, 8, 300, 300), children=[rows]), *self.extra]


def driver(screen=None, *, size=(640, 360), scale=1.0):
    """A person in front of a page that belongs to no game."""
    page = screen or Page()
    made = Driver(screen=page, size=size, scale=scale)
    made.page = page
    return made
