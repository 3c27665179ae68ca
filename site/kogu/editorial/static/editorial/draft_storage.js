// Unsaved text in this browser, until the server has it: encrypted, of one user and one address.

import { urls } from "./editor_page.js";
import { draftKey, session } from "./session_status.js";

const PREFIX = "kogu-draft:";
const SUBMITTED = "kogu-submitted";
const LIFETIME = 14 * 86_400_000; // milliseconds
const NAVIGATION = 1500; // milliseconds within which a page is the answer to a form

const encode = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
const decode = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

let key = null;

// The key comes from the server, for who is signed in: nobody else can read the text.
async function importedKey() {
  const bytes = Uint8Array.from((await draftKey()).match(/../g), (pair) => parseInt(pair, 16));
  key ??= await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  return key;
}

export const draftName = (path, form) => `${PREFIX}${session.owner.id}:${path}:${form}`;

// Whether it was stored: not without HTTPS, nor in a browser that stores nothing.
export async function saveDraft(name, content) {
  try {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const bytes = new TextEncoder().encode(JSON.stringify(content));
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await importedKey(), bytes);
    const draft = { at: Date.now(), iv: encode(iv), content: encode(new Uint8Array(sealed)) };
    localStorage.setItem(name, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function deleteDraft(name) {
  if (name) localStorage.removeItem(name);
}

const storedNames = (start) => Object.keys(localStorage).filter((name) => name.startsWith(start));

export function deleteDraftsOf(owner) {
  storedNames(`${PREFIX}${owner.id}:`).forEach(deleteDraft);
}

async function open(name) {
  const { at, iv, content } = JSON.parse(localStorage.getItem(name));
  const algorithm = { name: "AES-GCM", iv: decode(iv) };
  const bytes = await crypto.subtle.decrypt(algorithm, await importedKey(), decode(content));
  return { name, at, content: JSON.parse(new TextDecoder().decode(bytes)) };
}

// Of this address, newest first.
export async function draftsFor(path) {
  deleteOldDrafts();
  const found = await Promise.all(storedNames(draftName(path, "")).map((name) => open(name).catch(() => null)));
  return found.filter(Boolean).sort((one, other) => other.at - one.at);
}

function deleteOldDrafts() {
  for (const name of storedNames(PREFIX)) {
    let at = 0;
    try {
      at = JSON.parse(localStorage.getItem(name)).at;
    } catch {
      // What cannot be read is deleted as well.
    }
    if (Date.now() - at > LIFETIME) deleteDraft(name);
  }
}

// The page that answers a form tells whether the server has what was submitted.
export function markSubmitted(name) {
  sessionStorage.setItem(SUBMITTED, JSON.stringify({ name, at: Date.now() }));
}

// A redirect says that the form was accepted, unless it leads to the start with a refusal, whatever
// else is said there, or a message says that all was rolled back; without one the form is shown
// again as it was typed.
export function submittedDraft() {
  const submitted = JSON.parse(sessionStorage.getItem(SUBMITTED) ?? "null");
  sessionStorage.removeItem(SUBMITTED);
  if (!submitted || Math.abs(performance.timeOrigin - submitted.at) > NAVIGATION) return {};
  const { redirectCount } = performance.getEntriesByType("navigation")[0];
  if (!redirectCount) return { shownAgain: submitted.name };
  if (document.querySelector(".messages .rolled-back")) return {};
  const isSuccess = document.querySelector(".messages .success") && !document.querySelector(".messages .error");
  return isSuccess || location.pathname !== urls.home ? { accepted: submitted.name } : {};
}
