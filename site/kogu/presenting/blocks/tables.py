"""A table whose words a translator can reach."""

from django.utils.translation import gettext_lazy as _
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock
from wagtail_localize.segments import StringSegmentValue


class WordsTableBlock(TypedTableBlock):
    """Columns and rows of plain words; wagtail-localize sees no words in Wagtail's own tables.

    Cells that are whole numbers are the same in every language.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "text" in self.child_blocks:
            # An argument of the block would be written into the migrations of each page.
            self.child_blocks["text"].label = _("Text")

    def get_translatable_segments(self, value):
        """Headings and cells, each by where it stands."""
        return [StringSegmentValue(place, words) for place, words in _places(value)]

    def restore_translated_segments(self, value, segments):
        """The table with what was translated in its place."""
        translated = {segment.path: segment.render_text() for segment in segments}
        columns = [
            {**column, "heading": translated.get(f"heading-{n}", column["heading"])}
            for n, column in enumerate(value.columns)
        ]
        rows = [
            {
                "values": [
                    translated.get(f"cell-{r}-{c}", cell) for c, cell in enumerate(row["values"])
                ]
            }
            for r, row in enumerate(value.row_data)
        ]
        return TypedTable(columns, rows, value.caption)


def _places(table):
    for n, column in enumerate(table.columns):
        yield f"heading-{n}", column["heading"]
    for r, row in enumerate(table.row_data):
        for c, cell in enumerate(row["values"]):
            if cell and not str(cell).isdigit():
                yield f"cell-{r}-{c}", cell
