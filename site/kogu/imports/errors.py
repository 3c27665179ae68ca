"""A document that is not read, and why."""


class Refusal(Exception):
    """The file is refused; `code` names the reason, see `messages.REFUSALS`."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail
