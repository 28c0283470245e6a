"""Writes the network as ONNX with weights in 8 bits: python3 export.py WEIGHTS MODEL.onnx.

Each matrix is kept as int8 and one scale a column (a row of the embedding); Cast and Mul bring it back, which the
runtime does once, when it opens the file. So the arithmetic is in 32 bits, a text's result does not depend on its
neighbours in a batch, and Node and browsers agree.
"""

import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from model import DIMENSIONS, EMBEDDING, HEADS, LABELS, MESSAGE, PADDING, WIDTH, TextMini


class Graph:
    """A graph in the making: `graph.Add(a, b)` adds a node and gives the name of what it puts out."""

    def __init__(self):
        self.nodes, self.constants, self.count = [], [], 0

    def __getattr__(self, kind):
        return lambda *entering, **attributes: self.node(kind, entering, attributes)[0]

    def node(self, kind, entering, attributes, outputs=1):
        self.count += 1
        names = [f"{kind}_{self.count}_{k}" for k in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(entering), names, **attributes))
        return names

    def named(self, name, kind, *entering, **attributes):
        self.nodes.append(helper.make_node(kind, list(entering), [name], **attributes))

    def constant(self, value, kind=np.float32):
        self.count += 1
        name = f"constant_{self.count}"
        self.constants.append(numpy_helper.from_array(np.asarray(value, dtype=kind), name))
        return name

    def whole(self, *values):
        return self.constant(values, np.int64)

    def matrix(self, value, axis=0, factor=1.0):
        """A matrix in 8 bits, one scale for each place along the other axis."""
        scale = np.maximum(np.abs(value).max(axis=axis, keepdims=True), 1e-12) / 127
        quantised = np.clip(np.rint(value / scale), -127, 127).astype(np.int8)
        raw = self.constant(quantised, np.int8)
        return self.Mul(self.Cast(raw, to=TensorProto.FLOAT), self.constant(scale * factor))


