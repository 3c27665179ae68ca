// Headings, lists, tables and quotations pasted into a story's text come as blocks of their kinds.
// Plain words, and what is moved between texts of the editor, stay Draftail's own.

const words = JSON.parse(document.querySelector("script[data-kogu-paste]").dataset.koguPaste);
const OWN = "[data-draftjs-conductor-fragment], [data-editor]";
const PARTS = "h1, h2, h3, h4, h5, h6, table, blockquote, img, [class*=Mso], [style*=mso-list], a[href^='#']";
const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, tr, blockquote, pre, img";

// The list of blocks and the text in it into which something is pasted.
function placeOf(target) {
  const blocks = target.closest?.("[id$=-root]")?.rootBlock;
  const part = blocks?.children?.find((child) => child.element.contains(target));
  const isStory = part?.type === "rich_text" && blocks.blockDef.childBlockDefsByName?.table;
  return isStory && target.closest(".Draftail-Editor") ? { blocks, part } : null;
}

function isForBlocks(html) {
  const pasted = new DOMParser().parseFromString(html, "text/html");
  if (pasted.querySelector(OWN) || !pasted.querySelector(PARTS)) return false;
  // A few words out of one heading or paragraph are words.
  return pasted.querySelectorAll(BLOCKS).length > 1 || pasted.querySelector("table, img") !== null;
}

function say(part, ...nodes) {
  document.querySelector(".kogu-pasted")?.remove();
  const box = Object.assign(document.createElement("div"), { className: "kogu-pasted help-block" });
  box.setAttribute("role", "status");
  part.element.append(box);
  box.append(...nodes);
}

function paragraph(text) {
  return Object.assign(document.createElement("p"), { textContent: text });
}

async function ask(html) {
  const body = new FormData();
  body.set("html", html);
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const response = await fetch(words.url, { method: "POST", body, headers: { "X-CSRFToken": token } });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.problem);
  return answer;
}

function insert({ blocks, part }, states) {
  const start = blocks.children.indexOf(part) + 1;
  return states.map(({ type, value }, number) =>
    blocks.insert({ type, value, id: crypto.randomUUID?.() }, start + number, {}));
}

function remove(blocks, parts) {
  for (const part of parts) {
    const place = blocks.children.indexOf(part);
    if (place >= 0) blocks.deleteBlock(place);
  }
}

// An empty text gives its place to what was pasted into it.
function makeRoom({ blocks, part }, inserted) {
  if (!inserted.length || part.element.querySelector("[contenteditable=true]").innerText.trim()) return part;
  remove(blocks, [part]);
  inserted[0].focus({ soft: true });
  return inserted[0];
}

function offerUndo({ blocks, part }, inserted) {
  return Object.assign(document.createElement("button"), {
    type: "button",
    className: "button button-small button-secondary",
    textContent: words.undo,
    onclick: () => {
      const place = blocks.children.indexOf(inserted.find((one) => blocks.children.includes(one)));
      if (!blocks.children.includes(part) && place >= 0) {
        const value = blocks.blockDef.initialChildStates.rich_text;
        blocks.insert({ type: "rich_text", value, id: crypto.randomUUID?.() }, place, { focus: true });
      }
      remove(blocks, inserted);
      document.querySelector(".kogu-pasted")?.remove();
      changed(blocks);
    },
  });
}

// Saving by itself waits for a change.
function changed(blocks) {
  blocks.countInput[0].dispatchEvent(new Event("change", { bubbles: true }));
}

async function paste(place, html) {
  say(place.part, paragraph(words.reading));
  try {
    const answer = await ask(html);
    const inserted = insert(place, answer.blocks);
    const beside = makeRoom(place, inserted);
    say(beside, ...answer.said.map(paragraph), ...(inserted.length ? [offerUndo(place, inserted)] : []));
    changed(place.blocks);
  } catch (error) {
    const isOurs = error instanceof Error && error.message && !(error instanceof SyntaxError || error instanceof TypeError);
    say(place.part, paragraph(words.failed), ...(isOurs ? [paragraph(error.message)] : []));
  }
}

document.addEventListener("paste", (event) => {
  const html = event.clipboardData?.getData("text/html");
  const place = html && placeOf(event.target);
  if (!place || !isForBlocks(html)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  paste(place, html);
}, true);
