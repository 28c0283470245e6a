"""Texts that are learned from beside each other: those that say more and less of a label."""

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
        self.labels = [line["label"] for line in lines]

    def __len__(self):
        return len(self.texts)

    def draw(self, count: int, random: np.random.Generator):
        return self.gather(random.integers(0, len(self.texts), count))

    def gather(self, chosen):
        """Pieces and parts [texts, length], and the pairs of rows in order: [pairs, 4] of the row that says more, the
        row that says less, the label, and how many places lie between the two."""
        rows = [row for group in chosen for row in self.texts[group]]
        pieces = np.zeros((len(rows), max(map(len, rows))), np.int32)
        parts = np.zeros_like(pieces)
        for at, row in enumerate(rows):
            pieces[at, : len(row)] = row
            parts[at, : len(row)] = MESSAGE
        pairs, at = [], 0
        for group in chosen:
            size = len(self.texts[group])
            pairs += [
                (at + more, at + less, self.labels[group], less - more)
                for more in range(size)
                for less in range(more + 1, size)
            ]
            at += size
        return torch.from_numpy(pieces), torch.from_numpy(parts), torch.tensor(pairs)


def order_loss(logits, pairs, margin: float):
    """How far texts that say more of a label lack a lead of `margin` log-odds a place over those that say less."""
    more, less, label, apart = pairs.unbind(1)
    lead = logits[more, label] - logits[less, label]
    return F.softplus(margin * apart.clamp(max=3) - lead).mean()


@torch.no_grad()
def share_in_order(model, groups: Groups, device: str) -> float:
    """The share of pairs of a group that the network orders rightly."""
    pieces, parts, pairs = groups.gather(range(len(groups)))
    logits = model(pieces.to(device), parts.to(device))[0].cpu()
    more, less, label, _ = pairs.unbind(1)
    return float((logits[more, label] > logits[less, label]).float().mean())
