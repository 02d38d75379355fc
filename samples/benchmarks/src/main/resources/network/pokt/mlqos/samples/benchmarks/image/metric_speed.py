"""Megapixels per second of CPU time of scikit-image, torchmetrics and imagehash, one thread: metric_speed.py ROUNDS"""
import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import numpy as np

ROUNDS = int(sys.argv[1])
SIDE = 512
RUNS = 5

y, x = np.mgrid[0:SIDE, 0:SIDE]
random = np.random.default_rng(1)


def picture(noise):
    waves = [128 + 100 * np.sin((x + 3 * c * y) / 40) * np.cos(y / 25) for c in range(3)]
    return np.clip(np.stack(waves, 2) + noise * (random.random((SIDE, SIDE, 3)) - 0.5), 0, 255).astype(np.uint8)


IMAGE, OTHER = picture(0), picture(24)


def measure(name, metric):
    metric()
    best = 0.0
    for _ in range(ROUNDS):
        before = time.process_time()
        for _ in range(RUNS):
            metric()
        best = max(best, RUNS * SIDE * SIDE / 1e6 / (time.process_time() - before))
    print("| %s | %.1f |" % (name, best), flush=True)


def scikit_image():
    from skimage import __version__
    from skimage.metrics import peak_signal_noise_ratio, structural_similarity
    a, b = IMAGE / 255, OTHER / 255
    measure(f"PSNR, scikit-image {__version__}", lambda: peak_signal_noise_ratio(a, b, data_range=1))
    measure("SSIM, scikit-image", lambda: structural_similarity(
        a, b, channel_axis=2, data_range=1, gaussian_weights=True, sigma=1.5, use_sample_covariance=False))


def torchmetrics():
    import torch
    from torchmetrics import __version__
    from torchmetrics.functional import image as metrics
    torch.set_num_threads(1)
    a, b = (torch.from_numpy(p).permute(2, 0, 1)[None].double() / 255 for p in (IMAGE, OTHER))
    for kind, (a, b) in (("float64", (a, b)), ("float32", (a.float(), b.float()))):
        tail = f", torchmetrics {__version__}, {kind}"
        with torch.no_grad():
            measure("PSNR" + tail, lambda: metrics.peak_signal_noise_ratio(a, b, data_range=1.0))
            measure("SSIM" + tail, lambda: metrics.structural_similarity_index_measure(a, b, data_range=1.0))
            measure("MS-SSIM" + tail, lambda: metrics.multiscale_structural_similarity_index_measure(
                a, b, data_range=1.0))
            measure("UIQI" + tail, lambda: metrics.universal_image_quality_index(a, b))


def imagehash():
    import imagehash
    from PIL import Image
    image = Image.fromarray(IMAGE)
    for name in ("average_hash", "dhash", "phash"):
        measure(f"{name}, imagehash {imagehash.__version__}", lambda: getattr(imagehash, name)(image))


for library in (scikit_image, torchmetrics, imagehash):
    try:
        library()
    except ImportError as e:
        print(f"| {library.__name__} | not installed: {e} |")
