"""Wagtail's choosers start themselves by an inline script; here it carries the nonce."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail.admin.widgets import BaseChooser

from kogu.patches import replace


def carry_nonce() -> None:
    """Lets every chooser of the admin run under our script policy."""
    replace(BaseChooser, "render", _render)


def _render(
    self: BaseChooser,
    name: str,
    value: Any,
    attrs: dict[str, Any] | None = None,
    renderer: Any = None,
) -> SafeString:
    """As Wagtail's, with the nonce on the script, and no text able to end the script early."""
    if not attrs or not attrs.get("id"):
        raise TypeError("BaseChooser cannot be rendered without an 'id' attribute")
    value_data = self.get_value_data(value)
    js = self.render_js_init(attrs["id"], name, value_data)
    return render_to_string(
        "wagtailadmin/widgets/chooser_with_script.html",
        {
            "widget_html": self.render_html(name, value_data, attrs),
            "js": js.replace("<", "\\u003c"),
        },
    )
