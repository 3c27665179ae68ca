// A form that is submitted waits for the text typed last, for somebody to be signed in, for the
// autosave under way, and for a word on what it would overwrite; it begins no other autosave.
//
// Rich text reaches its form a moment after it was typed. The first autosave of a new page makes
// the page: a form submitted meanwhile would make it once more.
//
// A form in which nothing is typed waits for somebody to be signed in only.

import { isEditor } from "./editor_page.js";
import { mayOverwrite } from "./newer_version.js";
import { checkSession, session, signedIn } from "./session_status.js";
import { openSignIn } from "./sign_in_dialog.js";
import { trackedForm } from "./unsaved_changes.js";

const RICH_TEXT = 350; // milliseconds: Draftail hands over what was typed after a pause of 250

let typed = -Infinity; // when somebody last wrote rich text, or left it
let submitting = null; // the form that goes out now
const waiting = new Set(); // forms without text whose session is being looked at

for (const kind of ["keydown", "beforeinput", "paste", "drop", "focusout"]) {
  const note = (event) => {
    if (event.target.isContentEditable) typed = performance.now();
  };
  document.addEventListener(kind, note, { capture: true, passive: true });
}

document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  const tracked = trackedForm(form);
  if (event.defaultPrevented || form === submitting) return;
  if (!tracked) {
    if (isEditor && form.method === "post" && form.closest("main")) submitSignedIn(event);
    return;
  }
  event.preventDefault();
  if (tracked.isSubmitted) return;
  tracked.isSubmitted = true;
  submit(tracked, submitter).catch(() => stay(tracked, submitter));
});

async function submit(tracked, submitter) {
  const { name, value } = submitter ?? {}; // read before an autosave's answer replaces the button
  await new Promise((resolve) => setTimeout(resolve, typed + RICH_TEXT - performance.now()));
  if (!(await isSignedIn())) {
    stay(tracked, submitter);
    return;
  }
  await tracked.endAutosave();
  if (!(await mayOverwrite())) {
    stay(tracked, submitter);
    return;
  }
  await tracked.beforeSubmit();
  send(tracked.form, name, value);
}

async function submitSignedIn(event) {
  const { target: form, submitter } = event;
  event.preventDefault();
  if (!waiting.has(form)) {
    waiting.add(form);
    await isSignedIn();
    waiting.delete(form);
    submitting = form;
    form.requestSubmit(submitter);
    submitting = null;
  } else if (session.state !== "in") {
    openSignIn(); // it was closed before
  }
}

export async function isSignedIn() {
  const state = await checkSession();
  if (state === "out" || state === "other") {
    openSignIn();
    await signedIn();
  }
  return session.state === "in";
}

// Approving and sending back. Wagtail listens to the buttons that were there when the page was
// loaded, which an autosave replaces, and sends the form past this.
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-workflow-action-name]");
  const form = button?.closest("form[data-edit-form]");
  if (!form) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const { workflowActionName: name, workflowActionModalUrl: url } = button.dataset;
  if (url) askAndReview(form, name, url);
  else review(form, name, {});
}, true);

async function askAndReview(form, name, url) {
  if (!(await isSignedIn())) return;
  const headers = { "X-Requested-With": "XMLHttpRequest" };
  const { type } = await fetch(url, { headers, redirect: "manual" }).catch(Response.error);
  if (type === "opaqueredirect") {
    review(form, "", {}); // the review is over: the server saves and says so
    return;
  }
  window.ModalWorkflow({
    url,
    onload: {
      action: (modal) => modal.ajaxifyForm(window.jQuery("form", modal.body)),
      success: (modal, { cleaned_data: said }) => {
        modal.close();
        review(form, name, said);
      },
    },
  });
}

function review(form, name, said) {
  press(form, "workflow-action-name", name);
  press(form, "workflow-action-extra-data", JSON.stringify(said));
  submitAs(form, "action-workflow-action", "true");
}

// As if a button of that name had been pressed, but no click is heard.
export function submitAs(form, name, value) {
  if (name) press(form, name, value);
  form.requestSubmit();
}

// Nothing is sent where nobody would take it; leaving goes on to warn.
function stay(tracked, submitter) {
  tracked.isSubmitted = false;
  release();
  tracked.form.setAttribute("data-w-unsaved-confirmation-value", "true");
  submitter?.setAttribute("data-w-progress-loading-value", "false");
}

// The answer to an autosave replaces the buttons, so what was pressed is said by a field.
function send(form, name, value) {
  if (name) press(form, name, value);
  submitting = form;
  form.requestSubmit();
  submitting = null;
}

function press(form, name, value) {
  const pressed = Object.assign(document.createElement("input"), { type: "hidden", name, value });
  pressed.dataset.koguPressed = "";
  form.append(pressed);
}

function release() {
  for (const pressed of document.querySelectorAll("[data-kogu-pressed]")) pressed.remove();
}

// Back from where the form led to, nothing is under way.
window.addEventListener("pageshow", release);
