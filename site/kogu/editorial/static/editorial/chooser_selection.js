// What was ticked in a chooser of several stays ticked, whatever is searched for next.

const FORM = ".modal [data-multiple-choice-form]";
const TICK = "[data-multiple-choice-select]";
const KEPT = "data-kogu-kept";

const chosen = new WeakMap();

function ticks(form) {
  const modal = form.closest(".modal");
  if (!chosen.has(modal)) chosen.set(modal, new Map());
  return chosen.get(modal);
}

function nameOf(tick) {
  const holder = tick.closest("tr")?.querySelector(".title") ?? tick.closest("label") ?? tick.parentElement;
  return holder.textContent.replace(/\s+/g, " ").trim();
}

// One that is not among the results stands above the button, where it can be taken away.
function keptTick(value, name) {
  const label = document.createElement("label");
  const input = Object.assign(document.createElement("input"), { type: "checkbox", name: "id", value, checked: true });
  input.setAttribute("data-multiple-choice-select", "");
  label.setAttribute(KEPT, value);
  label.append(input, ` ${name}`);
  return label;
}

function listOf(form) {
  const list = form.querySelector(".kogu-kept-choices");
  if (list) return list;
  const made = Object.assign(document.createElement("div"), { className: "kogu-kept-choices" });
  form.querySelector("[data-multiple-choice-submit]").before(made);
  return made;
}

function tickAgain(form) {
  const all = ticks(form);
  if (!all.size && !form.querySelector(`[${KEPT}]`)) return;
  const shown = new Set();
  for (const tick of form.querySelectorAll(`${TICK}:not([${KEPT}] *)`)) {
    shown.add(tick.value);
    tick.checked = all.has(tick.value);
  }
  const missing = [...all].filter(([value]) => !shown.has(value));
  const list = listOf(form);
  const standing = [...list.children].map((one) => one.getAttribute(KEPT));
  if (standing.join() !== missing.map(([value]) => value).join()) {
    list.replaceChildren(...missing.map(([value, name]) => keptTick(value, name)));
  }
  form.querySelector("[data-multiple-choice-submit]").disabled = !all.size;
}

document.addEventListener("change", ({ target }) => {
  const form = target.matches(TICK) && target.closest(FORM);
  if (!form) return;
  if (target.checked) ticks(form).set(target.value, nameOf(target));
  else ticks(form).delete(target.value);
  tickAgain(form);
});

// Results come by search, filter and page; Wagtail tells of none of them.
new MutationObserver(() => document.querySelectorAll(FORM).forEach(tickAgain)).observe(document.body, {
  childList: true,
  subtree: true,
});
