// Publishing what is in review cancels the review: that is asked before.
//
// Wagtail asks only where the page was opened in review, not in the editor of a page that an
// autosave has just made, nor of a translation. The form is then sent without a click, so that
// Wagtail does not ask again.

import { text } from "./editor_page.js";
import { isSignedIn, submitAs } from "./form_submission.js";

const BUTTONS = "button[name=action-publish], form[action*='/translations/'][action$='/publish/'] button";
const EDITOR = /(?:(\d+)\/edit|edit\/(\d+))\/$/; // of a page, of a snippet

document.addEventListener("click", (event) => {
  const button = event.target.closest?.(BUTTONS);
  if (!button || !EDITOR.test(location.pathname)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  confirmPublication(button);
}, true);

async function confirmPublication(button) {
  const { form, name, value } = button; // read before an autosave's answer replaces the button
  if (!(await isSignedIn())) {
    sayFailed();
    return;
  }
  const publish = (opened) => {
    opened.close();
    submitAs(form, name, value);
  };
  const modal = window.ModalWorkflow({
    url: location.pathname.replace(EDITOR, "workflow/confirm_cancellation/$1$2/"),
    onload: {
      confirm: (opened) => {
        opened.body[0].querySelector("[data-confirm-cancellation]").onclick = () => publish(opened);
        opened.body[0].querySelector("[data-cancel-dialog]").onclick = () => opened.close();
      },
      no_confirmation_needed: publish,
    },
    onError: () => {
      modal.close(); // which enables the button
      sayFailed();
    },
    triggerElement: button,
  });
}

function sayFailed() {
  const detail = { text: text("not-published"), type: "error", clear: true };
  document.dispatchEvent(new CustomEvent("w-messages:add", { detail }));
}
