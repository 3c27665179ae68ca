// Names for what Wagtail leaves nameless to screen readers: its dialogs and fields of rich text.

const EDITOR = ".Draftail-Editor [role=textbox]:not([aria-label])";

const textOf = (element) => element.textContent.replace(/[\s*]+/g, " ").trim();

function name(element, title) {
  const words = title && textOf(title);
  if (words && element.ariaLabel !== words) element.ariaLabel = words;
}

// The label of the field, or the heading of the panel that is its only field.
function labelOf(editor) {
  const field = editor.closest("[data-contentpath]");
  return field?.querySelector(".w-field__label")
    ?? editor.closest(".w-panel__wrapper")?.querySelector(".w-field__label")
    ?? editor.closest("section")?.querySelector("[data-panel-heading-text]");
}

function nameAll() {
  for (const dialog of document.querySelectorAll(".modal")) name(dialog, dialog.querySelector("h1, h2"));
  for (const editor of document.querySelectorAll(EDITOR)) name(editor, labelOf(editor));
}

nameAll();
new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
