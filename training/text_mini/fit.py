"""Trains a network and keeps its weights; goes on where it was stopped."""

import math
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from data import Table, batches, join, read_set
from degrees import Groups, order_loss, share_in_order
from figures import correlations, ekman, log_loss, macro_f1, sigmoid
from model import LABELS, TextMini, start_from_encoder

#: The recipe of the shipped weights; README.md says what else was tried and what it gave.
RECIPE = {
    "folds": 5,
    "teacher": {"seed": 20261129, "epochs": 6, "dropout": 0.15, "groups": [0, 0]},
    "student": {
        "seed": 5,
        "epochs": 14,
        "dropout": 0.05,
        # Of what the student learns, the rest being the raters' own word: what teachers said that had not seen the text.
        "taught": 0.8,
        "groups": [12, 6],  # read beside each other in a step, of our own lines and of the data set's
        "order": 1.0,  # weight of their order
        "margin": 0.4,  # in log-odds
    },
    # Then once more, gently, with more groups of our own and fewer of the data sets' rows:
    "refining": {
        "seed": 11,
        "epochs": 1,
        "rows": 0.4,
        "rate": 1.2e-4,
        "groups": [24, 6],
        "ema": 0.99,
        # Of the weights after refining, the rest being those before (Wortsman et al. 2022, arXiv 2109.01903): the order of
        # degrees is learned at a small cost of everything else, most of which this takes back.
        "share": 0.85,
    },
    "batch": 128,
    "rate": 3.5e-4,  # of the encoder; the head learns three times as fast
    "head_rate": 3.0,
    "decay": 0.01,
    "ema": 0.996,
    "strangers": 0.06,
    "emobank": 0.4,  # weight of the dimensions' loss
    "network_share": 0.65,  # of the teachers' log-odds, the rest being the n-gram model's
}
HEAD = ("attention", "value", "strongest", "bias", "token", "token_norm", "from_sentence", "part")


class Training:
    """Everything that has to be kept to go on after a stop."""

    def __init__(self, recipe: dict, table: Table, groups, encoder: Path, device: str):
        torch.manual_seed(recipe["seed"])
        self.recipe, self.table, self.groups, self.device = recipe, table, groups, device
        self.model = TextMini(recipe["dropout"])
        start_from_encoder(self.model, encoder)
        with torch.no_grad():
            judged = table.weight.sum(0).clamp(min=1)
            rate = ((table.labels * table.weight).sum(0) / judged).clamp(1e-4, 1 - 1e-4)
            self.model.bias[:LABELS] = (rate / (1 - rate)).log()
            self.model.bias[LABELS + 1 :: 2] = -1.7
        self.model.to(device)
        self.steps = recipe["epochs"] * math.ceil(len(table) / recipe["batch"])
        self.optimiser, self.schedule = make_optimiser(self.model, recipe, self.steps)
        self.values = list(self.model.state_dict().values())
        self.averages = [value.detach().clone() for value in self.values]
        self.epoch = 0
        self.step = 0

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
        """A network with the mean of the weights over the last steps."""
        model = TextMini().to(self.device)
        model.load_state_dict(dict(zip(self.model.state_dict(), self.averages)))
        return model.eval()

    def begin_with(self, weights: dict):
        self.model.load_state_dict(weights)
        self.averages = [value.detach().clone() for value in self.values]

    def run_epoch(self, log):
        began, first = time.time(), self.step
        self.model.train()
        random = np.random.default_rng([self.recipe["seed"], self.epoch])
        running = 0.0
        for rows, pieces, parts in batches(self.table, self.recipe, random):
            running = running + self.learn(rows, pieces, parts, random)
            done = self.step - first
            if done % 100 == 0:
                left = (time.time() - began) / done * (self.steps - self.step) / 60
                loss = float(running) / 100
                log(f"epoch {self.epoch + 1}, step {self.step} of {self.steps}, loss {loss:.3f}, {left:.1f} min left")
                running = 0.0
        self.epoch += 1

    def learn(self, rows, pieces, parts, random):
        """One step; texts that are learned from beside each other are read together with the batch."""
        drawn = [groups.draw(count, random) for groups, count in zip(self.groups, self.recipe["groups"]) if count > 0]
        logits, _, dimensions = self.model(
            *(
                one_under_another(each).to(self.device)
                for each in ([pieces, *(d[0] for d in drawn)], [parts, *(d[1] for d in drawn)])
            )
        )
        own, table = len(rows), self.table
        targets = (part[rows].to(self.device) for part in (table.labels, table.weight, table.vad))
        loss = loss_of(logits[:own], dimensions[:own], *targets, self.recipe)
        at = own
        for texts, _, pairs in drawn:
            beside = order_loss(logits[at : at + len(texts)], pairs.to(self.device), self.recipe["margin"])
            loss = loss + self.recipe["order"] * beside / len(drawn)
            at += len(texts)
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
        return loss.detach()


def one_under_another(tables):
    """Tables of different widths as one, filled up with 0."""
    width = max(table.shape[1] for table in tables)
    return torch.cat([F.pad(table, (0, width - table.shape[1])) for table in tables])


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


