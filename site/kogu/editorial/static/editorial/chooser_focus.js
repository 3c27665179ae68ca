// An opened chooser begins in its search, and ends where something was chosen.

document.addEventListener("focusin", ({ target }) => {
  if (target.matches(".modal.in")) target.querySelector("input[name=q]")?.focus();
});

// The button that opened the dialog is hidden once something is chosen, and cannot have the focus
// again: what may be done with the choice has it.
let chooser = null;

document.addEventListener("change", ({ target }) => {
  chooser = document.getElementById(`${target.id}-chooser`) ?? chooser;
});

function returnFocus(records) {
  const isClosed = records.some(({ removedNodes }) => [...removedNodes].some((node) => node.matches?.(".modal")));
  if (isClosed && document.activeElement === document.body) chooser?.querySelector(".chosen button")?.focus();
}

new MutationObserver(returnFocus).observe(document.body, { childList: true });
