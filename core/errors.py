"""What can go wrong, as one tree. A message names the article and the reason."""

from __future__ import annotations


class DatelineError(Exception):
    """Base of every error that a person is told about."""


class SettingError(DatelineError):
    """A setting has a value that cannot be used."""


class ModelError(DatelineError):
    """The language model is not installed or cannot be loaded."""


class ClusterError(DatelineError):
    """The Dask cluster cannot be reached or cannot run Dateline."""


class StoreError(DatelineError):
    """The workspace cannot be read or written."""


class ArticleError(DatelineError):
    """One article cannot be used; the others go on."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason

    def __reduce__(self) -> tuple[type[ArticleError], tuple[str, str]]:
        """Errors travel between processes."""
        return type(self), (self.name, self.reason)


class ReadError(ArticleError):
    """The input cannot be read as an article: missing, empty, no text, no JSON."""


class ExtractError(ArticleError):
    """The article was read but could not be enriched."""
