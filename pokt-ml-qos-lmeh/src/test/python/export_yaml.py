"""Prints what PyYAML makes of every task file below a folder, one JSON object per line: path, raw fields, resolved fields.

usage: export_yaml.py TASKS_FOLDER > yaml.jsonl   (with the Python of an installation of lm_eval 0.4.13)

What JSON cannot tell apart is wrapped in an object with one key that begins with "!".
"""
import datetime
import json
import math
import sys
from pathlib import Path

import yaml
from lm_eval.tasks._yaml_loader import load_yaml


class Function(str):
    pass


def plain(value):
    if isinstance(value, Function):
        return {"!function": str(value)}
    if isinstance(value, dict):
        if all(isinstance(key, str) and not key.startswith("!") for key in value):
            return {key: plain(item) for key, item in value.items()}
        return {"!map": [[plain(key), plain(item)] for key, item in value.items()]}
    if isinstance(value, tuple):
        return {"!tuple": [plain(item) for item in value]}
    if isinstance(value, (set, frozenset)):
        return {"!set": [plain(item) for item in value]}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, (datetime.date, datetime.datetime)):
        return {"!time": value.isoformat()}
    if isinstance(value, bytes):
        return {"!bytes": value.hex()}
    if isinstance(value, float) and (math.isinf(value) or math.isnan(value)):
        return {"!float": str(value)}
    return value


def loader(base):
    class Loader(yaml.CSafeLoader):
        pass

    Loader.add_constructor("!function", lambda self, node: Function(self.construct_scalar(node)))
    return Loader


def outcome(make):
    try:
        return plain(make())
    except Exception as error:  # what fails here must fail there
        return {"!error": type(error).__name__}


if __name__ == "__main__":
    root = Path(sys.argv[1]).resolve()
    for path in sorted(root.glob("**/*.yaml"), key=lambda p: p.as_posix()):
        with path.open("rb") as file:
            raw = outcome(lambda: yaml.load(file, Loader=loader(path.parent)))
        print(json.dumps({"path": str(path.relative_to(root)), "raw": raw, "resolved": outcome(lambda: load_yaml(path, resolve_func=False))}))
