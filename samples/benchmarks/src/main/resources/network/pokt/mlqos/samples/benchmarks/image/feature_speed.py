"""Seconds of CPU time for FID with numpy and scipy as pytorch-fid computes it, one thread: feature_speed.py SAMPLES"""
import os
import resource
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import numpy as np
import scipy.linalg

SAMPLES = int(sys.argv[1])
DIMENSION = 2048
SUBSET = 1000


def vectors(side, samples):
    random = np.random.default_rng(side)
    shared = random.random((samples, 1))
    return random.random((samples, DIMENSION)) * (0.5 + 0.5 * shared) + 0.1 * side


def statistics(features):
    return features.mean(axis=0), np.cov(features, rowvar=False)


def frechet(a, b):
    difference = a[0] - b[0]
    root = scipy.linalg.sqrtm(a[1] @ b[1])
    return difference @ difference + np.trace(a[1]) + np.trace(b[1]) - 2 * np.trace(root.real)


def kernel(a, b):
    def cubed(x, y):
        return (x @ y.T / DIMENSION + 1) ** 3
    aa, bb, ab = cubed(a, a), cubed(b, b), cubed(a, b)
    n = len(a)
    return (aa.sum() - np.trace(aa) + bb.sum() - np.trace(bb)) / (n * (n - 1)) - 2 * ab.mean()


sets = [vectors(side, SAMPLES) for side in range(2)]
before = time.process_time()
a, b = (statistics(features) for features in sets)
middle = time.process_time()
distance = frechet(a, b)
after = time.process_time()
print("numpy %s, scipy %s: statistics %.1f s, distance %.1f s (%.6f), peak of the process %d MB" % (
    np.__version__, scipy.__version__, middle - before, after - middle, distance,
    resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10))
before = time.process_time()
kernel(sets[0][:SUBSET], sets[1][:SUBSET])
print("numpy: KID %.2f s for each subset of %d" % (time.process_time() - before, SUBSET))
