// Text that the server does not have is offered where it was written.

import { deleteDraft, draftsFor, markSubmitted } from "./draft_storage.js";
import { part, text } from "./editor_page.js";
import { checkSession } from "./session_status.js";

export async function offerDrafts(tracked, shownAgain, leave) {
  for (const draft of await draftsFor(tracked.path)) {
    if (draft.content.form === tracked.index && draft.name !== shownAgain) show(tracked, draft, leave);
  }
}

function show(tracked, draft, leave) {
  const { form, isAutosaved } = tracked;
  showOffer(draft, form, (close) => {
    if (isAutosaved) {
      submitDraft(form, draft, leave);
    } else {
      fill(form, draft.content.entries);
      tracked.restored();
      close();
    }
  });
}

export function showOffer(draft, before, restore) {
  const place = part("offer");
  const time = new Date(draft.at).toLocaleString(document.documentElement.lang, {
    dateStyle: "medium",
    timeStyle: "short",
  });
  place.querySelector("p").textContent = text("offer", { time });
  const [accept, discard] = place.querySelectorAll("button");
  const close = () => {
    deleteDraft(draft.name);
    place.remove();
  };
  accept.addEventListener("click", () => restore(close, place));
  discard.addEventListener("click", close);
  before.before(place);
}

// The server rebuilds stories, rows and choices from what is submitted to be saved.
async function submitDraft(form, draft, leave) {
  if ((await checkSession()) !== "in") return;
  const copy = document.createElement("form");
  Object.assign(copy, { method: "post", action: form.action, enctype: form.enctype, hidden: true });
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  for (const [name, value] of [...draft.content.entries, ["csrfmiddlewaretoken", token]]) {
    copy.append(Object.assign(document.createElement("textarea"), { name, value }));
  }
  document.body.append(copy);
  markSubmitted(draft.name);
  leave();
  copy.submit();
}

// What widgets keep in hidden fields cannot be put back: choosers show it by themselves only.
function fill(form, entries) {
  const values = Map.groupBy(entries, ([name]) => name);
  addRows(form, entries);
  for (const field of form.elements) {
    if (!field.name || ["hidden", "file", "password", "submit"].includes(field.type)) continue;
    fillField(field, (values.get(field.name) ?? []).map(([, value]) => value));
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function addRows(form, entries) {
  for (const [name, total] of entries.filter(([name]) => name.endsWith("-TOTAL_FORMS"))) {
    const button = document.getElementById(`id_${name.replace("-TOTAL_FORMS", "-ADD")}`);
    const missing = Number(total) - Number(form.elements[name]?.value);
    for (let row = 0; row < missing; row += 1) button?.click();
  }
}

function fillField(field, values) {
  if (field.type === "checkbox" || field.type === "radio") {
    field.checked = values.includes(field.value);
  } else if (field.type === "select-multiple") {
    for (const option of field.options) option.selected = values.includes(option.value);
  } else if (values.length) {
    field.value = values[0];
  }
}
