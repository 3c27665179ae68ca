// A folded row says in one line what it holds; rows that were just chosen are folded too.

const ROW = "[data-inline-panel-child]";
const TELLING = ".chooser:not(.blank) .chooser__title, select, textarea, input:not([type=hidden], [type=file])";
const LONGEST = 60;

function words(control) {
  if (control.matches("select")) return control.value && control.selectedOptions[0]?.textContent;
  if (control.matches("[type=checkbox], [type=radio]")) return "";
  return control.matches("input, textarea") ? control.value : control.textContent;
}

function shortened(text) {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST).trim()}…` : line;
}

function summarise(row) {
  const told = [...row.querySelectorAll(TELLING)].map((one) => shortened(words(one) || ""));
  const summary = row.querySelector("[data-kogu-row-summary]");
  if (summary) summary.textContent = told.filter(Boolean).join(" · ");
}

// Choosers tell of themselves before their title stands there.
const soon = (row) => row && requestAnimationFrame(() => summarise(row));

function changed(event) {
  const row = event.target.closest?.(ROW);
  soon(row);
  soon(row?.parentElement.closest(ROW));
}

function fold(row) {
  const toggle = row.querySelector("[data-panel-toggle][aria-expanded=true]");
  const isLong = row.querySelector(".w-panel__content")?.querySelectorAll("[data-contentpath]").length > 2;
  if (toggle && isLong) toggle.click();
}

// Rows that come while the chooser is open hold what was chosen there.
function added(event) {
  const row = event.target;
  soon(row);
  if (document.querySelector(".modal.in")) fold(row);
}

document.querySelectorAll(ROW).forEach(summarise);
for (const name of ["change", "input"]) document.addEventListener(name, changed);
document.addEventListener("w-formset:added", added);
