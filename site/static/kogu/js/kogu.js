/* Small comforts; every page works without them. */

const FACET = "details[name='facets']";

const close = (except) => {
  for (const facet of document.querySelectorAll(`${FACET}[open]`)) {
    if (facet !== except) facet.open = false;
  }
};

document.addEventListener("click", (event) => close(event.target.closest?.(FACET)));

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.activeElement?.closest(`${FACET}[open]`);
  close();
  open?.querySelector("summary").focus();
});

/* Paper cannot be unfolded: answers are open while printing. */
const unfolded = new Set();

addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll(".story details:not([open])")) {
    part.open = true;
    unfolded.add(part);
  }
});

addEventListener("afterprint", () => {
  for (const part of unfolded) part.open = false;
  unfolded.clear();
});
