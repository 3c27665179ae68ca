// Says that the session has ended, and offers to sign in without leaving the page.

import { isEditor, part, text, urls } from "./editor_page.js";
import { checkSession, session, signOtherUserOut } from "./session_status.js";

const LANGUAGE = "django_language"; // the cookie in which Django looks for a visitor's language

let bar = null;
let dialog = null;

const isOut = () => session.state === "out" || session.state === "other";

export async function openSignIn() {
  if (session.state === "other") await signOtherUserOut();
  dialog ??= buildDialog();
  if (dialog.open) return;
  const frame = document.createElement("iframe");
  frame.title = text("sign-in");
  document.cookie = `${LANGUAGE}=${document.documentElement.lang}; path=${urls.home}; samesite=strict`;
  frame.src = `${urls.login}?next=${encodeURIComponent(urls.session)}`;
  frame.addEventListener("load", () => checkFrame(frame));
  dialog.querySelector("[data-frame]").replaceChildren(frame);
  dialog.showModal();
}

// The sign-in ends at the session's address. A second factor is a page before it; new recovery
// codes are one too, on which somebody is signed in already but has still to read.
async function checkFrame(frame) {
  await checkSession();
  if (frame.contentWindow?.location.pathname === new URL(urls.session, location.href).pathname) {
    dialog.close();
  }
}

function buildDialog() {
  const built = part("dialog");
  built.querySelector("button").addEventListener("click", () => built.close());
  built.addEventListener("close", () => built.querySelector("[data-frame]").replaceChildren());
  document.body.append(built);
  return built;
}

function show() {
  if (!bar) {
    bar = part("bar");
    bar.querySelector("button").addEventListener("click", openSignIn);
    document.body.append(bar);
  }
  bar.hidden = !isOut();
  const message = isOut() ? text(session.state, { name: session.name, owner: session.owner.name }) : "";
  const place = bar.querySelector("[role=alert]");
  if (place.textContent !== message) place.textContent = message;
}

if (isEditor) document.addEventListener("kogu-session", show);
