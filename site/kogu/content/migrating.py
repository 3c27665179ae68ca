"""How the first tables are made: many at once, since one at a time costs seconds."""

from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation, OperationCategory


class CreateModels(Operation):
    """Create several models' tables, rendering the state of all models once.

    Django renders every model that leads to a page anew after each `CreateModel`; here nearly
    all do, and eighty tables would cost more than everything else in `migrate`.
    """

    category = OperationCategory.ADDITION
    serialization_expand_args = ["models"]

    def __init__(self, models):
        self.models: list[CreateModel] = models

    def deconstruct(self):
        return (self.__class__.__qualname__, [], {"models": self.models})

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)
        for model in self.models:
            model.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for model in self.models:
            model.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for model in reversed(self.models):
            model.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return f"Create {len(self.models)} models: {', '.join(each.name for each in self.models)}"
