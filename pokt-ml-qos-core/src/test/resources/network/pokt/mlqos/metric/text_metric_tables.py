"""Writes the tables of expected values beside it: run with sacrebleu 2.6.0, scikit-learn 1.9.1 and numpy 2.4.6, and
with PYTHON312 naming a Python of version 3.12 or later.

The rows of rouge.jsonl come from the definition of ROUGE as written out below, not from the package rouge_score.
"""

import json
import os
import pathlib
import random
import re
import subprocess
from collections import Counter

import numpy as np
from sacrebleu.metrics import BLEU, CHRF, TER
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, matthews_corrcoef

HERE = pathlib.Path(__file__).parent
RNG = random.Random(20240601)

SENTENCES = [
    "The miller's daughter counted 1,204 sacks (and 3.5 bags) before the rain came.",
    "A node that answers quickly is not always a node that answers well.",
    "Well - known routes, half-open gates & a 5-6 minute walk: that's all!",
    "John's. boat's sail isn't his; \"whose is it?\" she asked.",
    "&quot;Tea &amp; toast&quot; cost &lt; $5 at 7:30 a.m.",
    "Übermäßig schöne Straßen führen zum Fluß — so heißt es…",
    "川の水は冷たい。山は高い、空は青い！",
    "今天天气很好，我们去公园散步吧。GPT-4 说：“好的”。",
    "Lift-\noff was at 10.30, said the pilot\nand waved.",
    "ΟΔΟΣ and İstanbul keep their capitals 🫠 🚀 ❤️ €20 ½ ٣٤",
    "no",
    "",
    " \t spaces   and\u00a0others\u3000here ",
    "one two three four five six seven eight nine ten eleven twelve",
    "ｶﾅ・ひらがな　カタカナ ． ，",
    "x = y + 2 * (z - 1) / 3; # done",
]


def perturbed(text):
    words = text.split(" ")
    for _ in range(RNG.randint(0, 4)):
        kind = RNG.random()
        place = RNG.randint(0, max(0, len(words) - 1))
        if kind < 0.3:
            words.insert(place, RNG.choice(RNG.choice(SENTENCES).split(" ")))
        elif kind < 0.5 and words:
            del words[place]
        elif words:
            run = words[place : place + RNG.randint(1, 4)]
            del words[place : place + len(run)]
            target = RNG.randint(0, len(words))
            words[target:target] = run
    return " ".join(words)


