"""What the network learns from, as tables: one row a text, whichever set it came from."""

import json
from pathlib import Path

import numpy as np
import torch

from model import LABELS, OTHER, PADDING, SAME

LENGTH = 192  # 128 pieces of a message and 64 of the turns before it
STRANGER = 32  # pieces at most of what was said to somebody else


class Table:
    """Rows of texts. `weight` is 0 where a label is not trained; `vad` is NaN where no dimension was rated."""

    def __init__(self, pieces, parts, labels, weight, vad):
        self.pieces, self.parts, self.labels, self.weight, self.vad = pieces, parts, labels, weight, vad
        self.lengths = (parts != PADDING).sum(1).numpy()

    def __len__(self):
        return len(self.pieces)

    def parts_of(self):
        return self.pieces, self.parts, self.labels, self.weight, self.vad

    def rows(self, chosen: np.ndarray) -> "Table":
        """The rows for which `chosen` is true."""
        return Table(*(part[torch.from_numpy(chosen)] for part in self.parts_of()))


def read_set(cache: Path, name: str) -> Table:
    """A set that prepare.ts wrote. GoEmotions rows name their labels, our own give each label's share of observers."""
    lines = [json.loads(line) for line in (cache / f"{name}.jsonl").read_text().splitlines()]
    count = len(lines)
    pieces = np.zeros((count, LENGTH), np.int32)
    parts = np.zeros((count, LENGTH), np.int32)
    labels = np.zeros((count, LABELS), np.float32)
    weight = np.zeros((count, LABELS), np.float32)
    vad = np.full((count, 3), np.nan, np.float32)
    for row, line in enumerate(lines):
        size = min(len(line["pieces"]), LENGTH)
        pieces[row, :size] = line["pieces"][:size]
        parts[row, :size] = line["parts"][:size]
        if "labels" in line:
            labels[row, line["labels"]] = 1
            weight[row] = 1
        if "soft" in line:
            labels[row] = line["soft"]
            weight[row] = line["weight"]
        if "vad" in line:
            vad[row] = line["vad"]
    return Table(*(torch.from_numpy(part) for part in (pieces, parts, labels, weight, vad)))


def join(tables) -> Table:
    return Table(*(torch.cat(same) for same in zip(*(table.parts_of() for table in tables))))


def batches(table: Table, recipe: dict, random: np.random.Generator):
    """One epoch in batches of texts of about the same length, in random order: rows of the table, their pieces and
    parts. Some messages get another text behind them as if it were the turn before: what was said to somebody else
    must not change the reading."""
    parts = table.parts.numpy()
    has_context = ((parts == OTHER) | (parts == SAME)).any(1)
    stranger = np.where((random.random(len(table)) < recipe["strangers"]) & ~has_context, random.integers(0, len(table), len(table)), -1)
    added = np.where(stranger >= 0, np.minimum(table.lengths[stranger], STRANGER), 0)
    added = np.minimum(added, LENGTH - table.lengths)
    total = table.lengths + added
    size = recipe["batch"]
    order = random.permutation(len(table))
    found = []
    for start in range(0, len(order), size * 50):
        chunk = order[start : start + size * 50]
        chunk = chunk[np.argsort(total[chunk], kind="stable")]
        found += [chunk[at : at + size] for at in range(0, len(chunk), size)]
    for at in random.permutation(len(found)):
        rows = found[at]
        length = max(1, int(total[rows].max()))
        own_pieces, own_parts = table.pieces[rows, :length].clone(), table.parts[rows, :length].clone()
        for place, row in enumerate(rows):
            if stranger[row] >= 0:
                begin, end = table.lengths[row], total[row]
                own_pieces[place, begin:end] = table.pieces[stranger[row], : end - begin]
                own_parts[place, begin:end] = int(random.integers(OTHER, SAME + 1))
        yield torch.from_numpy(rows), own_pieces, own_parts
