// The translator's editor: what is typed for a passage is stored in this browser until the server
// has it, and why it was not saved is said beside it.
//
// Stock saves each passage with fetch, names no reason, and asks the server's answer for an error.

import { deleteDraft, draftName, draftsFor, saveDraft } from "./draft_storage.js";
import { isEditor, text } from "./editor_page.js";
import { isSignedIn } from "./form_submission.js";
import { showOffer } from "./restore_draft.js";

const PAUSE = 300; // milliseconds of typing after which it is stored
const REASONS = {
  400: "malformed", 403: "forbidden", 404: "gone", 409: "locked", 412: "changed", 413: "too-large", 429: "too-many", 503: "busy", 507: "busy",
};

const editor = isEditor && document.querySelector(".js-translation-editor");
const id = Math.random().toString(36).slice(2);
const unsaved = new Map(); // what the server does not have, by the address that saves it
const failed = new Map(); // what it did not take
const sending = new Set();
const etags = new Map(); // of what passages hold as far as is known here
const elements = new Map(); // of passages, by that address
let timer = null;
let renewals = 0;

// In the order in which the editor shows them: tab by tab, together what is of one field or block.
function shownSegments({ tabs, segments }) {
  const shown = tabs.map(({ slug }) => segments.filter(({ location }) => location.tab === slug));
  const filled = shown.filter((some) => some.length);
  const key = ({ location }) => `${location.field}/${location.blockId}`;
  return (filled.length > 1 ? filled : [segments]).flatMap((some) => [...Map.groupBy(some, key).values()].flat());
}

function findPassages() {
  const found = [...editor.querySelectorAll("h3 + ul > li")];
  const segments = shownSegments(JSON.parse(editor.dataset.props));
  if (found.length !== segments.length) return;
  segments.forEach(({ editUrl, etag }, position) => {
    if (editUrl) elements.set(editUrl, found[position]);
    if (etag) etags.set(editUrl, etag);
  });
}

function addressOf(element) {
  const passage = element.closest("h3 + ul > li");
  return [...elements.keys()].find((url) => elements.get(url) === passage);
}

// Stock's fields have no names.
function nameFields() {
  for (const file of editor.querySelectorAll("input[type=file]")) {
    file.ariaLabel = file.form.previousElementSibling.textContent.trim();
  }
  editor.addEventListener("focusin", ({ target }) => {
    if (target.type !== "textarea") return;
    const passage = target.closest("h3 + ul > li");
    const names = [passage.parentElement.previousElementSibling, passage.querySelector("h4")];
    target.ariaLabel = names.filter(Boolean).map((name) => name.textContent).join(", ");
  });
}

async function store() {
  clearTimeout(timer);
  timer = null;
  const name = await draftName(location.pathname, id);
  const isStored = Boolean(name) && (!unsaved.size || (await saveDraft(name, { passages: [...unsaved] })));
  if (!unsaved.size) deleteDraft(name);
  return isStored;
}

function note(url, value) {
  unsaved.set(url, value);
  timer ??= setTimeout(store, PAUSE);
}

function forget(url) {
  unsaved.delete(url);
  return store();
}

function announce(message) {
  document.querySelector("[data-kogu-passage-status]").textContent = message;
}

const originalFetch = window.fetch; // it waits for somebody to be signed in

async function save(url, options) {
  const isDeletion = options.method === "DELETE";
  const value = isDeletion ? "" : options.body.get("value");
  note(url, value);
  sending.add(url);
  const headers = etags.has(url) ? { ...options.headers, "If-Match": etags.get(url) } : options.headers;
  const answer = await originalFetch(url, { ...options, headers }).catch(() => ({ status: 0 }));
  if (answer.headers?.has("ETag")) etags.set(url, answer.headers.get("ETag"));
  sending.delete(url);
  if (answer.ok || (isDeletion && answer.status === 404)) {
    failed.delete(url);
    if (unsaved.get(url) === value) await forget(url);
    if (!failed.size) announce("");
    renewProgress();
    return answer;
  }
  failed.set(url, value);
  const words = answer.status === 412 ? await answer.text() : "";
  if (words && words === value) return save(url, options); // an answer that did not arrive
  const error = await reasonOf(answer.status, words);
  announce(error);
  return isDeletion ? new Response(null, { status: 503 }) : Response.json({ data: value, error });
}

// How many passages wait. Of several answers under way the last one asked for counts.
async function renewProgress() {
  const asked = ++renewals;
  const progress = document.querySelector("[data-kogu-progress]");
  const answer = await originalFetch(progress.dataset.koguProgress).catch(() => ({ ok: false }));
  if (!answer.ok || answer.redirected) return;
  const words = await answer.text();
  if (asked === renewals) progress.textContent = words.trim();
}

async function reasonOf(status, words) {
  const reason = status ? (REASONS[status] ?? "failed") : "offline";
  return `${text(`passage-${reason}`, { words })} ${text((await store()) ? "passage-kept" : "not-stored")}`;
}

// A passage that was closed without saving: what was typed is dropped, but not what failed.
function dropCancelled() {
  for (const url of unsaved.keys()) {
    if (sending.has(url) || elements.get(url)?.querySelector("textarea")) continue;
    if (failed.has(url)) unsaved.set(url, failed.get(url));
    else forget(url);
  }
}

// React listens for what changes a field past it.
function write(url, value) {
  const passage = elements.get(url);
  if (passage && !passage.querySelector("textarea")) passage.querySelector("button")?.click();
  const field = passage?.querySelector("textarea");
  if (!field) return false;
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}

function goTo(passage) {
  const tab = passage.closest("section[id^=tab-][hidden]")?.id;
  if (tab) editor.querySelector(`[role=tab][href="#${CSS.escape(tab)}"]`)?.click();
  passage.scrollIntoView({ block: "center" });
}

// Opens the passages with what was typed; what has no passage any more is shown to be copied.
async function restore(draft, close, place) {
  const { passages } = draft.content;
  const left = passages.filter(([url, value]) => !write(url, value));
  const first = passages.find((one) => !left.includes(one));
  if (first) goTo(elements.get(first[0]));
  if (!left.length) {
    await store();
    close();
    return;
  }
  const lines = left.map(([, value]) => Object.assign(document.createElement("p"), { textContent: value }));
  place.querySelector("p").textContent = text("passages-gone");
  place.querySelector("p").after(...lines);
  place.querySelector("button").remove();
}

async function offerDrafts() {
  for (const draft of await draftsFor(location.pathname)) {
    if (draft.content.passages) showOffer(draft, editor, (close, place) => restore(draft, close, place));
  }
}

if (editor) {
  window.fetch = (resource, options) =>
    elements.has(resource) && /^(PUT|DELETE)$/.test(options?.method)
      ? save(resource, options)
      : originalFetch(resource, options);
  // React has rendered by then: its script stands before this one.
  document.addEventListener("DOMContentLoaded", () => {
    findPassages();
    nameFields();
    offerDrafts();
  });
  editor.addEventListener("input", ({ target }) => {
    const url = addressOf(target);
    if (url) note(url, target.value);
  });
  // Stock submits a PO file as soon as it is chosen.
  editor.addEventListener("change", async (event) => {
    if (event.target.type !== "file") return;
    event.stopPropagation();
    await isSignedIn();
    event.target.form.submit();
  }, true);
  editor.addEventListener("click", () => setTimeout(dropCancelled));
  window.addEventListener("beforeunload", (event) => {
    if (!unsaved.size) return;
    event.preventDefault();
    store();
  });
}
