#!/usr/bin/env python3
"""Runs another program's t-SNE on a table of gen_tsne.py, perplexity 30, two threads, and says how long it took.

tsne_peers.py {sklearn | opentsne | fitsne} N D EARLY LATE

The table is $PEERS_DATA/tsne_N_D.npy; the map becomes $PEERS_DATA/TOOL_N_D.npy. EARLY and LATE are steps. openTSNE and
FIt-SNE (its folder, with the compiled program in it) must be on PYTHONPATH. Reading the table is not timed.
"""
import os
import resource
import sys
import time

import numpy as np

THREADS = 2
PERPLEXITY = 30


def sklearn(points, early, late):
    from sklearn.manifold import TSNE
    steps = {"max_iter" if hasattr(TSNE(), "max_iter") else "n_iter": early + late}
    return TSNE(perplexity=PERPLEXITY, n_jobs=THREADS, random_state=42, verbose=2, **steps).fit_transform(points)


def opentsne(points, early, late):
    import openTSNE
    return openTSNE.TSNE(perplexity=PERPLEXITY, n_jobs=THREADS, random_state=42, early_exaggeration_iter=early,
                         n_iter=late).fit(points)


def fitsne(points, early, late):
    import fast_tsne
    os.chdir(os.path.dirname(os.path.abspath(fast_tsne.__file__)))  # where it looks for its program
    return fast_tsne.fast_tsne(points, perplexity=PERPLEXITY, nthreads=THREADS, seed=42, max_iter=early + late,
                               stop_early_exag_iter=early, mom_switch_iter=early)


def processor_seconds():
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


if __name__ == "__main__":
    tool, shape = sys.argv[1], "_".join(sys.argv[2:4])
    early, late = map(int, sys.argv[4:6])
    folder = os.path.abspath(os.environ["PEERS_DATA"])
    table = np.load(f"{folder}/tsne_{shape}.npy")
    run = {"sklearn": sklearn, "opentsne": opentsne, "fitsne": fitsne}[tool]
    begin, processor = time.time(), processor_seconds()
    places = np.asarray(run(table, early, late), float)
    print(f"{tool} {shape}: {time.time() - begin:.1f} s, {processor_seconds() - processor:.1f} processor s")
    np.save(f"{folder}/{tool}_{shape}.npy", places)
