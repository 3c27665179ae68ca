// A text longer than its field is said, not cut: browsers cut what is pasted without a word.

import { isEditor, text } from "./editor_page.js";

const FIELDS = "input[maxlength], textarea[maxlength], [data-kogu-max-length]";

let count = 0;

function maxLength(field) {
  if (field.maxLength > 0) {
    field.dataset.koguMaxLength = field.maxLength;
    field.removeAttribute("maxlength");
  }
  return Number(field.dataset.koguMaxLength ?? 0);
}

// As Python counts, and with the line ends that a form sends.
const lengthOf = (field) => [...field.value.trim().replace(/\r?\n/g, "\r\n")].length;

function validate(field) {
  const limit = maxLength(field);
  if (!limit) return;
  const over = lengthOf(field) - limit;
  let place = document.getElementById(field.dataset.koguTooLong ?? "");
  if (over <= 0 && !place) return;
  place ??= build(field);
  place.textContent = over > 0 ? text("too-long", { over, limit }) : "";
  if (over > 0) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

function build(field) {
  const place = Object.assign(document.createElement("p"), {
    id: `kogu-too-long-${(count += 1)}`,
    className: "kogu-too-long",
    role: "status",
  });
  field.dataset.koguTooLong = place.id;
  const described = field.getAttribute("aria-describedby") ?? "";
  field.setAttribute("aria-describedby", `${described} ${place.id}`.trim());
  field.after(place);
  return place;
}

if (isEditor) {
  const isLimited = (field) => field.matches?.(FIELDS);
  // Fields come and go in stories and rows: the limit is taken off as somebody comes to a field.
  for (const kind of ["focusin", "pointerdown", "dragover"]) {
    document.addEventListener(kind, ({ target }) => isLimited(target) && maxLength(target), true);
  }
  document.addEventListener("input", ({ target }) => isLimited(target) && validate(target), true);
}