class Data:
    """The tables that prepare.ts wrote."""

    def __init__(self, cache: Path):
        self.cache = cache
        self.comments, self.comments_dev = (read_set(cache, f"goemotions-{part}") for part in ("train", "dev"))
        self.sentences, self.sentences_dev = (read_set(cache, f"emobank-{part}") for part in ("train", "dev"))
        self.own = read_set(cache, "own")
        self.groups = [Groups([cache / "degrees-own.jsonl"]), Groups([cache / "degrees.jsonl"])]
        self.held_out = Groups([cache / "degrees-held-out.jsonl"])
        ngrams = (np.fromfile(cache / f"ngram-{part}.f32", dtype=np.float32) for part in ("train", "dev"))
        self.ngrams, self.ngrams_dev = (scores.reshape(-1, LABELS) for scores in ngrams)

    def without(self, fold: int, folds: int) -> Table:
        """What a teacher learns from: everything but one fold of the data sets' rows."""
        kept = (table.rows(np.arange(len(table)) % folds != fold) for table in (self.comments, self.sentences))
        return join([*kept, self.own])

    def taught(self, teachers: Path, recipe: dict) -> Table:
        """What a student learns from: the raters' word mixed with that of teachers who had not seen the text; of the data
        sets' rows a share of `rows`, drawn at random."""
        folds, share, network = recipe["folds"], recipe["taught"], recipe["network_share"]
        labels, vad = self.comments.labels.numpy().copy(), self.sentences.vad.numpy().copy()
        for fold in range(folds):
            said = np.load(teachers / f"teacher-{fold}.npz")
            mixed = network * said["logits"] + (1 - network) * self.ngrams[fold::folds]
            labels[fold::folds] = (1 - share) * labels[fold::folds] + share * sigmoid(mixed)
            vad[fold::folds] = (1 - share) * vad[fold::folds] + share * said["means"]
        comments, sentences = (Table(*table.parts_of()) for table in (self.comments, self.sentences))
        comments.labels, sentences.vad = torch.from_numpy(labels), torch.from_numpy(vad)
        random = np.random.default_rng(recipe["seed"])
        kept = (table.rows(random.random(len(table)) < recipe.get("rows", 1)) for table in (comments, sentences))
        return join([*kept, self.own])

    def judge(self, model, device) -> dict:
        """The figures on dev by which recipes are compared."""
        logits, _ = read(model, self.comments_dev, device)
        _, dimensions = read(model, self.sentences_dev, device)
        labels = (self.comments_dev.labels.numpy() > 0.5).astype(float)
        alone, both = sigmoid(logits), sigmoid(0.65 * logits + 0.35 * self.ngrams_dev)
        return {
            "macro-F1": macro_f1(alone, labels),
            "macro-F1 with n-grams": macro_f1(both, labels),
            "Ekman macro-F1 with n-grams": macro_f1(*ekman(both, labels)),
            "log-loss": log_loss(alone, labels),
            "log-loss with n-grams": log_loss(both, labels),
            "r": correlations(dimensions[:, :, 0], self.sentences_dev.vad.numpy()),
            "in order": share_in_order(model, self.held_out, device),
        }


def fit(training: Training, data: Data, out: Path, name: str, log=print) -> TextMini:
    """Trains to the end, judging on dev after each epoch, and keeps the averaged weights."""
    checkpoint, weights = out / f"{name}-training.pt", out / f"{name}.pt"
    if checkpoint.exists():
        training.go_on(checkpoint)
        log(f"{name}: going on after epoch {training.epoch}")
    while training.epoch < training.recipe["epochs"]:
        training.run_epoch(lambda line: log(f"{name}: {line}"))
        # Before the checkpoint: a stop between the two must not leave the weights of an epoch before.
        torch.save(training.averaged().state_dict(), weights)
        training.keep(checkpoint)
        log(f"{name}: epoch {training.epoch}: {data.judge(training.averaged(), training.device)}")
    return training.averaged()


def teach(fold: int, data: Data, encoder: Path, out: Path, device: str, recipe: dict, log=print) -> None:
    """Trains a teacher and keeps what it says of the fold that it has not seen."""
    said = out / f"teacher-{fold}.npz"
    if said.exists():
        return
    own = {**recipe, **recipe["teacher"]}
    own["seed"] += fold
    training = Training(own, data.without(fold, recipe["folds"]), [], encoder, device)
    model = fit(training, data, out, f"teacher-{fold}", log)
    unseen = (table.rows(np.arange(len(table)) % recipe["folds"] == fold) for table in (data.comments, data.sentences))
    (logits, _), (_, dimensions) = (read(model, table, device) for table in unseen)
    np.savez(said, logits=logits, means=dimensions[:, :, 0])


def learn_from_teachers(data: Data, encoder: Path, out: Path, device: str, recipe: dict, log=print) -> None:
    own = {**recipe, **recipe["student"]}
    fit(Training(own, data.taught(out, own), data.groups, encoder, device), data, out, "student", log)


def refine(data: Data, encoder: Path, out: Path, device: str, recipe: dict, log=print) -> None:
    """The student once more: the weights that ship."""
    own = {**recipe, **recipe["student"], **recipe["refining"]}
    training = Training(own, data.taught(out, own), data.groups, encoder, device)
    before = torch.load(out / "student.pt", map_location=device)
    training.begin_with(before)
    after, share = fit(training, data, out, "refined", log).state_dict(), own["share"]
    torch.save({name: share * after[name] + (1 - share) * before[name] for name in after}, out / "weights.pt")
