"""Tells what a web page does not mean to be read: hidden and struck-out text."""

import re

from lxml.html import HtmlElement

_STRUCK = {"del", "s", "strike"}
_INVISIBLE = re.compile(
    r"display:none|visibility:hidden|mso-hide:all|font-size:0(?:px|pt|em)?(?:;|$|!)"
)
_STRIKES = re.compile(r"text-decoration(?:-line)?:[^;]*line-through")
_CONDITIONAL = re.compile(r"@[^{};]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_NAME = re.compile(r"(?:[a-z]+\d?)?([.#][\w-]+)", re.IGNORECASE)


class Styles:
    """What the page's own style sheets hide or strike out, by class and id."""

    def __init__(self, root: HtmlElement) -> None:
        self._hidden: set[str] = set()
        self._struck: set[str] = set()
        self._reversed: set[str] = set()
        for sheet in root.iter("style"):
            text = _CONDITIONAL.sub("", _COMMENT.sub("", sheet.text or ""))
            for selectors, declarations in _RULE.findall(text):
                self._note(selectors, _plain(declarations))

    def _note(self, selectors: str, declarations: str) -> None:
        names = {
            match[1] for one in selectors.split(",") if (match := _NAME.fullmatch(one.strip()))
        }
        if _INVISIBLE.search(declarations):
            self._hidden |= names
        if _STRIKES.search(declarations):
            self._struck |= names
        if _reverses(declarations):
            self._reversed |= names

    def hides(self, element: HtmlElement) -> bool:
        """Whether no reader of the page would see the element."""
        is_said = "hidden" in element.attrib or element.tag == "noscript"
        return (
            is_said
            or bool(_INVISIBLE.search(_plain(element.get("style") or "")))
            or not self._hidden.isdisjoint(_names(element))
        )

    def strikes(self, element: HtmlElement) -> bool:
        """Whether the element's words are crossed out."""
        return (
            element.tag in _STRUCK
            or bool(_STRIKES.search(_plain(element.get("style") or "")))
            or not self._struck.isdisjoint(_names(element))
        )

    def reverses(self, element: HtmlElement) -> bool:
        """Whether the element's letters are shown from the last to the first."""
        return _reverses(_plain(element.get("style") or "")) or not self._reversed.isdisjoint(
            _names(element)
        )


def _reverses(style: str) -> bool:
    return "unicode-bidi:bidi-override" in style and "direction:rtl" in style


def _names(element: HtmlElement) -> set[str]:
    names = {f".{name}" for name in (element.get("class") or "").split()}
    return names | {f"#{element.get('id')}"}


def _plain(style: str) -> str:
    return re.sub(r"\s+", "", style).lower()
