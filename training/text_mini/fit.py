"""Trains the network and keeps its weights; goes on where it was stopped."""

import math
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from data import batches, join, read_set
from degrees import Groups, order_loss, sameness_loss
from figures import correlations, ekman, log_loss, macro_f1, sigmoid
from model import LABELS, TextMini, start_from_encoder

#: The recipe of the shipped weights; README.md says what else was tried and what it gave.
RECIPE = {
    "seed": 20261128,
    "epochs": 6,
    "batch": 64,
    "rate": 2.5e-4,  # of the encoder; the head learns three times as fast
    "head_rate": 3.0,
    "dropout": 0.15,
    "decay": 0.01,
    "ema": 0.998,
    "strangers": 0.06,
    "emobank": 0.4,  # weight of the dimensions' loss
    # Then once more, with degrees of a feeling and tellings of the same beside each other:
    "refining": {
        "epochs": 1,
        "rate": 1.5e-4,
        "degrees": [6, 6],  # groups a step, of our own lines and of the data set's
        "twins": 6,
        "order": 2.0,  # weight of the order
        "margin": 0.4,  # in log-odds
        "sameness": 0.3,  # weight of the sameness of twins
        # Of the weights after refining, the rest being those before (Wortsman et al. 2022, arXiv 2109.01903): the order
        # of degrees is learned at the cost of everything else, and a little of it costs nothing.
        "share": 0.2,
    },
}
HEAD = ("attention", "value", "strongest", "bias", "token", "token_norm", "from_sentence", "part")


