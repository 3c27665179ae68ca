"""Wagtail's choosers start themselves by an inline script; here it carries the nonce."""

from django.template.loader import render_to_string
from wagtail.admin.widgets import BaseChooser


def carry_nonce():
    """Lets every chooser of the admin run under our script policy."""
    BaseChooser.render = _render


def _render(self, name, value, attrs=None, renderer=None):
    """As Wagtail's, with the nonce on the script, and no text able to end the script early."""
    if not (attrs or {}).get("id"):
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
