#!/usr/bin/env python3
"""The exact Kullback-Leibler divergence, in nats, of maps of one table, all from the same affinities.

tsne_divergence.py N D MAP...

MAP is .npy, or raw float64. Affinities are those of scikit-learn: 91 nearest neighbours, perplexity 30, symmetrised; the
sum over all pairs of points is taken in full, N squared steps.
"""
import os
import sys

import numpy as np
import scipy.sparse as sparse
from sklearn.manifold._utils import _binary_search_perplexity
from sklearn.neighbors import NearestNeighbors

NEIGHBOURS = 91
PERPLEXITY = 30.0


def affinities(points):
    n = len(points)
    search = NearestNeighbors(n_neighbors=NEIGHBOURS, algorithm="brute", n_jobs=2).fit(points)
    distances, neighbours = search.kneighbors()  # without arguments a point is not its own neighbour
    rows = _binary_search_perplexity((distances ** 2).astype(np.float32), PERPLEXITY, 0).astype(float)
    one_way = sparse.csr_matrix((rows.ravel(), (np.repeat(np.arange(n), NEIGHBOURS), neighbours.ravel())), (n, n))
    both = one_way + one_way.T
    return (both / both.sum()).tocoo()


def normalizer(places):
    squares = (places ** 2).sum(1)
    total = 0.0
    for first in range(0, len(places), 200):
        block = slice(first, first + 200)
        distances = squares[block, None] + squares - 2 * places[block] @ places.T
        total += (1 / (1 + np.maximum(distances, 0))).sum()
    return total - len(places)  # a point and itself are no pair


if __name__ == "__main__":
    table = np.load(f"{os.environ['PEERS_DATA']}/tsne_{sys.argv[1]}_{sys.argv[2]}.npy")
    p = affinities(table)
    for name in sys.argv[3:]:
        places = np.load(name) if name.endswith(".npy") else np.fromfile(name).reshape(-1, 2)
        places = places - places.mean(0)
        q = 1 / (1 + ((places[p.row] - places[p.col]) ** 2).sum(1)) / normalizer(places)
        print(f"{os.path.basename(name)}: {(p.data * np.log(p.data / q)).sum():.4f}")
