// Who is signed in. What is refused because the session ended waits for the next sign-in.

import { isEditor, urls } from "./editor_page.js";

const UNSAFE = /^(POST|PUT|PATCH|DELETE)$/i;
const TOKEN_HEADER = "X-CSRFToken";
const TOKEN_FIELD = "csrfmiddlewaretoken";
const PING = "/editing-sessions/";
const INTERVAL = 60_000; // milliseconds between two checks

const originalFetch = window.fetch;
const loginPath = isEditor && new URL(urls.login, location.href).pathname;

let token = null; // what requests must carry now
let othersToken = null; // of another user who has signed in
let checking = null;
let waiting = [];

// The state is in, out, other, offline or unavailable; the name is that of the user signed in.
// The owner is the user whom the page was made for: the page itself names them.
export const session = { state: "in", name: "", owner: { id: urls.userId, name: urls.userName } };

// Asks the server; resolves to the state.
export function checkSession() {
  checking ??= fetchStatus().finally(() => {
    checking = null;
  });
  return checking;
}

// Resolves when the page's owner is signed in.
export function signedIn() {
  return new Promise((resolve) => waiting.push(resolve));
}

// A user who is signed in is not asked for a name and a password.
export function signOtherUserOut() {
  const headers = { [TOKEN_HEADER]: othersToken };
  return originalFetch(urls.logout, { method: "POST", headers }).then(checkSession);
}

// The key of the owner's drafts, for as long as nobody else was signed in before it was asked for.
export async function draftKey() {
  if (!session.owner.key) await checkSession();
  return session.owner.key;
}

async function fetchStatus() {
  const headers = { "X-Requested-With": "XMLHttpRequest" };
  let answer;
  try {
    answer = await originalFetch(urls.session, { headers, cache: "no-store" });
  } catch {
    return become("offline");
  }
  if (answer.status === 401 || answer.status === 403) return become("out");
  if (!answer.ok) return become("unavailable");
  const user = await answer.json();
  if (user.id !== session.owner.id) {
    othersToken = user.token;
    return become("other", user.name);
  }
  session.owner.key = user.key;
  renewToken(user.token);
  return become("in");
}

function renewToken(fresh) {
  token = fresh;
  for (const field of document.querySelectorAll(`[name=${TOKEN_FIELD}]`)) field.value = fresh;
}

function become(state, name) {
  const isNew = session.state !== state;
  Object.assign(session, { state, name });
  if (isNew) document.dispatchEvent(new CustomEvent("kogu-session"));
  if (state === "in") {
    for (const resolve of waiting) resolve();
    waiting = [];
  }
  return state;
}

function withToken(options) {
  if (!token) return options;
  const headers = new Headers(options.headers);
  if (headers.has(TOKEN_HEADER)) headers.set(TOKEN_HEADER, token);
  if (options.body instanceof FormData && options.body.has(TOKEN_FIELD)) {
    options.body.set(TOKEN_FIELD, token);
  }
  return { ...options, headers };
}

const isRefused = (answer) =>
  answer.status === 401 ||
  answer.status === 403 ||
  (answer.redirected && new URL(answer.url).pathname === loginPath);

// Wagtail's autosave, its choosers and the translation editor send all their requests with fetch.
async function fetchSignedIn(resource, options = {}) {
  const isOwn = typeof resource === "string" && new URL(resource, document.baseURI).origin === location.origin;
  if (!isOwn) return originalFetch(resource, options);
  const answer = await originalFetch(resource, withToken(options));
  if (!isRefused(answer)) return answer;
  const state = await checkSession();
  if (!UNSAFE.test(options.method) || resource.includes(PING)) return answer;
  if (state === "out" || state === "other") await signedIn();
  return session.state === "in" ? originalFetch(resource, withToken(options)) : answer;
}

if (isEditor) {
  window.fetch = fetchSignedIn;
  checkSession();
  const checkIfVisible = () => document.visibilityState === "visible" && checkSession();
  document.addEventListener("visibilitychange", checkIfVisible);
  window.addEventListener("online", checkSession);
  window.addEventListener("offline", checkSession);
  window.addEventListener("beforeunload", (event) => waiting.length && event.preventDefault());
  window.addEventListener("pageshow", (event) => event.persisted && checkSession());
  setInterval(checkIfVisible, INTERVAL);
  window.jQuery?.(document).on("ajaxError", (_event, { status }) => {
    if (status === 401 || status === 403) checkSession();
  });
}
