"""Languages as a right: who may change words of which language, pages and snippets alike.

A user holds a language when one of their groups may change that language's
home page, or the whole tree. Snippets have no tree; they follow the pages.
"""

from django.conf import settings
from django.db.models import Q
from wagtail.locks import BasicLock
from wagtail.models import GroupPagePermission, PagePermissionTester
from wagtail.permission_policies import ModelPermissionPolicy

# A language's home page stands right below the root.
HOME_DEPTH = 2


def languages_of(user, codename="change_page"):
    """Codes of the languages whose words the user may change; `publish_page` asks for that."""
    if not user.is_active:
        return set()
    everything = {code for code, _name in settings.LANGUAGES}
    if user.is_superuser:
        return everything
    held = GroupPagePermission.objects.filter(
        group__user=user, permission__codename=codename, page__depth__lte=HOME_DEPTH
    ).values_list("page__depth", "page__locale__language_code")
    codes = set()
    for depth, code in held.distinct():
        codes |= everything if depth < HOME_DEPTH else {code}
    return codes


class PagePermissions(PagePermissionTester):
    """Wagtail's rights on a page, made narrower.

    Who may add nothing, as translators, removes nothing; and a page is copied
    within its language only, for its copy would keep the language it came from.
    What somebody locked is published and deleted by nobody else; moving changes no page.
    """

    def locked_for_user(self):
        """Pages that the user may not change now for a lock: this one and those below it."""
        pages = [self.page]
        if not self.page.is_leaf():
            pages = self.page.get_descendants(inclusive=True).filter(locked=True)
        return [page for page in pages if page.locked and BasicLock(page).for_user(self.user)]

    def may_delete_unlocked(self, ignore_bulk=False):
        """Whether only a lock could stand in the way."""
        may_add = self.user.is_superuser or "add" in getattr(self, "permissions", ())
        return may_add and super().can_delete(ignore_bulk)

    def can_delete(self, ignore_bulk=False):
        """Moving asks here, too, with `ignore_bulk`."""
        may_delete = self.may_delete_unlocked(ignore_bulk)
        return may_delete and (ignore_bulk or not self.locked_for_user())

    def can_publish(self):
        """Unscheduling and closing to readers ask here, too."""
        is_locked = self.page.locked and BasicLock(self.page).for_user(self.user)
        return super().can_publish() and not is_locked

    def can_copy_to(self, destination, recursive=False):
        """Into another language a page is translated; homes stand below the root."""
        stays = destination.depth == 1 or destination.locale_id == self.page.locale_id
        return stays and super().can_copy_to(destination, recursive)


class LanguagePermissionPolicy(ModelPermissionPolicy):
    """A model's permissions, limited to the rows in languages that the user holds.

    To see is what holds in every language too, once a row is public.
    """

    def _languages(self, user, actions):
        publishing = set(actions) <= {"publish"}
        return languages_of(user, "publish_page" if publishing else "change_page")

    def user_has_permission_for_instance(self, user, action, instance):
        """Whether the user may do this with the row in its language."""
        return self.user_has_any_permission_for_instance(user, [action], instance)

    def user_has_any_permission_for_instance(self, user, actions, instance):
        """Whether the user may do any of these with the row in its language."""
        if not self.user_has_any_permission(user, actions):
            return False
        if "view" in actions and instance.live:
            return True
        return instance.locale.language_code in self._languages(user, actions)

    def instances_user_has_any_permission_for(self, user, actions):
        """Rows with which the user may do any of these."""
        rows = super().instances_user_has_any_permission_for(user, actions)
        held = Q(locale__language_code__in=self._languages(user, actions))
        return rows.filter(held | Q(live=True) if "view" in actions else held)