def write(name, rows):
    with open(HERE / name, "w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def translation_rows():
    for _ in range(90):
        size = RNG.choice([1, 1, 2, 5])
        references_each = RNG.choice([1, 1, 2, 3])
        originals = [RNG.choice(SENTENCES) for _ in range(size)]
        pairs = [(perturbed(text), [text] + [perturbed(text) for _ in range(references_each - 1)]) for text in originals]
        predictions = [prediction for prediction, _ in pairs]
        streams = [list(stream) for stream in zip(*[references for _, references in pairs])]
        bleu = {
            "tokenize": RNG.choice(["13a", "intl", "zh", "char", "none"]),
            "smooth_method": RNG.choice(["exp", "floor", "add-k", "none"]),
            "lowercase": RNG.random() < 0.3,
            "effective_order": RNG.random() < 0.5,
            "max_ngram_order": RNG.choice([4, 4, 2, 6]),
        }
        chrf = {
            "char_order": RNG.choice([6, 6, 3]),
            "word_order": RNG.choice([0, 2, 1]),
            "beta": RNG.choice([2, 1, 3]),
            "lowercase": RNG.random() < 0.3,
            "whitespace": RNG.random() < 0.3,
            "eps_smoothing": RNG.random() < 0.4,
        }
        ter = {
            "normalized": RNG.random() < 0.5,
            "no_punct": RNG.random() < 0.3,
            "asian_support": RNG.random() < 0.5,
            "case_sensitive": RNG.random() < 0.5,
        }
        score = BLEU(force=True, **bleu).corpus_score(predictions, streams)
        yield {
            "pairs": pairs,
            "bleu": bleu
            | {
                "score": score.score,
                "counts": score.counts,
                "totals": score.totals,
                "precisions": score.precisions,
                "bp": score.bp,
                "sys_len": score.sys_len,
                "ref_len": score.ref_len,
            },
            "chrf": chrf | {"score": CHRF(**chrf).corpus_score(predictions, streams).score},
            "ter": ter | {"score": TER(**ter).corpus_score(predictions, streams).score},
        }


def classification_rows():
    for _ in range(24):
        classes = RNG.choice([2, 2, 3, 5])
        size = RNG.choice([1, 3, 20, 60])
        gold = [RNG.randrange(classes) for _ in range(size)]
        predicted = [g if RNG.random() < 0.6 else RNG.randrange(classes) for g in gold]
        row = {"gold": gold, "predicted": predicted, "mcc": float(matthews_corrcoef(gold, predicted))}
        for average in ["macro", "micro", "weighted"]:
            row[average] = float(f1_score(gold, predicted, average=average, zero_division=0))
        if set(gold + predicted) <= {0, 1} and (1 in gold + predicted or len(set(gold + predicted)) == 1):
            row["binary"] = float(f1_score(gold, predicted, zero_division=0))
        yield row


def number(i):
    """Value i: a fraction that looks random, minus one half, at one of seven scales."""
    return ((i * 0.6180339887498949) % 1.0 - 0.5) * 10.0 ** (i % 7)


def number_rows():
    """The builtin sum of Python up to 3.11, that of a later one named by the variable PYTHON312, and the sum of numpy."""
    for size in [1, 2, 7, 8, 9, 31, 100, 128, 129, 300, 1000, 4097]:
        values = [number(i) for i in range(size)]
        plain = 0.0
        for value in values:
            plain += value
        later = subprocess.run(
            [os.environ["PYTHON312"], "-c", "import json, sys; print(json.dumps(sum(json.load(sys.stdin))))"],
            input=json.dumps(values),
            capture_output=True,
            text=True,
            check=True,
        )
        yield {
            "size": size,
            "plain": plain,
            "compensated": json.loads(later.stdout),
            "pairwise": float(np.sum(np.array(values))),
        }


def rouge_words(text):
    return [word for word in re.split(r"[^a-z0-9]+", text.lower()) if word]


def f_score(hits, predicted, wanted):
    precision = hits / max(predicted, 1)
    recall = hits / max(wanted, 1)
    return [precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0]


def lcs_table(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + 1 if x == y else max(table[i][j + 1], table[i + 1][j])
    return table


def lcs_places(a, b):
    table, places, i, j = lcs_table(a, b), set(), len(a), len(b)
    while i and j:
        if a[i - 1] == b[j - 1]:
            i, j = i - 1, j - 1
            places.add(i)
        elif table[i][j - 1] > table[i - 1][j]:
            j -= 1
        else:
            i -= 1
    return places


def rouge_rows():
    texts = SENTENCES + ["The cat sat.\nThe dog ran, the dog ran!\n\nThe end", "the dog\nthe cat sat on the dog\nthe end ran", "K\u212alvin \u0130x"]
    for number in range(60):
        reference = RNG.choice(texts) if number % 3 else "\n".join(RNG.choices(texts, k=3))
        prediction = RNG.choice([perturbed(reference), RNG.choice(texts), "\n".join(RNG.choices(texts, k=2))])
        wanted, predicted = rouge_words(reference), rouge_words(prediction)
        row = {"prediction": prediction, "reference": reference}
        for order in [1, 2, 3]:
            grams = [Counter(zip(*[words[i:] for i in range(order)])) for words in (predicted, wanted)]
            row["rouge%d" % order] = f_score(sum((grams[0] & grams[1]).values()), grams[0].total(), grams[1].total())
        row["rougeL"] = f_score(lcs_table(wanted, predicted)[-1][-1], len(predicted), len(wanted))
        sentences = [[rouge_words(line) for line in text.split("\n")] for text in (prediction, reference)]
        left = [Counter(word for sentence in side for word in sentence) for side in sentences]
        hits = 0
        for sentence in sentences[1]:
            for place in sorted(set().union(*[lcs_places(sentence, other) for other in sentences[0]])):
                word = sentence[place]
                if left[0][word] and left[1][word]:
                    hits += 1
                    left[0][word] -= 1
                    left[1][word] -= 1
        row["rougeLsum"] = f_score(hits, len(predicted), len(wanted))
        yield row


def platt_rows():
    for size in [12, 60, 300]:
        answers = []
        for _ in range(size):
            confidence = round(RNG.uniform(0.2, 0.999), 4)
            answers.append([confidence, int(RNG.random() < confidence**1.7)])
        p, y = np.array(answers).T
        logits = np.log(p / (1 - p)).reshape(-1, 1)
        exact = LogisticRegression(C=1e10, solver="newton-cholesky", tol=1e-12, max_iter=1000).fit(logits, y)
        helm = LogisticRegression(C=1e10, solver="lbfgs").fit(logits, y)
        yield {
            "answers": answers,
            "coefficient": float(exact.coef_[0][0]),
            "intercept": float(exact.intercept_[0]),
            "helm_coefficient": float(helm.coef_[0][0]),
            "helm_intercept": float(helm.intercept_[0]),
        }


if __name__ == "__main__":
    write("translation.jsonl", translation_rows())
    write("classification.jsonl", classification_rows())
    write("sums.jsonl", number_rows())
    write("rouge.jsonl", rouge_rows())
    write("platt.jsonl", platt_rows())