class Training:
    """Everything that has to be kept to go on after a stop."""

    def __init__(self, recipe: dict, sets: dict, encoder: Path, device: str):
        torch.manual_seed(recipe["seed"])
        self.recipe, self.device = recipe, device
        self.table = join([sets["goemotions-train"], sets["emobank-train"], sets["own"]])
        self.model = TextMini(recipe["dropout"])
        start_from_encoder(self.model, encoder)
        with torch.no_grad():
            rate = sets["goemotions-train"].labels.mean(0).clamp(1e-4, 1 - 1e-4)
            self.model.bias[:LABELS] = (rate / (1 - rate)).log()
            self.model.bias[LABELS + 1 :: 2] = -1.7
        self.model.to(device)
        self.steps = recipe["epochs"] * math.ceil(len(self.table) / recipe["batch"])
        self.optimiser, self.schedule = make_optimiser(self.model, recipe, self.steps)
        self.values = list(self.model.state_dict().values())
        self.averages = [value.detach().clone() for value in self.values]
        self.epoch = 0
        self.step = 0
        self.groups = None

    def keep(self, path: Path):
        torch.save(
            {
                "model": self.model.state_dict(),
                "averages": self.averages,
                "optimiser": self.optimiser.state_dict(),
                "schedule": self.schedule.state_dict(),
                "random": torch.get_rng_state(),
                "epoch": self.epoch,
                "step": self.step,
            },
            path.with_suffix(".new"),
        )
        path.with_suffix(".new").replace(path)

    def go_on(self, path: Path):
        kept = torch.load(path, map_location=self.device)
        self.model.load_state_dict(kept["model"])
        self.averages = kept["averages"]
        self.optimiser.load_state_dict(kept["optimiser"])
        self.schedule.load_state_dict(kept["schedule"])
        torch.set_rng_state(kept["random"].cpu())
        self.epoch, self.step = kept["epoch"], kept["step"]

    def averaged(self) -> TextMini:
        """A network with the mean of the weights over the last steps; after refining, drawn back to those before."""
        model = TextMini().to(self.device)
        values = self.averages
        if self.groups is not None:
            share = self.recipe["refining"]["share"]
            values = [(1 - share) * old + share * new for old, new in zip(self.before, self.averages)]
        model.load_state_dict(dict(zip(self.model.state_dict(), values)))
        return model.eval()

    def refine(self, cache: Path):
        """From now on degrees and twins are learned from, too, from the averaged weights and at a new, falling rate."""
        refining = self.recipe["refining"]
        self.before = [value.clone() for value in self.averages]
        self.groups = [Groups([cache / "degrees-own.jsonl"]), Groups([cache / "degrees.jsonl"])]
        self.twins = Groups([cache / "twins.jsonl"])
        self.model.load_state_dict(dict(zip(self.model.state_dict(), self.averages)))
        steps = refining["epochs"] * math.ceil(len(self.table) / self.recipe["batch"])
        self.optimiser, self.schedule = make_optimiser(self.model, {**self.recipe, "rate": refining["rate"]}, steps)
        self.steps = self.step + steps
        self.random = np.random.default_rng([self.recipe["seed"], 1000 + self.epoch])

    def side_by_side(self):
        refining, loss = self.recipe["refining"], 0.0
        for groups, count in zip(self.groups, refining["degrees"]):
            pieces, parts, drawn = groups.draw(count, self.random)
            logits = self.model(pieces.to(self.device), parts.to(self.device))[0]
            loss = loss + refining["order"] * order_loss(logits, drawn, refining["margin"]) / len(self.groups)
        pieces, parts, drawn = self.twins.draw(refining["twins"], self.random)
        logits = self.model(pieces.to(self.device), parts.to(self.device))[0]
        return loss + refining["sameness"] * sameness_loss(logits, drawn)

    def run_epoch(self, log):
        began, first = time.time(), self.step
        self.model.train()
        random = np.random.default_rng([self.recipe["seed"], self.epoch])
        running = 0.0
        for rows, pieces, parts in batches(self.table, self.recipe, random):
            loss = self.learn(rows, pieces, parts)
            running = loss if self.step == first + 1 else 0.98 * running + 0.02 * loss
            if (self.step - first) % 100 == 0:
                pace = (time.time() - began) / (self.step - first)
                left = pace * (self.steps - self.step) / 60
                log(f"epoch {self.epoch + 1}, step {self.step} of {self.steps}, loss {running:.3f}, {left:.0f} min left")
        self.epoch += 1

    def learn(self, rows, pieces, parts) -> float:
        table = self.table
        targets = (part[rows].to(self.device) for part in (table.labels, table.weight, table.vad))
        logits, _, dimensions = self.model(pieces.to(self.device), parts.to(self.device))
        loss = loss_of(logits, dimensions, *targets, self.recipe)
        if self.groups is not None:
            loss = loss + self.side_by_side()
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.schedule.step()
        self.step += 1
        keep = min(self.recipe["ema"], (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            torch._foreach_mul_(self.averages, keep)
            torch._foreach_add_(self.averages, self.values, alpha=1 - keep)
        return loss.item()


def make_optimiser(model, recipe, steps):
    groups = {}
    for name, parameter in model.named_parameters():
        factor = recipe["head_rate"] if name.split(".")[0] in HEAD else 1.0
        decay = recipe["decay"] if parameter.ndim > 1 else 0.0
        groups.setdefault((factor, decay), []).append(parameter)
    optimiser = torch.optim.AdamW(
        [
            {"params": found, "lr": recipe["rate"] * factor, "weight_decay": decay}
            for (factor, decay), found in groups.items()
        ],
        betas=(0.9, 0.98),
        foreach=True,
    )
    warm = steps * 0.06
    at = lambda step: min((step + 1) / warm, max(0.0, (steps - step) / (steps - warm)))
    return optimiser, torch.optim.lr_scheduler.LambdaLR(optimiser, at)


def loss_of(logits, dimensions, labels, weight, vad, recipe):
    """Cross-entropy of every label, and the Gaussian likelihood of the ratings with a spread of the network's own."""
    each = F.binary_cross_entropy_with_logits(logits, labels, reduction="none")
    rated = ~vad.isnan()
    mean, log_sd = dimensions.unbind(-1)
    log_sd = log_sd.clamp(-4, 1)
    off = (torch.where(rated, vad, mean.detach()) - mean) / log_sd.exp()
    spread = ((0.5 * off**2 + log_sd) * rated).sum()
    return ((each * weight).sum() + recipe["emobank"] * spread) / len(logits)


@torch.no_grad()
def read(model, table, device="cpu", size=256):
    """Log-odds [texts, 28] and dimensions [texts, 3, 2]."""
    order = np.argsort(table.lengths, kind="stable")
    logits, dimensions = np.empty((len(table), LABELS), np.float32), np.empty((len(table), 3, 2), np.float32)
    for start in range(0, len(order), size):
        rows = order[start : start + size]
        length = max(1, int(table.lengths[rows].max()))
        found = model(table.pieces[rows, :length].to(device), table.parts[rows, :length].to(device))
        logits[rows], dimensions[rows] = found[0].cpu().numpy(), found[2].cpu().numpy()
    return logits, dimensions


def judge(model, sets, ngram, device="cpu") -> dict:
    """The figures on dev by which recipes are compared. ngram: log-odds of the n-gram model, [texts, 28]."""
    logits, _ = read(model, sets["goemotions-dev"], device)
    _, dimensions = read(model, sets["emobank-dev"], device)
    labels = (sets["goemotions-dev"].labels.numpy() > 0.5).astype(float)
    alone, both = sigmoid(logits), sigmoid(0.65 * logits + 0.35 * ngram)
    return {
        "macro-F1": macro_f1(alone, labels),
        "macro-F1 with n-grams": macro_f1(both, labels),
        "Ekman macro-F1 with n-grams": macro_f1(*ekman(both, labels)),
        "log-loss": log_loss(alone, labels),
        "log-loss with n-grams": log_loss(both, labels),
        "r": correlations(dimensions[:, :, 0], sets["emobank-dev"].vad.numpy()),
    }


def fit(cache: Path, encoder: Path, out: Path, device: str, recipe: dict, log=print) -> None:
    """Trains to the end, judging on dev after each epoch, and keeps the averaged weights."""
    out.mkdir(parents=True, exist_ok=True)
    names = ("goemotions-train", "goemotions-dev", "emobank-train", "emobank-dev", "own")
    sets = {name: read_set(cache, name) for name in names}
    ngram = np.fromfile(cache / "ngram-dev.f32", dtype=np.float32).reshape(-1, LABELS)
    training = Training(recipe, sets, encoder, device)
    checkpoint = out / "training.pt"
    if checkpoint.exists():
        training.go_on(checkpoint)
        log(f"going on after epoch {training.epoch}")
    last = recipe["epochs"] + recipe["refining"]["epochs"]
    while training.epoch < last:
        if training.epoch >= recipe["epochs"] and training.groups is None:
            training.refine(cache)
        training.run_epoch(log)
        # Before the checkpoint: a stop between the two must not leave the weights of an epoch before.
        torch.save(training.averaged().state_dict(), out / "weights.pt")
        training.keep(checkpoint)
        log(f"epoch {training.epoch}: {judge(training.averaged(), sets, ngram, device)}")
