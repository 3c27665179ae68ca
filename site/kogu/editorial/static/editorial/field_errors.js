// Why a field does not take what was typed, at the field, as the last save left it.

const ERRORS = "[data-field-errors]";
const MESSAGES = ".error-message, .help-critical";
const BLOCKS = "[data-streamfield-stream-container]";

export function renewFieldErrors(form, list) {
  const refused = new Map();
  for (const one of list.querySelectorAll("template[data-kogu-refused]")) {
    refused.set(fieldOf(form, one.dataset.koguRefused), one.content);
  }
  for (const field of form.querySelectorAll("[data-field]")) {
    if (!field.closest(BLOCKS)) renewField(field, refused);
  }
  renewCounts();
}

function fieldOf(form, name) {
  const found = form.elements.namedItem(name) ?? form.elements.namedItem(`${name}-count`);
  const control = found instanceof RadioNodeList ? found[0] : found;
  return control?.closest("[data-field]");
}

function renewField(field, refused) {
  const blocks = field.querySelector(BLOCKS);
  if (blocks) {
    if (!refused.has(field)) clearBlocks(field);
    return;
  }
  const errors = field.querySelector(ERRORS);
  const content = refused.get(field);
  if (!errors || (!content && !errors.querySelector(MESSAGES))) return;
  errors.replaceChildren(...(content ? [document.importNode(content, true)] : []));
  mark(field, Boolean(content));
}

// Where a block is malformed still, its own messages stay.
function clearBlocks(field) {
  for (const message of field.querySelectorAll(MESSAGES)) message.remove();
  for (const icon of field.querySelectorAll(`${ERRORS} > .icon`)) icon.remove();
  for (const one of [field, ...field.querySelectorAll("[data-field]")]) mark(one, false);
}

function mark(field, isRefused) {
  field.classList.toggle("w-field--error", isRefused);
  for (const control of field.querySelectorAll("input, select, textarea, [aria-invalid]")) {
    if (isRefused) control.ariaInvalid = "true";
    else control.removeAttribute("aria-invalid");
  }
}

// Wagtail counts the errors of a tab once.
function renewCounts() {
  for (const count of document.querySelectorAll(".w-tabs__errors")) count.replaceWith(count.cloneNode(true));
}
