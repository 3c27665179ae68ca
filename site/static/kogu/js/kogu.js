/* Small comforts; every page works without them. */

const MENUS = "details[name='menu'], details[name='facets']";

const close = (except) => {
  for (const menu of document.querySelectorAll(`:is(${MENUS})[open]`)) {
    if (menu !== except) menu.open = false;
  }
};

document.addEventListener("click", (event) => close(event.target.closest?.(MENUS)));

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.activeElement?.closest(`:is(${MENUS})[open]`);
  close();
  open?.querySelector("summary").focus();
});

/* Paper cannot be unfolded: everything is open while printing. */
const folded = new Set();

addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll(".story details:not([open])")) {
    part.open = true;
    folded.add(part);
  }
});

addEventListener("afterprint", () => {
  for (const part of folded) part.open = false;
  folded.clear();
});
