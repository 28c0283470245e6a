"""Trains the network, as `npm run train:text-mini` does: python3 train.py CACHE ENCODER OUT.

Teachers first, each on the data without one fold, then the student, which is refined and ships. `--teacher K` trains one teacher and
nothing else, for machines that can train several at once; `--recipe` prints the recipe.
"""

import json
import sys
from pathlib import Path

import torch

from fit import RECIPE, Data, learn_from_teachers, refine, teach


def tell(line):
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    if sys.argv[1:] == ["--recipe"]:
        print(json.dumps(RECIPE))
        sys.exit(0)
    cache, encoder, out = (Path(argument) for argument in sys.argv[1:4])
    out.mkdir(parents=True, exist_ok=True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    data = Data(cache)
    folds = [int(sys.argv[5])] if sys.argv[4:5] == ["--teacher"] else range(RECIPE["folds"])
    for fold in folds:
        teach(fold, data, encoder, out, device, RECIPE, tell)
    if sys.argv[4:5] != ["--teacher"]:
        learn_from_teachers(data, encoder, out, device, RECIPE, tell)
        refine(data, encoder, out, device, RECIPE, tell)
