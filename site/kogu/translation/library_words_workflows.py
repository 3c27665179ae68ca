"""Words of Wagtail on workflows and tasks; see `library_words`."""

from django.utils.translation import gettext_noop, ngettext_lazy

WORDS = (
    gettext_noop("workflow"),
    gettext_noop("workflows"),
    gettext_noop("tasks"),
    gettext_noop("Group approval tasks"),
    gettext_noop("Members of the chosen Wagtail Groups can approve this task"),
    gettext_noop(
        "Pages/snippets at this step in a workflow will be moderated or approved by "
        "these groups of users"
    ),
    gettext_noop(
        "Active workflows can be added to pages/snippets. Deactivating a workflow does "
        "not remove it from existing pages/snippets."
    ),
    gettext_noop(
        "Active tasks can be added to workflows. Deactivating a task does not remove it "
        "from existing workflows."
    ),
    gettext_noop("workflow state"),
    gettext_noop("started at"),
    gettext_noop("finished at"),
    gettext_noop("finished by"),
    gettext_noop("Task state"),
    gettext_noop("Task states"),
    gettext_noop("live + in moderation"),
    gettext_noop(
        "This workflow is currently in progress on %(workflow_states_in_progress)s "
        "pages. Deleting this workflow will cancel moderation on these page. Are you "
        "sure you want to delete this workflow?"
    ),
    gettext_noop("Are you sure you want to disable this workflow?"),
    gettext_noop("Yes, disable"),
    gettext_noop("Are you sure you want to disable this task?"),
    gettext_noop("Assign your workflow to pages"),
    gettext_noop("Assign your workflow to snippets"),
    gettext_noop(
        "Workflows apply to child pages too. If you select a parent page here, its child "
        'pages will also use this workflow. See <a href="%(workflow_pages_url)s">the '
        "list of the pages</a> your workflow applies to."
    ),
    gettext_noop("This workflow is disabled so it cannot be assigned to any pages."),
    gettext_noop("This workflow is disabled so it cannot be assigned to any snippets."),
    gettext_noop("Used on the following active workflows"),
    gettext_noop("Not used"),
    ngettext_lazy("+%(counter)s more", "+%(counter)s more"),
    gettext_noop("Assigned pages"),
    gettext_noop("Assign to another page"),
    gettext_noop("Step %(step_number)s"),
    ngettext_lazy("1 snippet type", "%(counter)s snippet types"),
    gettext_noop('No workflows have been created. Why not <a href="%(add_url)s">add one</a>?'),
    gettext_noop('There are no enabled workflows. Why not <a href="%(add_url)s">add one</a>?'),
    gettext_noop("Choose which type of task you'd like to create."),
    gettext_noop("Choose a task"),
    gettext_noop("Choose a different task type"),
    gettext_noop("Creating…"),
    gettext_noop("Task type"),
    gettext_noop("Used on"),
    gettext_noop('Sorry, no tasks match "<em>%(query_string)s</em>"'),
    gettext_noop("You haven't created any tasks."),
    gettext_noop('No tasks have been created. Why not <a href="%(add_url)s">add one</a>?'),
    gettext_noop('There are no enabled tasks. Why not <a href="%(add_url)s">add one</a>?'),
    gettext_noop("0 minutes"),
    gettext_noop("Changes requested %(finished_at)s"),
    gettext_noop("Sent to %(task_name)s %(started_at)s"),
    gettext_noop("%(status_display)s %(task_name)s %(started_at)s"),
    gettext_noop("New workflow"),
    gettext_noop("Workflow '%(object)s' created."),
    gettext_noop("Workflow '%(object)s' updated."),
    gettext_noop("Disable workflow"),
    gettext_noop("Workflow '%(object)s' disabled."),
    gettext_noop("Workflow '%(workflow_name)s' enabled."),
    gettext_noop("Workflow removed from Page '%(page_title)s'."),
    gettext_noop("Task '%(object)s' created."),
    gettext_noop("Task '%(object)s' updated."),
    gettext_noop("Disable task"),
    gettext_noop("Task '%(object)s' disabled."),
    gettext_noop("Task '%(task_name)s' enabled."),
    gettext_noop("Requested by <b>%(modified_by)s</b>"),
    gettext_noop("Started at <b>%(started_at)s</b>"),
    gettext_noop("Approved task"),
    gettext_noop("Page/Snippet ID"),
    gettext_noop("Page/Snippet Type"),
    gettext_noop("Page/Snippet Title"),
    gettext_noop("Workflow on %(model_name)s '%(object)s' has been restarted."),
    gettext_noop("Workflow on %(model_name)s '%(object)s' has been cancelled."),
    gettext_noop("The %(model_name)s '%(title)s' is not currently awaiting moderation."),
    gettext_noop(
        "The %(model_name)s '%(title)s' is not currently awaiting moderation in task "
        "'%(task_name)s'."
    ),
    gettext_noop(
        "The page '%(page_title)s' is not currently awaiting moderation in task '%(task_name)s'."
    ),
    gettext_noop(
        "Reviewers can edit this %(model_name)s – lock it to prevent other reviewers from editing"
    ),
    gettext_noop("Only reviewers can edit and approve the %(model_name)s"),
    gettext_noop("Locked by schedule"),
    gettext_noop("Currently locked and will go live on the scheduled date"),
    gettext_noop("Locked at <b>%(locking_date)s</b>"),
    gettext_noop(
        'Why not <a class="create-one-now" href="#tab-new" '
        'data-action="w-tabs#select:prevent" data-w-tabs-target="trigger" '
        'data-w-tabs-focus-param="true">create one now</a>?'
    ),
    gettext_noop("What's new in Wagtail %(version)s"),
    ngettext_lazy(
        "This workflow is in progress on %(states_in_progress)d page/snippet. Disabling this "
        "workflow will cancel moderation on this page/snippet.",
        "This workflow is in progress on %(states_in_progress)d pages/snippets. Disabling this "
        "workflow will cancel moderation on these pages/snippets.",
    ),
    ngettext_lazy(
        "This task is in progress on %(states_in_progress)d page/snippet. Disabling this task "
        "will cause it to be skipped in the moderation workflow and not be listed for selection "
        "when editing a workflow.",
        "This task is in progress on %(states_in_progress)d pages/snippets. Disabling this task "
        "will cause it to be skipped in the moderation workflow and not be listed for selection "
        "when editing a workflow.",
    ),
)
