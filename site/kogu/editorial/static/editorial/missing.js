// What is missing leads to its field: the name of the field becomes a button, after that of its tab.

import { renewFieldErrors } from "./field_errors.js";

const FORM = "[data-edit-form]";
const FIRST = "input:not([type=hidden]), select, textarea, button, [contenteditable=true]";

// A field, or the rows of a relation; not the field of that name in such a row.
function placeOf(name) {
  const paths = document.querySelectorAll(`${FORM} [data-contentpath="${CSS.escape(name)}"]`);
  const own = [...paths].find((field) => !field.closest("[id^=inline_child_]"));
  return own ?? document.getElementById(`id_${name}-FORMS`)?.closest("section");
}

// Where there is no room for both, the side panel lies over the form.
function makeRoom() {
  const panel = document.querySelector("[data-form-side]");
  const form = document.querySelector(FORM);
  if (panel && form && panel.getBoundingClientRect().left < form.getBoundingClientRect().left + 100) {
    document.querySelector("[data-form-side-close-button]")?.click();
  }
}

function tabOf(place) {
  const panel = place.closest("[role=tabpanel]");
  return panel && document.querySelector(`[role=tab][href="#${panel.id}"]`);
}

// A form without tabs has one.
function nameOfTab(place) {
  const tab = tabOf(place);
  const isOne = !tab || tab.parentElement.querySelectorAll("[role=tab]").length === 1;
  return isOne ? "" : `${tab.firstChild.textContent.trim()} › `;
}

function lead(place) {
  makeRoom();
  tabOf(place)?.click();
  for (let panel = place; panel; panel = panel.parentElement?.closest("section")) {
    panel.querySelector(":scope > * [data-panel-toggle][aria-expanded=false]")?.click();
  }
  arrive(place);
}

// Tabs change in their own time.
function arrive(place, frames = 60) {
  if (!place.checkVisibility() && frames) {
    requestAnimationFrame(() => arrive(place, frames - 1));
    return;
  }
  const controls = [...place.querySelectorAll(FIRST)];
  const control = controls.find((one) => !one.matches("[data-panel-toggle]") && one.checkVisibility());
  place.scrollIntoView({ block: "center" });
  control?.focus({ preventScroll: true });
}

function makeButtons(where) {
  for (const words of where.querySelectorAll("span[data-kogu-field]")) {
    const place = placeOf(words.dataset.koguField);
    if (!place) continue;
    const button = Object.assign(document.createElement("button"), {
      type: "button",
      className: "kogu-lead",
      textContent: nameOfTab(place) + words.textContent,
      onclick: () => lead(place),
    });
    button.dataset.koguField = words.dataset.koguField;
    words.replaceWith(button);
  }
}

makeButtons(document);

// The first tab opens with the editor. If it was saved and only other tabs have errors, the first
// of these does.
function openTabOfErrors() {
  const errors = [...document.querySelectorAll(`${FORM} [role=tabpanel] :is(.error-message, .help-critical)`)];
  const wasSaved = document.querySelector(".messages li") && !location.hash;
  if (wasSaved && errors.length && !errors.some((one) => one.checkVisibility())) tabOf(errors[0])?.click();
}

window.addEventListener("load", openTabOfErrors);

// The name of a button is all that a screen reader says of it, so the count is part of it.
function renewCount(count) {
  const button = document.querySelector("[data-side-panel-toggle=missing]");
  const counter = button?.querySelector("[data-side-panel-toggle-counter]");
  if (!counter) return;
  counter.textContent = count;
  counter.hidden = count === "0";
  const name = button.getAttribute("data-w-tooltip-content-value");
  button.ariaLabel = count === "0" ? name : `${name}: ${count}`;
}

// Wagtail brings the panel's list anew after every save, but neither what stands on its button
// nor what stands at the fields.
function renew() {
  const list = panel.querySelector("[data-kogu-count]");
  if (list && list !== shown) {
    shown = list;
    renewCount(list.dataset.koguCount);
    renewFieldErrors(document.querySelector(FORM), list);
  }
  makeButtons(panel);
}

const panel = document.querySelector("[data-side-panel=missing]");
let shown = panel?.querySelector("[data-kogu-count]");
if (shown) renewCount(shown.dataset.koguCount);
if (panel) new MutationObserver(renew).observe(panel, { childList: true, subtree: true });
