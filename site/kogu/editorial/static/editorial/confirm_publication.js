// Publishing what is in review cancels the review: that is asked before.
//
// Wagtail asks only where the page was opened with its buttons, not in the editor of a page that
// an autosave has just made, nor of a translation.

import { isSignedIn } from "./form_submission.js";

const BUTTONS = "button[name=action-publish], form[action*='/translations/'][action$='/publish/'] button";
const EDITOR = /(?:(\d+)\/edit|edit\/(\d+))\/$/; // of a page, of a snippet

// Asked once: the question about a newer version clicks the button again.
let isConfirmed = false;

document.addEventListener("click", (event) => {
  const button = event.target.closest?.(BUTTONS);
  if (!button || isConfirmed || !EDITOR.test(location.pathname)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  confirm(button);
}, true);

async function confirm(button) {
  if (!(await isSignedIn())) return;
  const publish = (modal) => {
    modal.close();
    isConfirmed = true;
    button.click();
  };
  window.ModalWorkflow({
    url: location.pathname.replace(EDITOR, "workflow/confirm_cancellation/$1$2/"),
    onload: {
      confirm: (modal) => {
        modal.body[0].querySelector("[data-confirm-cancellation]").onclick = () => publish(modal);
        modal.body[0].querySelector("[data-cancel-dialog]").onclick = () => modal.close();
      },
      no_confirmation_needed: publish,
    },
    triggerElement: button,
  });
}
