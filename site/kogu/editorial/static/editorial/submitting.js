// A form that is sent waits for the words typed last, and for the autosave under way; it begins
// no other.
//
// Rich text reaches its form a moment after it was typed. The first autosave of a new page makes
// the page: a form sent meanwhile would make it once more.

const FORM = "form[data-controller~='w-autosave']";

const EARLY = 10; // milliseconds by which a browser's timer may be ahead
const RICH_TEXT = 350; // milliseconds: Draftail hands over what was typed after a pause of 250

let typed = -Infinity; // when somebody last wrote rich text, or left it

let announced = null; // the autosave that is to come or under way, and when its request goes out
let sending = false;
let then = null; // what waits for its end

const over = () => {
  announced = null;
  if (then) setTimeout(then);
  then = null;
};

document.addEventListener("w-autosave:save", (event) => {
  if (sending) {
    event.preventDefault();
  } else if (!event.defaultPrevented) {
    const pause = Number(event.target.dataset.wAutosaveIntervalValue);
    announced = { event, begins: performance.now() + pause - EARLY };
  }
});
document.addEventListener("w-autosave:success", over);
document.addEventListener("w-autosave:error", over);

for (const kind of ["keydown", "beforeinput", "paste", "drop", "focusout"]) {
  const note = (event) => {
    if (event.target.isContentEditable) typed = performance.now();
  };
  document.addEventListener(kind, note, { capture: true, passive: true });
}

document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  if (event.defaultPrevented || !form.matches(FORM)) return;
  if (sending) {
    event.preventDefault();
    return;
  }
  sending = true;
  const rest = typed + RICH_TEXT - performance.now();
  if (rest > 0) {
    event.preventDefault();
    setTimeout(() => sendOn(form, submitter?.name, submitter?.value), rest);
    return;
  }
  if (!announced) return;
  if (performance.now() < announced.begins) {
    announced.event.preventDefault(); // Wagtail looks at this when the pause is over
    return;
  }
  event.preventDefault();
  then = () => sendOn(form, submitter?.name, submitter?.value);
});

// The answer to an autosave replaces the buttons, so what was pressed is said by a field.
function sendOn(form, name, value) {
  if (name) {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
  sending = false;
  form.requestSubmit();
}

// Back from where the form led to, nothing is under way.
window.addEventListener("pageshow", () => {
  sending = false;
  announced = null;
});
