// Waits until a document has been read, then loads the page that shows the result.
const status = document.querySelector("[data-reading]");
const SECONDS = 2;

// A live region is announced when its words change, not when it is loaded.
function announce() {
  const words = [...status.childNodes];
  status.replaceChildren();
  setTimeout(() => status.replaceChildren(...words), 100);
}

async function isReading() {
  const response = await fetch(status.dataset.state, { headers: { Accept: "application/json" } });
  if (response.redirected || response.status === 403) return false; // signed out
  const { reading } = await response.json();
  return status.dataset.reading.split(" ").every((key) => reading.includes(key));
}

// Files that somebody is choosing would be lost.
function hasChosen() {
  return [...document.querySelectorAll("input[type=file]")].some((input) => input.files.length);
}

async function poll() {
  const goesOn = await isReading().catch(() => true); // the server may be restarting
  if (goesOn || hasChosen()) setTimeout(poll, SECONDS * 1000);
  else location.reload();
}

if (status) {
  announce();
  setTimeout(poll, SECONDS * 1000);
}
