// Before a form goes out the server is asked whether somebody has saved a newer version, which it
// would overwrite: then its user is asked.
//
// Wagtail asks of what it knew at the click only, which is up to ten seconds old, and not at buttons
// that an autosave has replaced.

const BUTTONS = "[data-edit-form] button:is([type=submit], [data-workflow-action-name])";
const UNKNOWN = "unknown"; // the server did not answer

let newer = null; // the number of the newer version
let confirmed = null; // the one that may be overwritten
let waiting = [];

const sessionController = () => window.wagtail.app.queryController("w-session");

function learn(event, found) {
  if (!event.target.closest?.("[data-controller~=w-session]")) return;
  newer = found;
  for (const resolve of waiting) setTimeout(resolve); // after Wagtail has put it into words
  waiting = [];
}

document.addEventListener("w-swap:json", (event) => {
  const sessions = event.detail.data.other_sessions ?? [];
  learn(event, sessions.find((one) => one.revision_id)?.revision_id ?? null);
});

// A refusal is said by the answer to the form.
document.addEventListener("w-swap:error", (event) => {
  learn(event, event.detail.error?.status < 500 ? null : UNKNOWN);
});

document.addEventListener("w-dialog:confirmed", ({ target }) => {
  if (target === sessionController()?.wDialogOutlet.element) confirmed = newer;
}, true);

// What is known already is asked at once; whoever confirms it clicks again, through Wagtail.
document.addEventListener("click", (event) => {
  if (!event.target.closest?.(BUTTONS)) return;
  if (event.isTrusted) confirmed = null;
  sessionController()?.showConfirmationDialog(event);
}, true);

// Whether the form may go out.
export async function mayOverwrite() {
  const controller = sessionController();
  if (!controller?.hasWDialogOutlet) return true;
  await new Promise((resolve) => {
    waiting.push(resolve);
    controller.dispatch("ping"); // also where Wagtail has paused its own
  });
  return newer === null || newer === confirmed || ask(controller);
}

function ask(controller) {
  const { wDialogOutlet: dialog } = controller;
  dialog.confirmTarget.textContent = controller.lastActionButton?.textContent ?? dialog.confirmTarget.textContent;
  controller.lastActionButton = null; // the form goes out without another click
  return new Promise((resolve) => {
    const close = () => setTimeout(() => resolve(newer === confirmed)); // hidden, then confirmed
    dialog.element.addEventListener("w-dialog:hidden", close, { once: true });
    dialog.show();
  });
}
