"""Builds all requests of MMLU with lm-evaluation-harness: mmlu_requests.py DATA_DIR ROUNDS SUBJECTS."""
import hashlib
import json
import logging
import sys
import time

import datasets
from lm_eval.tasks import TaskManager

logging.disable(logging.WARNING)
data, rounds, most = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])


def by_subject(split):
    found = {}
    with open(f"{data}/{split}.jsonl", encoding="utf-8") as lines:
        for line in lines:
            doc = json.loads(line)
            found.setdefault(doc["subject"], []).append(doc)
    return {name: datasets.Dataset.from_list(docs) for name, docs in found.items()}


test, dev = by_subject("test"), by_subject("dev")
subjects = sorted(test)[:most]
manager = TaskManager()
splits = {name: datasets.DatasetDict({"test": test[name], "dev": dev[name]}) for name in subjects}
datasets.load_dataset = lambda path=None, name=None, **rest: splits[name]


def build():
    requests = []
    for name in subjects:
        (task,) = manager.load([f"mmlu_{name}"])["tasks"].values()
        task.set_config(key="num_fewshot", value=5)
        task.set_fewshot_seed(seed=1234)
        task.build_all_requests(limit=None, rank=0, world_size=1)
        requests.extend(task.instances)
    return requests


seconds = []
for _ in range(rounds):
    start = time.perf_counter()
    requests = build()
    seconds.append(time.perf_counter() - start)
    print(f"{len(subjects)} subjects, {len(requests)} requests in {seconds[-1]:.3f} s", flush=True)
print(f"median {sorted(seconds)[len(seconds) // 2]:.3f} s")
digest = hashlib.sha256()
for request in requests:
    digest.update((request.args[0] + "\0" + request.args[1] + "\0").encode())
print("requests sha256", digest.hexdigest())