def build(model: TextMini) -> onnx.ModelProto:
    weights = {name: value.numpy() for name, value in model.state_dict().items()}
    g = Graph()

    def linear(x, name):
        product = g.MatMul(x, g.matrix(weights[f"{name}.weight"].T))
        bias = weights.get(f"{name}.bias")
        return product if bias is None else g.Add(product, g.constant(bias))

    def norm(x, name):
        scale, shift = (g.constant(weights[f"{name}.{part}"]) for part in ("weight", "bias"))
        return g.LayerNormalization(x, scale, shift, axis=-1, epsilon=1e-6)

    def timing():
        length = g.Squeeze(g.Slice(g.Shape("pieces"), g.whole(1), g.whole(2)), g.whole(0))
        places = g.Range(g.constant(0, np.int64), length, g.constant(1, np.int64))
        places = g.Unsqueeze(g.Cast(places, to=TensorProto.FLOAT), g.whole(1))
        angles = g.Mul(places, g.constant(np.logspace(0, -4, EMBEDDING // 2, dtype=np.float32)[None]))
        return g.Concat(g.Sin(angles), g.Cos(angles), axis=-1)

    def layer(x, index, entering):
        at = f"layers.{index}"
        size = entering // HEADS
        q, k, v = g.node("Split", [linear(norm(x, f"{at}.norm"), f"{at}.qkv"), g.whole(*[entering] * 3)], {"axis": -1}, 3)
        apart = g.whole(0, 0, HEADS, size)
        q, v = (g.Transpose(g.Reshape(part, apart), perm=[0, 2, 1, 3]) for part in (q, v))
        k = g.Transpose(g.Reshape(k, apart), perm=[0, 2, 3, 1])
        scores = g.Add(g.Mul(g.MatMul(q, k), g.constant(1 / np.sqrt(size))), hidden)
        mixed = g.Transpose(g.MatMul(g.Softmax(scores, axis=-1), v), perm=[0, 2, 1, 3])
        attended = linear(g.Reshape(mixed, g.whole(0, 0, entering)), f"{at}.out")
        x = g.Add(x if entering == WIDTH else linear(x, f"{at}.widen"), attended)
        fed = g.Relu(linear(norm(x, f"{at}.feed_norm"), f"{at}.feed_in"))
        return g.Add(x, linear(fed, f"{at}.feed_out"))

    # The published graph adds the embedding twice: once by itself and once with the timing signal.
    x = g.Gather(g.matrix(weights["embedding.weight"], axis=1, factor=2.0), "pieces")
    x = g.Add(g.Add(x, timing()), g.Gather(g.constant(weights["part.weight"]), "parts"))
    padding = g.Cast(g.Equal("parts", g.constant(PADDING, np.int32)), to=TensorProto.FLOAT)
    hidden = g.Unsqueeze(g.Mul(padding, g.constant(-1e9)), g.whole(1, 2))
    for index, entering in enumerate((EMBEDDING, WIDTH)):
        x = layer(x, index, entering)

    is_own = g.Unsqueeze(g.Equal("parts", g.constant(MESSAGE, np.int32)), g.whole(2))
    own = g.Cast(is_own, to=TensorProto.FLOAT)
    count = g.Max(g.ReduceSum(own, g.whole(1), keepdims=0), g.constant(1.0))
    mean = g.Div(g.ReduceSum(g.Mul(x, own), g.whole(1), keepdims=0), count)
    sentence = g.Tanh(linear(mean, "sentence"))
    token = g.Add(linear(norm(x, "token_norm"), "token"), g.Unsqueeze(linear(sentence, "from_sentence"), g.whole(1)))
    token = g.Relu(token)
    outside = g.Mul(g.Sub(own, g.constant(1.0)), g.constant(1e9))
    attention = g.Softmax(g.Add(linear(token, "attention"), outside), axis=1)
    masked = g.Mul(token, own)
    at_top = g.And(g.Equal(masked, g.ReduceMax(masked, axes=[1], keepdims=1)), is_own)
    at_top = g.Cast(at_top, to=TensorProto.FLOAT)
    at_top = g.Div(at_top, g.Max(g.ReduceSum(at_top, g.whole(1), keepdims=1), g.constant(1.0)))
    strongest = linear(g.Mul(masked, at_top), "strongest")
    shares = g.Mul(g.Add(g.Mul(attention, linear(token, "value")), strongest), own)
    outputs = g.Add(g.ReduceSum(shares, g.whole(1), keepdims=0), g.constant(weights["bias"]))

    labels, ends = g.whole(0), g.whole(LABELS)
    g.named("contributions", "Slice", shares, labels, ends, g.whole(2))
    g.named("logits", "Slice", outputs, labels, ends, g.whole(1))
    rest = g.Slice(outputs, ends, g.whole(LABELS + 2 * DIMENSIONS), g.whole(1))
    g.named("dimensions", "Reshape", rest, g.whole(0, DIMENSIONS, 2))

    def value(name, kind, shape):
        return helper.make_tensor_value_info(name, kind, shape)

    graph = helper.make_graph(
        g.nodes,
        "text-mini",
        [value(name, TensorProto.INT32, ["batch", "length"]) for name in ("pieces", "parts")],
        [
            value("logits", TensorProto.FLOAT, ["batch", LABELS]),
            value("contributions", TensorProto.FLOAT, ["batch", "length", LABELS]),
            value("dimensions", TensorProto.FLOAT, ["batch", DIMENSIONS, 2]),
        ],
        g.constants,
    )
    made = helper.make_model(graph, producer_name="open-empathic", opset_imports=[helper.make_opsetid("", 17)])
    made.ir_version = 8
    onnx.checker.check_model(made)
    return made


if __name__ == "__main__":
    network = TextMini()
    network.load_state_dict(torch.load(sys.argv[1], map_location="cpu"))
    target = Path(sys.argv[2])
    target.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(build(network.eval()), str(target))
    print(f"{target}: {target.stat().st_size} bytes", file=sys.stderr)
