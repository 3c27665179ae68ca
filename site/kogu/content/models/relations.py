"""Relations between public items, stored by what they name, not by language version."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Orderable


class RelationRow(Orderable):
    """A row by which a page names another item; shared by all languages.

    `target` names the foreign key; it may point at any language's row and is
    always read by translation key.
    """

    relation: str
    target: str

    class Meta(Orderable.Meta):
        abstract = True

    @property
    def target_id_value(self):
        """The row's target, as a primary key."""
        return getattr(self, self._meta.get_field(self.target).attname)

    @property
    def role_code(self):
        """The role in which the target is named, empty for rows without a `role` field."""
        return getattr(self, "role", "")


class Relation(models.Model):
    """One relation of a live item, by keys: derived at publication, rebuildable.

    Both directions, filters and counts are answered from here, so that a page
    costs the same number of queries however many items it names.
    """

    source_key = models.UUIDField()
    source_kind = models.CharField(max_length=30)
    relation = models.CharField(max_length=30)
    role = models.CharField(max_length=30, blank=True)
    target_key = models.UUIDField()
    sort_order = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        indexes = [
            models.Index(fields=["source_key", "relation"]),
            models.Index(fields=["target_key", "relation", "source_kind"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["source_key", "relation", "role", "target_key"], name="relation_once"
            )
        ]

    def __str__(self):
        return f"{self.source_kind} {self.relation} {self.target_key}"
