// Headings, lists, tables and quotations pasted into a story's text come as blocks of their kinds.
// Plain words, and what is moved between texts of the editor, stay Draftail's own.

const words = JSON.parse(document.querySelector("script[data-kogu-paste]").dataset.koguPaste);
const OWN = "[data-draftjs-conductor-fragment], [data-editor]";
const PARTS = "h1, h2, h3, h4, h5, h6, table, blockquote, img, [class*=Mso], [style*=mso-list], a[href^='#']";
// Pictures within the markup would be left out there, and make it large.
const EMBEDDED = /\ssrc=(["'])data:[^"']*\1/gi;
const TURNS = 15;
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

// Where others paste just now, it waits here: a thread of the server is worth more.
async function ask(html, wait) {
  const body = new FormData();
  body.set("html", html.replace(EMBEDDED, ""));
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  let response;
  for (let turn = 0; turn < TURNS && (!response || response.status === 503); turn += 1) {
    if (response) wait();
    if (response) await new Promise((resolve) => setTimeout(resolve, 1000 + Math.random() * 1000));
    response = await fetch(words.url, { method: "POST", body, headers: { "X-CSRFToken": token } });
  }
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.problem);
  return answer;
}

// Lines of plain words as the text of one block.
function textOf(plain) {
  const lines = plain.split(/\r?\n/).filter((line) => line.trim());
  const made = lines.map((text, number) => (
    { key: `pasted${number}`, text, type: "unstyled", depth: 0, inlineStyleRanges: [], entityRanges: [] }));
  return { type: "rich_text", value: { text: JSON.stringify({ blocks: made, entityMap: {} }) } };
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

function button(textContent, onclick) {
  const className = "button button-small button-secondary";
  return Object.assign(document.createElement("button"), { type: "button", className, textContent, onclick });
}

function offerUndo({ blocks, part }, inserted) {
  return button(words.undo, () => {
    const place = blocks.children.indexOf(inserted.find((one) => blocks.children.includes(one)));
    if (!blocks.children.includes(part) && place >= 0) {
      const value = blocks.blockDef.initialChildStates.rich_text;
      blocks.insert({ type: "rich_text", value, id: crypto.randomUUID?.() }, place, { focus: true });
    }
    remove(blocks, inserted);
    document.querySelector(".kogu-pasted")?.remove();
    changed(blocks);
  });
}

// Saving by itself waits for a change.
function changed(blocks) {
  blocks.countInput[0].dispatchEvent(new Event("change", { bubbles: true }));
}

function put(place, states, said) {
  const inserted = insert(place, states);
  const beside = makeRoom(place, inserted);
  say(beside, ...said.map(paragraph), ...(inserted.length ? [offerUndo(place, inserted)] : []));
  changed(place.blocks);
}

async function paste(place, html, plain) {
  say(place.part, paragraph(words.reading));
  try {
    const answer = await ask(html, () => say(place.part, paragraph(words.waiting)));
    put(place, answer.blocks, answer.said);
  } catch (error) {
    const isOurs = error instanceof Error && error.message && !(error instanceof SyntaxError || error instanceof TypeError);
    const rescue = plain.trim() ? [button(words.plain, () => put(place, [textOf(plain)], []))] : [];
    say(place.part, paragraph(words.failed), ...(isOurs ? [paragraph(error.message)] : []), ...rescue);
  }
}

document.addEventListener("paste", (event) => {
  const html = event.clipboardData?.getData("text/html");
  const place = html && placeOf(event.target);
  if (!place || !isForBlocks(html)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  paste(place, html, event.clipboardData.getData("text/plain"));
}, true);
