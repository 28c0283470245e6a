"""Trains the network: python3 train.py CACHE ENCODER OUT, as `npm run train:text-mini` does. --recipe prints the recipe."""

import json
import sys
from pathlib import Path

import torch

from fit import RECIPE, fit

if __name__ == "__main__":
    if sys.argv[1:] == ["--recipe"]:
        print(json.dumps(RECIPE))
        sys.exit(0)
    cache, encoder, out = (Path(argument) for argument in sys.argv[1:4])
    device = "cuda" if torch.cuda.is_available() else "cpu"
    fit(cache, encoder, out, device, RECIPE, log=lambda line: print(line, file=sys.stderr, flush=True))
