"""Writes src/test/resources/golden/segments/gru.json: a network over segments in float64, without a line of ours.

The equations are those of src/site/forecasting.md and of the cell gru in src/site/cells.md. Gradients are by complex
steps, so that no backward pass is written down: d loss / d p = Im loss(p + i h) / h, exact to rounding for h = 1e-30.

    python3 src/test/scripts/segments-reference.py > src/test/resources/golden/segments/gru.json
"""
import json

import numpy

B, T, F, H, N, HORIZON, AHEAD, LAYERS = 3, 12, 2, 5, 4, 6, 1, 2
P = -(-HORIZON // N)
STEP = 1e-30
random = numpy.random.default_rng(20)


def draw(*shape):
    return numpy.round(random.normal(0, 0.4, shape), 6)


def parameters():
    all = {
        "encoder.W": draw(N * F, H),
        "encoder.b": draw(1, H),
        "decoder.position": draw(P, H),
        "decoder.W": draw(N * AHEAD, H),
    }
    for layer in range(1, LAYERS + 1):
        all["layer%d.W" % layer] = draw(H, 3 * H)
        all["layer%d.U" % layer] = draw(H, 3 * H)
        all["layer%d.b" % layer] = draw(1, 3 * H)
        all["layer%d.bu" % layer] = draw(1, 3 * H)
    all["dense.W"] = draw(H, N)
    all["dense.b"] = draw(1, N)
    return all


def logistic(v):
    return 1 / (1 + numpy.exp(-v))


def gru(p, layer, x, h):
    of_x = x @ p["layer%d.W" % layer] + p["layer%d.b" % layer]
    of_h = h @ p["layer%d.U" % layer] + p["layer%d.bu" % layer]
    z = logistic(of_x[:, :H] + of_h[:, :H])
    r = logistic(of_x[:, H : 2 * H] + of_h[:, H : 2 * H])
    n = numpy.tanh(of_x[:, 2 * H :] + r * of_h[:, 2 * H :])
    return z * h + (1 - z) * n


def predict(p, x):
    states = [numpy.zeros((B, H))] * LAYERS
    for t in range(T // N):
        segment = x[:, t * N : (t + 1) * N].reshape(B, N * F)
        below = segment @ p["encoder.W"] + p["encoder.b"]
        below = numpy.where(below.real > 0, below, 0)
        for layer in range(LAYERS):
            states[layer] = gru(p, layer + 1, below, states[layer])
            below = states[layer]
    outputs = []
    for position in range(P):
        known = numpy.zeros((B, N * AHEAD), dtype=x.dtype)
        for j in range(N):
            step = position * N + j
            if step < HORIZON:
                known[:, j * AHEAD : (j + 1) * AHEAD] = x[:, T - HORIZON + step, F - AHEAD :]
        below = known @ p["decoder.W"] + p["decoder.position"][position]
        for layer in range(LAYERS):
            below = gru(p, layer + 1, below, states[layer])
        outputs.append(below @ p["dense.W"] + p["dense.b"])
    return numpy.concatenate(outputs, axis=1)[:, :HORIZON]


def loss(p, x, y):
    return ((predict(p, x) - y) ** 2).mean()


def gradient(p, x, y, name):
    of = {**p, "x": x}
    result = numpy.zeros(of[name].shape)
    for place in numpy.ndindex(result.shape):
        moved = of[name].astype(complex)
        moved[place] += 1j * STEP
        at = {**of, name: moved}
        result[place] = loss(at, at["x"], y).imag / STEP
    return result


x, y, p = draw(B, T, F), draw(B, HORIZON), parameters()
case = {
    "segment": N,
    "window": T,
    "inputs": F,
    "known_ahead": AHEAD,
    "units": H,
    "layers": LAYERS,
    "x": x.tolist(),
    "y": y.tolist(),
    "prediction": predict(p, x).tolist(),
    "mse": loss(p, x, y),
    "parameters": {name: value.tolist() for name, value in p.items()},
    "gradients": {name: gradient(p, x, y, name).tolist() for name in [*p, "x"]},
}
print(json.dumps(case))
