"""What the rules of a programme say today, inherited parts included: for staff, in the editor."""

from wagtail.admin.panels import Panel


class RulesInForcePanel(Panel):
    """The published rules in words, above the rows that an editor changes."""

    class BoundPanel(Panel.BoundPanel):
        """The panel of one programme."""

        template_name = "wagtailadmin/panels/rules_in_force.html"

        def is_shown(self):
            """Once there is a programme whose rules can be in force."""
            return super().is_shown() and bool(self.instance.pk)
