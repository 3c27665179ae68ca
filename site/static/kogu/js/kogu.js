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

/* The menu of a phone covers the page: the keyboard stays within until it is closed. */
const menu = document.getElementById("menu");

menu?.addEventListener("keydown", (event) => {
  if (event.key !== "Tab" || !("popover" in menu) || !menu.matches(":popover-open")) return;
  const parts = [...menu.querySelectorAll("a, button")];
  const [from, to] = event.shiftKey ? [parts[0], parts.at(-1)] : [parts.at(-1), parts[0]];
  if (document.activeElement !== from) return;
  event.preventDefault();
  to.focus();
});

/* A table takes the keyboard only where there is something to scroll to. */
const scrolled = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const box = target.closest(".data-table");
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
});

for (const box of document.querySelectorAll(".data-table")) {
  scrolled.observe(box);
  scrolled.observe(box.firstElementChild);
}

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

/* An address that can be copied gets a button that does so. */
for (const field of document.querySelectorAll("[data-copy]")) {
  const input = field.querySelector("input");
  const button = document.createElement("button");
  const said = document.createElement("span");
  button.type = "button";
  button.textContent = field.dataset.copy;
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    input.select();
    try {
      await navigator.clipboard.writeText(input.value);
      said.textContent = field.dataset.copied;
    } catch {
      /* It stands selected, ready to be copied by hand. */
    }
  });
  field.append(button, said);
}
