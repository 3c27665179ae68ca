"""Words of Wagtail on locales, sites, redirects, permissions and users; see `library_words`."""

from django.utils.translation import gettext_noop, ngettext_lazy

WORDS = (
    gettext_noop("locale"),
    gettext_noop("Select a new language"),
    gettext_noop("This locale's language code is not supported"),
    gettext_noop(
        "This locale's current language code is not supported. Please choose a new "
        "language or delete this locale."
    ),
    gettext_noop("%(num_pages)d pages and %(num_others)d others"),
    ngettext_lazy("%(num_pages)d page", "%(num_pages)d pages"),
    gettext_noop("Add a locale"),
    gettext_noop("Add locale"),
    gettext_noop("Locale '%(object)s' created."),
    gettext_noop("Locale '%(object)s' updated."),
    gettext_noop("Locale '%(object)s' deleted."),
    gettext_noop("Locale '{0}' created."),
    gettext_noop("Locale '{0}' updated."),
    gettext_noop("Locale '{0}' deleted."),
    gettext_noop("The locale could not be saved due to errors."),
    gettext_noop("Delete locale"),
    gettext_noop("Are you sure you want to delete this locale?"),
    gettext_noop("This locale cannot be deleted because there are no other locales."),
    gettext_noop(
        "This locale cannot be deleted because there are pages and/or other objects using it."
    ),
    gettext_noop("This locale cannot be synced into itself."),
    gettext_noop("Synchronise content from another locale"),
    gettext_noop(
        "Choose a locale to synchronise content from. Any existing and future content "
        "authored in the selected locale will be automatically copied to this one."
    ),
    gettext_noop("port"),
    gettext_noop("site name"),
    gettext_noop(
        "Set this to something other than 80 if you need a specific port number to "
        "appear in URLs (e.g. development on port 8000). Does not affect request "
        "handling (so port forwarding still works)."
    ),
    gettext_noop("Human-readable name for the site."),
    gettext_noop("root page"),
    gettext_noop("is default site"),
    gettext_noop(
        "If true, this site will handle requests for all other hostnames that do not "
        "have a site entry of their own"
    ),
    gettext_noop(
        "%(hostname)s is already configured as the default site. You must unset that "
        "before you can save this site as default."
    ),
    gettext_noop("Add a site"),
    gettext_noop("Add site"),
    gettext_noop("Site '%(object)s' created."),
    gettext_noop("The site could not be saved due to errors."),
    gettext_noop("Site '%(object)s' updated."),
    gettext_noop("Site '%(object)s' deleted."),
    gettext_noop("Delete site"),
    gettext_noop("Are you sure you want to delete this site?"),
    gettext_noop("Sites menu"),
    gettext_noop("%(site_setting)s for %(site)s"),
    gettext_noop("%(model)s permissions"),
    gettext_noop("A redirect with this path already exists."),
    gettext_noop("File to import"),
    gettext_noop("From field"),
    gettext_noop("To field"),
    gettext_noop("target page route"),
    gettext_noop(
        "Optionally specify a route on the target page to redirect to. Leave blank to "
        "redirect to the default page route."
    ),
    gettext_noop("automatically created"),
    gettext_noop("created at"),
    gettext_noop("temporary"),
    gettext_noop("redirect"),
    gettext_noop("redirects"),
    gettext_noop("Are you sure you want to delete this redirect?"),
    gettext_noop("Confirm import"),
    gettext_noop("Found %(total)s redirects, created %(successes)s and found %(errors)s errors."),
    gettext_noop("Error"),
    gettext_noop("The redirect could not be saved due to errors."),
    gettext_noop("The redirect could not be created due to errors."),
    gettext_noop('File format of type "%(extension)s" is not supported.'),
    gettext_noop("Imported file has a wrong encoding: %(error_message)s."),
    gettext_noop("%(error)s encountered while trying to read file: %(filename)s."),
    ngettext_lazy("Imported %(total)d redirect", "Imported %(total)d redirects"),
    gettext_noop("collection"),
    gettext_noop("collections"),
    gettext_noop(
        "Select hierarchical position. Note: a collection cannot become a child of "
        "itself or one of its descendants."
    ),
    gettext_noop("Please select another parent."),
    gettext_noop("Add collections"),
    gettext_noop("Edit collections"),
    gettext_noop("Delete collections"),
    gettext_noop("Collection management permissions"),
    gettext_noop("Add a collection permission"),
    ngettext_lazy("%(count)s descendant collection", "%(count)s descendant collections"),
    gettext_noop("Bulk delete"),
    gettext_noop("Delete pages with children"),
    gettext_noop("Lock/unlock pages you've locked"),
    gettext_noop("Unlock any page"),
    gettext_noop("Can access Wagtail admin"),
    gettext_noop("Add/edit documents you own"),
    gettext_noop("Edit any document"),
    gettext_noop("Add/edit images you own"),
    gettext_noop("Edit any image"),
    gettext_noop("Document permissions"),
    gettext_noop("Add a document permission"),
    gettext_noop("Image permissions"),
    gettext_noop("Add an image permission"),
    gettext_noop("Object permissions"),
    gettext_noop("Custom permissions"),
    gettext_noop("Toggle all"),
    gettext_noop("Toggle all add permissions"),
    gettext_noop("Toggle all change permissions"),
    gettext_noop("Toggle all delete permissions"),
    gettext_noop("Toggle all custom permissions"),
    gettext_noop("Can view"),
    gettext_noop("Can lock"),
    gettext_noop("Can unlock"),
    gettext_noop("Can lock words of the site"),
    gettext_noop("Can publish words of the site"),
    gettext_noop("Can unlock words of the site"),
    gettext_noop("Can publish"),
    gettext_noop("Can submit translations"),
    gettext_noop("You cannot have multiple permission records for the same page."),
    gettext_noop("group page permission"),
    gettext_noop("group page permissions"),
    gettext_noop("group site permission"),
    gettext_noop("group site permissions"),
    gettext_noop("group collection permission"),
    gettext_noop("group collection permissions"),
    gettext_noop("This value may contain only letters, numbers and @/./+/-/_ characters."),
    gettext_noop("The two password fields didn't match."),
    gettext_noop("Leave blank if not changing."),
    gettext_noop("Administrators have full access to manage any object or setting."),
    gettext_noop("user profile"),
    gettext_noop("user profiles"),
    ngettext_lazy(
        "The group '%(group_name)s' has <strong>%(group_user_count)s</strong> member.",
        "The group '%(group_name)s' has <strong>%(group_user_count)s</strong> members.",
    ),
    gettext_noop("Deleting this group will revoke this group's permissions from all member users."),
    gettext_noop('Sorry, no groups match "%(query)s"'),
    gettext_noop("Select all users in listing"),
    gettext_noop("Sorry, no users match your query"),
    gettext_noop("user %(id)s (deleted)"),
    gettext_noop("View users in this group"),
    gettext_noop("Delete user"),
    gettext_noop("User '%(object)s' deleted."),
    gettext_noop("Mark as active"),
    ngettext_lazy("Assign role to 1 user", "Assign role to %(counter)s users"),
    gettext_noop("Are you sure you want to assign this role to these users?"),
    ngettext_lazy(
        "You don't have permission to edit this user",
        "You don't have permission to edit these users",
    ),
    gettext_noop("Yes, assign"),
    gettext_noop("No, don't assign"),
    ngettext_lazy("Delete 1 user", "Delete %(counter)s users"),
    gettext_noop("Are you sure you want to delete these users?"),
    ngettext_lazy(
        "You don't have permission to delete this user",
        "You don't have permission to delete these users",
    ),
    ngettext_lazy("Change active state for 1 user", "Change active state for %(counter)s users"),
    gettext_noop("Are you sure you want to change the active state for these users?"),
    gettext_noop("You cannot change your own active status"),
    gettext_noop("Yes, change state"),
    gettext_noop("No, don't change state"),
    ngettext_lazy(
        "%(num_parent_objects)d user has been assigned as %(role)s",
        "%(num_parent_objects)d users have been assigned as %(role)s",
    ),
    ngettext_lazy(
        "%(num_parent_objects)d user has been deleted",
        "%(num_parent_objects)d users have been deleted",
    ),
    ngettext_lazy(
        "%(num_parent_objects)d user has been marked as active",
        "%(num_parent_objects)d users have been marked as active",
    ),
    ngettext_lazy(
        "%(num_parent_objects)d user has been marked as inactive",
        "%(num_parent_objects)d users have been marked as inactive",
    ),
    gettext_noop("1 user selected"),
    gettext_noop("%(objects)s users selected"),
    gettext_noop("All %(objects)s users on this screen selected"),
    gettext_noop("All users in listing selected"),
    gettext_noop(
        "<p>Select a file where redirects are separated into rows and contains the "
        "columns representing <code>from</code> and <code>to</code> (they can be named "
        "anything).</p> <p>After submitting you will be taken to a confirmation view "
        "where you can customize your redirects before import.</p>"
    ),
)
