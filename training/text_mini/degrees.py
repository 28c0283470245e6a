"""Texts that are learned from beside each other: those that say more and less of a label, and those that differ only in
whom they are about."""

import json
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from model import MESSAGE


class Groups:
    """Groups of texts in pieces; `label` is the one of which each text says less than the text before it."""

    def __init__(self, paths):
        lines = [json.loads(line) for path in paths for line in Path(path).read_text().splitlines()]
        self.texts = [line["rows"] for line in lines]
        self.labels = [line.get("label", -1) for line in lines]

    def draw(self, count: int, random: np.random.Generator):
        """Pieces and parts [texts, length], and for each group its label and the rows of its texts."""
        chosen = random.integers(0, len(self.texts), count)
        rows = [row for group in chosen for row in self.texts[group]]
        pieces = np.zeros((len(rows), max(map(len, rows))), np.int32)
        parts = np.zeros_like(pieces)
        for at, row in enumerate(rows):
            pieces[at, : len(row)] = row
            parts[at, : len(row)] = MESSAGE
        groups, at = [], 0
        for group in chosen:
            size = len(self.texts[group])
            groups.append((self.labels[group], at, at + size))
            at += size
        return torch.from_numpy(pieces), torch.from_numpy(parts), groups


def order_loss(logits, groups, margin: float):
    """How far texts that say more of a label lack a lead of `margin` log-odds a place over those that say less."""
    lacks = []
    for label, begin, end in groups:
        scores = logits[begin:end, label]
        for apart in range(1, end - begin):
            lacks.append(F.softplus(margin * min(apart, 3) - (scores[:-apart] - scores[apart:])))
    return torch.cat(lacks).mean()


def sameness_loss(logits, groups):
    """Mean square of the difference between two tellings of the same."""
    first = logits[[begin for _, begin, _ in groups]]
    second = logits[[end - 1 for _, _, end in groups]]
    return ((first - second) ** 2).sum(1).mean()
