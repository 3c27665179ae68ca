// What the server does not have: stored in this browser as it is typed, saved again after a
// failure, offered again after a reload.

import { deleteDraft, deleteDraftsOf, draftName, markSubmitted, saveDraft, submittedDraft } from "./draft_storage.js";
import { forms, isEditor, text, urls } from "./editor_page.js";
import { offerDrafts } from "./restore_draft.js";
import { isNormal, isSaved, showStatus } from "./save_status.js";
import { checkSession, session } from "./session_status.js";

const PAUSE = 300; // milliseconds of typing after which it is stored
const EARLY = 10; // milliseconds by which a browser's timer may be ahead
const RETRY = 2000; // milliseconds, doubled with every failure
const MAX_RETRY = 60_000;
const BLOCKED = ["out", "other", "offline"]; // sessions in which nothing can be saved
const NOT_CONTENT = /^(csrfmiddlewaretoken|loaded_revision_\w+|overwrite_revision_id|next|(workflow-)?action-[\w-]+)$/;

const tracked = new Map();
let isLeaving = false; // with a form that is submitted
let isSigningOut = false;
let shown = [];

const contentOf = (data) =>
  [...data].filter(([name, value]) => typeof value === "string" && !NOT_CONTENT.test(name));

// Comments are watched by Wagtail itself; what the server has just set is what it has.
function comparable(entries, updates = {}) {
  return JSON.stringify(
    entries.filter(([name]) => !name.startsWith("comments-") && !Object.hasOwn(updates, name)),
  );
}

// Wagtail's answer does not say which.
function invalidFields(form) {
  const fields = form.querySelectorAll("[aria-invalid=true], :is(input, textarea, select):invalid");
  const labels = [...fields].map((field) => field.labels?.[0]?.textContent.replace("*", "").trim());
  const names = [...new Set(labels.filter(Boolean))];
  return names.length ? text("invalid-fields", { fields: names.join(", ") }) : text("invalid-form");
}

// With what becomes of the text that the server does not have.
function show(status, values) {
  shown = [status, values];
  const unsaved = [...tracked.values()].filter((one) => one.isUnsaved);
  const isStored = unsaved.every((one) => one.isStored);
  if (status === "unsaved" && !unsaved.length) status = "unchanged";
  showStatus(status, values, unsaved.length ? isStored : null);
}

class TrackedForm {
  constructor(form, index) {
    this.form = form;
    this.isAutosaved = form.matches("[data-controller~='w-autosave']");
    this.id = `${Math.random().toString(36).slice(2)}.${index}`;
    this.index = index;
    this.draft = null; // the name of what is stored
    this.isUnsaved = false;
    this.isStored = true;
    this.isSubmitted = false;
    this.isWatched = false; // by Wagtail, which until then takes whatever stands there for saved
    this.failures = 0;
  }

  get path() {
    const address = new URL(this.form.getAttribute("action") || "", location.href);
    return address.pathname + address.search;
  }

  // Without passwords: these are stored nowhere.
  content() {
    const data = new FormData(this.form);
    for (const { name } of this.form.querySelectorAll("[type=password]")) data.delete(name);
    return contentOf(data);
  }

  edited() {
    isSigningOut = false;
    this.timer ??= setTimeout(() => this.store(), this.isUnsaved ? PAUSE : 0);
    this.isUnsaved = true;
    if (this.isAutosaved && !this.isSaving && isNormal()) show("unsaved");
  }

  async store() {
    clearTimeout(this.timer);
    this.timer = null;
    const content = { form: this.index, entries: this.content() };
    if (!this.isUnsaved) return;
    const name = draftName(this.path, this.id);
    if (name !== this.draft) deleteDraft(this.draft);
    this.draft = name;
    this.isStored = await saveDraft(name, content);
    if (!isNormal()) show(...shown);
    if (!this.isUnsaved || isSigningOut) deleteDraft(name); // it was faster than the encryption
  }

  forget() {
    this.isUnsaved = false;
    deleteDraft(this.draft);
  }

  // Wagtail sends an autosave a pause after announcing it.
  get isSending() {
    return this.isSaving && performance.now() >= this.sentAt;
  }

  // One autosave after another: two at once would make a new page twice, or save the older text last.
  saving(event) {
    if (this.isSending) {
      event.preventDefault();
      return;
    }
    this.isSaving = !event.defaultPrevented && !this.isSubmitted && !BLOCKED.includes(session.state);
    if (!this.isSaving) {
      event.preventDefault();
      return;
    }
    this.sentAt = performance.now() + Number(this.form.dataset.wAutosaveIntervalValue) - EARLY;
    this.sent = contentOf(event.detail.formData);
    this.event = event;
    clearTimeout(this.retry);
    show("saving");
  }

