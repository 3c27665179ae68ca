// Whether the form is saved, in words: always in sight, and told to screen readers when it matters.

import { part, text } from "./editor_page.js";
import { session } from "./session_status.js";

const SILENT = ["saving", "unchanged", "unsaved"]; // not told to screen readers
const NORMAL = [...SILENT, "saved"];

let place = null;
let announced = "";

export const isNormal = () => !place || NORMAL.includes(place.dataset.koguStatus);

export const isSaved = () => isNormal() && place?.dataset.koguStatus !== "unsaved";

// isStored: whether this browser has what is not saved; null when everything is saved.
export function showStatus(status, values = {}, isStored = null) {
  if (session.state !== "in") status = session.state;
  place ??= build();
  const line = sentence(status, values, isStored);
  place.dataset.koguStatus = status;
  place.querySelector("[data-line]").textContent = line;
  if (SILENT.includes(status) || announced === status) return;
  announced = status;
  place.querySelector("[role=status]").textContent = line;
}

function sentence(status, values, isStored) {
  const time = new Date().toLocaleTimeString(document.documentElement.lang, { timeStyle: "short" });
  const line = text(`status-${status}`, { time, ...values });
  if (NORMAL.includes(status) || isStored === null) return line;
  return `${line} ${text(isStored ? "stored" : "not-stored")}`;
}

function build() {
  const built = part("status");
  const footer = document.querySelector("form[data-edit-form] > footer.footer");
  (footer ?? document.querySelector("main")).append(built);
  return built;
}
