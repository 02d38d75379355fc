"""Adds to functions of lm-evaluation-harness 0.4.13's tasks what they return: ports_table.py < sources > ports.jsonl

A source is what PortSources prints: a JSON object with place, shape, texts and arguments. The documents are made of the texts, so that
each function finds the columns that it reads.
"""
import functools
import importlib.util
import json
import sys
import types
from pathlib import Path

import lm_eval

TASKS = Path(lm_eval.__file__).parent / "tasks"
for missing in ("evaluate", "rouge_score"):
    if importlib.util.find_spec(missing) is None:
        sys.modules[missing] = types.ModuleType(missing)


class Rows(list):
    """As much of a Dataset as the functions use."""

    def map(self, step):
        return Rows({**row, **step(dict(row))} for row in self)

    def filter(self, kept):
        return Rows(row for row in self if kept(row))


@functools.cache
def module(path):
    spec = importlib.util.spec_from_file_location("task_" + str(abs(hash(path))), (TASKS / path).resolve())
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def rows(column, *values):
    return [[{"n": i, column: value}] for i, value in enumerate(values)]


def one_dataset(cases):
    return [[[row for (row,) in cases]]]


def by_argument(texts, argument):
    return one_dataset(rows(texts[0], argument, "other", argument, argument + " ", None, 7, ""))


def by_framed_argument(texts, argument):
    framed = texts[1] + argument + texts[2]
    return one_dataset(rows(texts[0], framed, "other", framed, argument, framed + "x", None))


def by_beginning(texts, _):
    return one_dataset(rows(texts[1], texts[0], "x" + texts[0], texts[0] + "-x", texts[0][:-1], ""))


def wiki(texts, _):
    return [[[
        {"activity_label": "Cooking", "ctx_a": " A man [title] stands.", "ctx_b": "\u01c6 HE [step] mixes  it", "label": "2",
         "endings": ["and  eats [substeps]   it.", " [title] go\nhome ", "", "\u00e9"]},
        {"activity_label": "", "ctx_a": "", "ctx_b": "", "endings": ["[a\nb] c", texts[10] + "x" + texts[11]], "label": 0},
    ]]]


def alghafa(texts, _):
    return [[[
        {"query": "q", "sol1": "a", "sol2": "b", "label": "1", "__few_shots": "x"},
        {"query": "\u0633", "label": 0, "sol1": None, "more": 3},
    ]]]


def any_of(_, __):
    likelihoods = [[-3.0, False], [-1.5, True], [-1.0, False]]
    return [[{"gold": gold, "choices": choices}, likelihoods]
            for gold in ([1], [2], [0, 2], []) for choices in (["a", "bb", "c"], ["a", "bbbb", "\u00e9"])]


def stereotype(_, __):
    return [[{"a": 1}, [[first, True], [second, False]]] for first, second in ((-3.0, -4.5), (-4.5, -3.0), (-2.0, -2.0))]


def label(texts, _):
    return rows(texts[-1], *range(len(texts) - 1))


def labels(texts, _):
    return rows(texts[-1], [], [0], list(range(len(texts) - 1)), [3, 3, 1])


def choices(texts, _):
    literals = ("['a', 'b', 'c', 'd']", '["it\'s", "{x}", "", "\\n", "more"]', "[1, 2.5, None, True]")
    columns = {column: f"<{column}> {{0}}" for column in texts[2:]}
    return [[{**columns, texts[1]: literal}] for literal in literals]


def literal(texts, _):
    return rows(texts[0], "['a', 'b']", "[]", '["it\'s", 1, 2.5, None, True, "\\u00e9"]', " [('a', {'b': 1})]".strip())


def columns(texts, _):
    return [[{column: f"{column} {{}} {end}" for column in texts[1:]}] for end in ("", "\u00e9\n")] + [
        [{column: value for column in texts[1:]}] for value in (None, 1.5)]


def pair(texts, _):
    return [[{texts[0]: "more", texts[1]: "less"}], [{texts[1]: None, texts[0]: ""}]]


def printed(texts, _):
    return rows(texts[0], "text", "", None, 3, 2.0, True, ["a", 1])


def translations(_, __):
    return [[{"translation": translation}] for translation in (
        {"en": "Hello {x}", "swa": "Habari"}, {"amh": "\u1230\u120b\u121d", "fr": "Bonjour\n"}, {"fr": "", "en": "both", "zul": "z"})]


INPUTS = {
    "ebbe52d80a38384e": any_of,
    "a9eeb147498613f0": stereotype,
    "a4ee0d586aabfac5": by_argument,
    "8175d1a551f0333e": by_argument,
    "fe66623399481c81": by_framed_argument,
    "7083938e2812c1f2": by_beginning,
    "ca74028443c2e151": wiki,
    "82a8c184cf81e5e9": alghafa,
    "95df99576778793e": label,
    "fbfc1f278cd99d99": labels,
    "bebe8ccae7ec6876": literal,
    "c77419578105f375": choices,
    "28847b52e060158e": choices,
    "7935fc226cf2ba56": columns,
    "59b6a7279d03575d": pair,
    "9b5f6100a6dd73d1": printed,
    "8b3c9c1036a89504": translations,
    "e2531bde03b930e5": translations,
    "b8635dfd4c6a320d": translations,
    "bf3b5b31ab2aeac9": translations,
}

for line in sys.stdin:
    source = json.loads(line)
    path, name = source["place"].split("#")
    function = getattr(module(path), name)
    argument = next(iter(source["arguments"].values()), None)
    cases = []
    for given in INPUTS[source["shape"]](source["texts"], argument):
        first = Rows(given[0]) if isinstance(given[0], list) else given[0]
        cases.append({"input": given, "output": function(first, *given[1:])})
    print(json.dumps({**source, "cases": cases}))
