"""What the rules of a programme say today, inherited parts included: for staff, in the editor."""

from wagtail.admin.panels import Panel

from kogu.base.reading import Reader


class RulesInForcePanel(Panel):
    """The published rules in words, above the rows that an editor changes."""

    class BoundPanel(Panel.BoundPanel):
        """The panel of one programme."""

        template_name = "wagtailadmin/panels/rules_in_force.html"

        def is_shown(self):
            """Once there is a programme whose rules can be in force."""
            return super().is_shown() and bool(self.instance.pk)

        def get_context_data(self, parent_context=None):
            """The rules, in the language of the page."""
            from directory.presenters.programme_rules import rules_view

            reader = Reader(self.instance.locale.language_code)
            rules = rules_view(self.instance, reader)
            return {**super().get_context_data(parent_context), "rules": rules}
