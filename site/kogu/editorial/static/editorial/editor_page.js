// What the page gives the editor's scripts: texts in the reader's language, addresses, parts, forms.

const template = document.getElementById("kogu-unsaved-changes");

export const urls = template?.dataset ?? {};

export function text(name, values = {}) {
  const found = template.content.querySelector(`[data-text="${name}"]`).textContent.trim();
  return found.replace(/\{(\w+)\}/g, (_whole, key) => values[key]);
}

export const part = (name) => template.content.querySelector(`[data-part="${name}"]`).cloneNode(true);

// Pages on which staff edit; not the sign-in, nor a page shown within another.
export const isEditor =
  Boolean(template) && window.top === window && !document.body.classList.contains("login");

const TYPED = "textarea, select, input:not([type=hidden], [type=file], [type=password])";

// The form of the editor, or those of a page that has none.
export function forms() {
  const editor = document.querySelectorAll("form[data-edit-form]");
  const found = editor.length ? editor : document.querySelectorAll("main form[method=post i]");
  return [...found].filter((form) => form.querySelector(`:is(${TYPED})`));
}
