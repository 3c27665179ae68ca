// An opened chooser begins in its search: the dialog takes the focus when it has come.

document.addEventListener("focusin", ({ target }) => {
  if (target.matches(".modal.in")) target.querySelector("input[name=q]")?.focus();
});
