// What is typed before the editor watches its form is an unsaved change like any other.
//
// Wagtail takes what the form holds two seconds after loading for what the server has.
// This script runs first, in the head, so that no edit is too early for it.

{
  const edited = new Set();

  const note = (event) => {
    const form = event.isTrusted && event.target.closest?.("form[data-controller~='w-unsaved']");
    if (form) edited.add(form);
  };
  document.addEventListener("input", note, true);
  document.addEventListener("change", note, true);

  document.addEventListener("w-unsaved:watch-edits", ({ target }) => {
    if (edited.delete(target)) target.setAttribute("data-w-unsaved-force-value", "true");
    document.removeEventListener("input", note, true);
    document.removeEventListener("change", note, true);
  }, { once: true });
}
