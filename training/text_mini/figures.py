"""The figures by which recipes are compared, on dev. What is reported elsewhere comes from `evaluate text`."""

import numpy as np

# Demszky et al. 2020, table 3: the grouping into Ekman's six and neutral, by label index.
EKMAN = {
    "anger": [2, 3, 10],
    "disgust": [11],
    "fear": [14, 19],
    "joy": [0, 1, 4, 5, 8, 13, 15, 17, 18, 20, 21, 23],
    "sadness": [9, 12, 16, 24, 25],
    "surprise": [6, 7, 22, 26],
    "neutral": [27],
}
GRID = 1 / (1 + np.exp(6 - np.arange(121) / 10))
KERNEL = np.exp(-np.arange(-6, 7) ** 2 / 8)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def choose_threshold(p, y):
    """As `chooseThreshold` in packages/learn: the top of the smoothed curve of F1 over thresholds."""
    reached = np.searchsorted(GRID, p, side="right")
    calls = np.bincount(reached, minlength=122)[::-1].cumsum()[::-1][1:]
    hits = np.bincount(reached, weights=y, minlength=122)[::-1].cumsum()[::-1][1:]
    total = calls + y.sum()
    curve = np.where(total > 0, 2 * hits / np.maximum(total, 1), 0)
    smooth = np.convolve(curve, KERNEL, "same") / np.convolve(np.ones(121), KERNEL, "same")
    return GRID[smooth.argmax()]


def f1(called, y):
    total = called.sum() + y.sum()
    return 2 * (called & (y > 0.5)).sum() / total if total > 0 else 0.0


def macro_f1(p, y, splits=6, seed=1):
    """Thresholds from a random half, judged on the other; mean over splits and halves."""
    random = np.random.default_rng(seed)
    found = []
    for _ in range(splits):
        half = random.permutation(len(p)) < len(p) // 2
        for mask in (half, ~half):
            per_label = []
            for label in range(p.shape[1]):
                threshold = choose_threshold(p[mask, label], y[mask, label])
                per_label.append(f1(p[~mask, label] >= threshold, y[~mask, label]))
            found.append(np.mean(per_label))
    return float(np.mean(found))


def ekman(p, y):
    """Groups' likelihoods as if the labels within a group were independent (noisy-or): 1 - prod(1 - p)."""
    groups = list(EKMAN.values())
    return (
        np.stack([1 - np.prod(1 - p[:, group], axis=1) for group in groups], 1),
        np.stack([y[:, group].max(1) for group in groups], 1),
    )


def log_loss(p, y):
    p = np.clip(p, 1e-6, 1 - 1e-6)
    return float(-(y * np.log(p) + (1 - y) * np.log(1 - p)).sum(1).mean())


def correlations(means, rated):
    return [float(np.corrcoef(means[:, d], rated[:, d])[0, 1]) for d in range(3)]
