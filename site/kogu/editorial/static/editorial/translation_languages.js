// The translator's editor says which words are in which language: screen readers speak, and browsers
// correct, each in its own.

const editor = document.querySelector(".js-translation-editor");

function mark(codes) {
  for (const part of editor.querySelectorAll("h3 + ul > li > :is(p, div)")) {
    const code = part.matches("p") ? codes.source : codes.target;
    if (part.lang !== code) part.lang = code;
  }
}

if (editor) {
  const { sourceLocale, locale } = JSON.parse(editor.dataset.props);
  const codes = { source: sourceLocale.code, target: locale.code };
  mark(codes);
  new MutationObserver(() => mark(codes)).observe(editor, { childList: true, subtree: true });
}