  saved({ field_updates: updates }) {
    this.failures = 0;
    this.serverHas = comparable(this.sent, updates);
    const isWhole = this.serverHas === comparable(this.content(), updates);
    this.ended();
    show("saved");
    if (isWhole) this.forget();
    else this.store();
    // Wagtail takes what was typed during a save for saved, unless the next save begins by itself.
    const { sent } = this;
    setTimeout(() => {
      if (!isWhole && this.sent === sent) this.form.setAttribute("data-w-unsaved-force-value", "true");
    });
  }

  failed({ type, text: message, response }) {
    this.failures += 1;
    this.ended();
    this.store();
    if (type === "network_error" || type === "server_error") {
      show("failed", { reason: response?.error_message || text("refused-by-server") });
      this.retry = setTimeout(() => this.tryAgain(), Math.min(MAX_RETRY, RETRY * 2 ** this.failures));
    } else {
      const reason = type === "validation_error" ? invalidFields(this.form) : message;
      show(type === "invalid_revision" ? "conflict" : "refused", { reason });
      // What was typed meanwhile may be what was missing.
      if (comparable(this.sent) !== comparable(this.content())) this.save();
    }
  }

  ended() {
    this.isSaving = false;
    if (this.onEnd) setTimeout(this.onEnd); // after Wagtail itself has heard of it
    this.onEnd = null;
  }

  // Wagtail gives up where a new page was saved and the answer's second half failed.
  async tryAgain() {
    this.form.setAttribute("data-w-autosave-active-value", "true");
    await checkSession();
    this.save();
  }

  // Asks Wagtail for an autosave, as an edit does.
  save() {
    if (!this.isAutosaved || !this.isUnsaved || this.isSaving || session.state !== "in") return;
    const detail = { type: "edits" };
    this.form.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true, detail }));
  }

  // Put back from what was stored.
  restored() {
    this.form.setAttribute("data-w-unsaved-force-value", "true");
    this.edited();
  }

  // Everything is again as the server has it.
  reverted() {
    if (!this.isWatched) return;
    if (this.serverHas && this.serverHas !== comparable(this.content())) return;
    this.forget();
    if (this.isAutosaved && !isSaved()) show("unchanged");
  }

  // An autosave still to come is called off; one under way is waited for.
  async endAutosave() {
    if (this.isSending) {
      await new Promise((resolve) => {
        this.onEnd = resolve;
      });
    } else if (this.isSaving) {
      this.event.preventDefault(); // Wagtail looks at this when the pause is over
      this.isSaving = false;
    }
  }

  async beforeSubmit() {
    if (!this.isUnsaved) return;
    await this.store();
    markSubmitted(this.draft);
    isLeaving = true;
  }
}

export const trackedForm = (form) => tracked.get(form);

function leave() {
  isLeaving = true;
}

function trackForms(shownAgain) {
  for (const [index, form] of forms().entries()) {
    const one = new TrackedForm(form, index);
    tracked.set(form, one);
    if (shownAgain?.endsWith(`.${index}`)) {
      one.id = shownAgain.slice(shownAgain.lastIndexOf(":") + 1);
      one.draft = shownAgain;
      one.isUnsaved = true;
    }
  }
}

function listenToForms() {
  const at = (event) => tracked.get(event.target.closest?.("form"));
  const listen = (name, listener) => document.addEventListener(name, (event) => at(event) && listener(at(event), event));
  for (const kind of ["input", "change"]) {
    document.addEventListener(kind, (event) => event.isTrusted && at(event)?.edited(), true);
  }
  listen("w-unsaved:watch-edits", (form) => {
    form.isWatched = true;
  });
  // The field that says which button was pressed is no edit.
  listen("w-unsaved:add", (form) => form.isSubmitted || form.edited());
  listen("w-unsaved:clear", (form) => form.reverted());
  listen("w-autosave:save", (form, event) => form.saving(event));
  listen("w-autosave:success", (form, event) => form.saved(event.detail.response));
  listen("w-autosave:error", (form, event) => form.failed(event.detail));
}

function listenToPage() {
  document.addEventListener("kogu-session", () => {
    show(session.state === "in" ? "unsaved" : session.state);
    for (const one of tracked.values()) {
      if (one.isUnsaved) one.store();
      one.save();
    }
  });
  document.addEventListener("submit", ({ target }) => {
    isSigningOut = target.getAttribute("action") === urls.logout;
  });
  window.addEventListener("pagehide", () => {
    if (isSigningOut) deleteDraftsOf(session.owner);
  });
  window.addEventListener("beforeunload", (event) => {
    const unsaved = [...tracked.values()].filter((one) => one.isUnsaved);
    if (isLeaving || !unsaved.length) return;
    event.preventDefault();
    for (const one of unsaved) one.store();
  });
  window.addEventListener("pageshow", () => {
    isLeaving = false;
    for (const one of tracked.values()) one.isSubmitted = false;
  });
}

if (isEditor) {
  const { accepted, shownAgain } = submittedDraft();
  deleteDraft(accepted);
  trackForms(shownAgain);
  listenToForms();
  listenToPage();
  for (const one of tracked.values()) offerDrafts(one, shownAgain, leave);
}
