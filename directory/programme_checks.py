"""What is missing before a programme may be published: words for statements and emblems."""

from django.utils.translation import gettext as _

from kogu.content.completeness import Problem
from kogu.media.pictures import images_with_texts


def problems_of(programme):
    """Everything that publishing the programme waits for."""
    return [
        *_statement_problems(programme),
        *_emblem_problems(programme),
        *_row_problems(programme),
    ]


def _statement_problems(programme):
    return [
        Problem(
            "statements",
            _("The statement for “%(placement)s” is missing in this language.")
            % {"placement": row.get_placement_display()},
        )
        for row in programme.statements.all()
        if not row.statement.strip() and not row.disclaimer.strip()
    ]


def _emblem_problems(programme):
    language = programme.locale.language_code
    rows = programme.emblems.all()
    images = images_with_texts((row.image_id for row in rows), language)
    problems = []
    for row in rows:
        if row.image_id not in images:
            problems.append(Problem("emblems", _("An emblem has no picture.")))
        elif not row.alt.strip() and not images[row.image_id].text_in(language).alt:
            problems.append(Problem("emblems", _("Say in words what each emblem is.")))
    return problems


def _row_problems(programme):
    return [
        Problem(relation, message())
        for relation, field, message in EMPTY_ROWS
        if any(not getattr(row, field).strip() for row in getattr(programme, relation).all())
    ]


EMPTY_ROWS = (
    ("bodies", "name", lambda: _("A body has no name.")),
    ("thresholds", "duty", lambda: _("A threshold does not say what it obliges to.")),
    ("checklist", "text", lambda: _("A checklist item has no words.")),
)
