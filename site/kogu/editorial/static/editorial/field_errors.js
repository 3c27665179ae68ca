// Why a field does not take what was typed, at the field, as the last save left it.

const ERRORS = "[data-field-errors]";
const MESSAGES = ".error-message, .help-critical";
const BLOCKS = "[data-streamfield-stream-container]";

export function renewFieldErrors(form, list) {
  const refused = new Map();
  for (const one of list.querySelectorAll("template[data-kogu-refused]")) {
    const field = fieldOf(form, ...one.dataset.koguRefused.split("/"));
    refused.set(field, [...(refused.get(field) ?? []), one.content]);
  }
  for (const field of form.querySelectorAll("[data-field]")) renewField(field, refused.get(field) ?? []);
  renewCounts();
}

// By the name of its input, and within a story by the content path of its part; what is said of a
// block as a whole stands at its first field, before what is said of that.
function fieldOf(form, name, ...path) {
  const found = form.elements.namedItem(name) ?? form.elements.namedItem(`${name}-count`);
  const control = found instanceof RadioNodeList ? found[0] : found;
  const field = control?.closest("[data-field]");
  const steps = path.map((step) => `[data-contentpath="${CSS.escape(step)}"]`);
  return path.length ? field?.querySelector(`${steps.join(" ")} [data-field]`) : field;
}

function renewField(field, contents) {
  const own = (one) => one.closest("[data-field]") === field;
  const errors = [...field.querySelectorAll(ERRORS)].find(own);
  // Of a block as a whole, said above its fields when the page was loaded.
  if (field.querySelector(BLOCKS)) for (const one of field.querySelectorAll(".help-critical")) one.remove();
  if (!errors || (!contents.length && !errors.querySelector(MESSAGES))) return;
  errors.replaceChildren(...contents.map((one) => document.importNode(one, true)));
  field.classList.toggle("w-field--error", contents.length > 0);
  for (const control of [...field.querySelectorAll("input, select, textarea, [aria-invalid]")].filter(own)) {
    if (contents.length) control.ariaInvalid = "true";
    else control.removeAttribute("aria-invalid");
  }
}

// Wagtail counts the errors of a tab once, and those of its minimap with every panel that comes.
function renewCounts() {
  document.dispatchEvent(new CustomEvent("wagtail:panel-init"));
  for (const count of document.querySelectorAll(".w-tabs__errors")) count.replaceWith(count.cloneNode(true));
}
