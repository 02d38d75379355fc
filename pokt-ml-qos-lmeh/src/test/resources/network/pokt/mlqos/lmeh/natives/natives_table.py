"""Writes natives.jsonl: what Python functions of lm-evaluation-harness 0.4.13's tasks make of documents and answers.

    python natives_table.py MATH_HARD.jsonl > natives.jsonl
"""
import functools
import importlib.util
import json
import random
import sys
import types
from pathlib import Path

import lm_eval

TASKS = Path(lm_eval.__file__).parent / "tasks"
for missing in ("math_verify", "rouge_score", "evaluate"):
    if importlib.util.find_spec(missing) is None:
        module = types.ModuleType(missing)
        for name in ("LatexExtractionConfig", "parse", "verify", "rouge_scorer", "scoring"):
            setattr(module, name, None)
        sys.modules[missing] = module


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


def emit(place, kind, **values):
    print(json.dumps({"place": place, "kind": kind, **values}))


def docs(place, rows):
    path, name = place.split("#")
    random.seed(0)
    emit(place, "docs", input=rows, output=getattr(module(path), name)(Rows(rows)))


def doc(place, rows):
    path, name = place.split("#")
    for row in rows:
        emit(place, "doc", input=row, output=getattr(module(path), name)(row))


def aggregation(place, *cases):
    path, name = place.split("#")
    for items in cases:
        emit(place, "aggregation", input=items, output=float(getattr(module(path), name)([tuple(i) for i in items])))


def results(place, *cases):
    path, name = place.split("#")
    for row, given in cases:
        output = getattr(module(path), name)(row, given)
        emit(place, "results", input=row, results=given, output={k: float(v) for k, v in output.items()})


wiki = [
    {"ind": 1, "activity_label": "Cooking", "ctx_a": " A man [title] stands.", "ctx_b": "ǆ HE [step] mixes  it", "ctx": "x",
     "endings": ["and  eats [substeps]   it.", " [title] go\nhome ", "", "é"], "label": "2"},
    {"ind": 2, "activity_label": "", "ctx_a": "", "ctx_b": "", "ctx": "", "endings": ["[a\nb] c"], "label": 0},
]
docs("hellaswag/utils.py#process_docs", wiki)
docs("okapi/hellaswag_multilingual/utils.py#process_docs", wiki)
schemas = [
    {"sentence": "Ann likes _ because it is kind.", "option1": "the dog", "option2": "the cat", "answer": "2"},
    {"sentence": "_ ran.\u00a0", "option1": "A", "option2": "B", "answer": "1"},
]
for function in ("doc_to_text", "doc_to_target", "doc_to_choice"):
    doc("winogrande/preprocess_winogrande.py#" + function, schemas)
docs("leaderboard/gpqa/utils.py#process_docs", [
    {"Question": f"q{i}", "Incorrect Answer 1": "a" * i, "Incorrect Answer 2": None if i == 3 else " b [x]",
     "Incorrect Answer 3": "c  d", "Correct Answer": f"right {i}"} for i in range(12)])
options = [{"question": "Which?", "options": [" a ", "b"] + [f"o{i}" for i in range(n)], "answer": "B", "answer_index": 1,
            "category": "law", "cot_content": "A: Let's think step by step. Because. The answer is (B)."} for n in (0, 2, 8)]
for file in ("leaderboard/mmlu_pro/utils.py#doc_to_text", "leaderboard/mmlu_pro/utils.py#doc_to_choice", "mmlu_pro/utils.py#doc_to_text",
             "mmlu_pro/utils.py#fewshot_to_text", "mmlu_pro/utils.py#fewshot_to_target", "mmlu-pro-plus/utils.py#doc_to_text",
             "mmlu-pro-plus/utils.py#fewshot_to_target", "llama3/instruct/mmlu_pro/utils.py#fewshot_to_text"):
    doc(file, options)
doc("mmlu_pro/utils.py#doc_to_text", [{**options[0], "options": [str(i) for i in range(12)]}])
doc("mmlu-pro-plus/utils.py#doc_to_text", [{**options[0], "options": [str(i) for i in range(12)]}])
mixed = [{"category": c, "n": i} for i, c in enumerate(["law", "computer science", "math", "law", "other"])]
for file in ("mmlu_pro", "mmlu-pro-plus", "mmlu_prox/af", "llama3/instruct/mmlu_pro"):
    for subject in ("law", "computer_science", "biology"):
        docs(f"{file}/utils.py#process_{subject}", mixed)
for subject in ("anatomy", "college_mathematics", "virology"):
    docs(f"openai-mmmlu/default/utils.py#process_{subject}", [
        {"Subject": s} for s in ("anatomy", "college_mathematics_test.csv_sw-KE.csv", "anatomy_test-x", "virology", None, 3)])
prox = [{"question": "Wat?", **{f"option_{i}": (f"o{i}" if i < 4 else None) for i in range(10)},
         "cot_content": "A: Kom ons dink stap vir stap. A: Let's think step by step. Dus."}]
for function in ("doc_to_text", "fewshot_to_text"):
    doc("mmlu_prox/af/utils.py#" + function, prox)
for file in ("answer_only", "question_only", "question_and_answer"):
    docs(f"mmlusr/{file}/utils.py#process_docs", [
        {"question": "q", "choice1": "a", "choice2": None, "choice3": 3, "choice4": 0, "answer": " B "}, {
            "question": "q", "choice1": "a", "choice2": "b", "choice3": "c", "choice4": "d", "answer": None}])
docs("bigbench/utils.py#filter_multiple_choice", [
    {"multiple_choice_targets": []}, {"multiple_choice_targets": ["a"]}, {"multiple_choice_targets": [""]}])
letters = [{"question": "Q?", "A": "a", "B": "b", "C": 3, "D": None, "E": "", "F": "f", "answer": "C"},
           {"question": "Q?", "A": "a", "B": "b", "C": "c", "D": "d", "E": "e", "answer": "D"}]
docs("tmmluplus/default/utils.py#process_docs", letters)
docs("tmlu/default/utils.py#process_docs", letters)
docs("eus_exams/utils.py#process_docs", [
    {"answer": a, "candidates": c} for a in (0, 3, 4, None, -1, 2.0, "1") for c in (["", "", "", ""], ["a", "", "", ""], [])])
arabic = "arabic_leaderboard_complete/arabic_leaderboard_"
docs(arabic + "avca/utils.py#process_docs", [{"question": "ما؟", "answer": "خطأ"}, {"question": "ل", "answer": "صح"}])
docs(arabic + "arabic_mmlu/utils.py#process_docs", [
    {"subject": "high_school_x", "question": "ما؟", "A": "1", "B": "2", "C": None, "D": "4", "answer": "D"}])
docs(arabic + "arabic_mt_mmlu/utils.py#process_docs", [
    {"query": "ما؟", "sol1": "a", "label": "1", "sol2": "b", "__few_shots": True, "sol3": 7}])
dialect = [{"Subject": s, "Level": level, "Country": c, "context": x, "question": "ما؟", "options": o, "Answer Key": "B"}
           for s, level, c, x, o in (
               ("Law", "High", "UAE", "", {"A": "1", "B": "2", "C": None, "D": "4"}),
               ("History", None, None, "ctx", {"A": "1", "B": "2", "C": "3", "D": "4", "E": "5"}),
               ("Physics", "Prof", "", None, {"A": "1", "B": "2"}))]
docs("aradice/ArabicMMLU/EGY/utils.py#process_docs", dialect)
docs("aradice/ArabicMMLU/LEV/utils.py#process_docs", dialect)
greek = [{"question": "Τι;", "choices": ["α", "β", "γ"], "subject": s} for s in ("Law", "Unknown")]
moroccan = [{"question": "q?", "choices": ["a", "b", "c", "d", "e"], "context": c, "subject_darija": "s", "egy_subject": "t"}
            for c in ("", "some context")]
for function in ("doc_to_text", "doc_to_choice"):
    doc("greekmmlu/utils.py#" + function, greek)
    doc("egymmlu/utils.py#" + function, moroccan)
doc("darijammlu/utils.py#doc_to_text", moroccan)
english = [{"Subject": "Law", "Level": level, "Country": c, "Context": x, "Question": "q?", "Option 1": "a", "Option 2": "b",
            "Option 3": o, "Option 4": None, "Option 5": "e"} for level, c, x, o in (
    ("Univ", "Egypt", "ctx", "c"), (None, None, None, None), ("Primary", "", "", ""))]
for function in ("doc_to_text", "doc_to_choice"):
    doc("arabicmmlu/utils.py#" + function, english)
docs("okapi/arc_multilingual/utils.py#process_docs", [
    {"id": "x", "instruction": " What [title] is [it]? ", "option_a": "a", "option_b": " b", "option_c": "", "option_d": None,
     "option_e": "e", "answer": "B"}])
okapi = [{"question": None, "mc1_targets_choices": ["a"], "mc2_targets_choices": ["a", "b"], "mc2_targets_labels": [1, 0]},
         {"question": " Why? ", "mc1_targets_choices": ["a"], "mc2_targets_choices": ["a"], "mc2_targets_labels": [1]}]
docs("okapi/truthfulqa_multilingual/utils.py#process_docs", okapi)
murder = [{"narrative": "Once.", "question": "Who {did} it?", "choices": "['Ann \"A\"', \"Bob's\", 'C']", "answer_index": 1}]
doc("leaderboard/musr/utils.py#doc_to_text", murder)
doc("leaderboard/musr/utils.py#doc_to_choice", murder)
docs("truthfulqa/utils.py#process_docs_gen", [
    {"question": " Is it? ", "correct_answers": ["Yes", " No. ", "", " "], "incorrect_answers": ["I have no comment", "Maybe!"]},
    {"question": "?", "correct_answers": ["I have no comment"], "incorrect_answers": ["."]}])
for file in ("truthfulqa/utils.py", "okapi/truthfulqa_multilingual/utils.py"):
    results(file + "#process_results_mc2", *[
        ({"mc2_targets": {"labels": labels}}, [[-random.random() * 40, False] for _ in labels])
        for labels in ([1, 0], [1, 1, 0, 0, 0, 1, 0], [0, 0], [1] * 9 + [0] * 4)])
classes = [[[g, p] for g, p in zip(golds, preds)] for golds, preds in (
    ([0, 1, 2, 2, 1, 0], [0, 2, 2, 2, 1, 1]), (["a", "b", "a", "c"], ["a", "a", "a", "invalid"]), ([1], [0]), ([3, 3], [3, 3]),
    (["é", "b"] * 20, ["b"] * 40))]
for name in ("macro", "micro", "weighted"):
    aggregation(f"aradice/piqa/metrics.py#{name}_f1_score", *classes)
emit_weighted = lambda items: emit("../utils.py#weighted_f1_score", "aggregation", input=items, output=float(
    lm_eval.utils.weighted_f1_score([tuple(i) for i in items])))
import lm_eval.utils  # noqa: E402

for items in classes:
    emit_weighted(items)
tags = "afrobench/masakhapos/prompt_2/utils.py"
doc(tags + "#doc_to_target", [{"upos": list(range(18))}, {"upos": []}])
aggregation(tags + "#acc_score", [[["NOUN", "VERB"], [["NOUN", "ADP", "X"]]], [["X"], [["X"], ["Y"]]]], [[["A"], [["invalid"]]]])
spans = "afrobench/masakhaner/prompt_2/utils.py"
doc(spans + "#doc_to_target", [
    {"ner_tags": "Ada: B-PER\nLovelace,: I-PER\nin: O\nLondon.: B-LOC\nUK: B-LOC\n\non: O\nMon: B-DATE\nday: I-PER"}, {"ner_tags": "x: O"}])
aggregation(spans + "#span_f1_agg",
            [["PER: ada $$ LOC: london", "per: ada $ loc: paris"], ["PER: the (king)", "per: king, loc: a\tb"], ["", ""]],
            [["LOC: a. PER: b, ORG: c", "LOC: a $$ PER: b $$ ORG: c"], ["DATE: 1. May   2020", "date: 1. may   2020"]], [["", "x"]])
aggregation("afrobench/afriqa/prompt_2/utils.py#f1",
            [["The cat sat", "a cat, sat sat"], ["x", "y"], ["", ""], ["É-é", "éé"]], [["one two", "two three one"]])
math = "leaderboard/math/utils.py"
problems = [json.loads(line) for line in open(sys.argv[1])]
doc(math + "#doc_to_text", problems[:2])
emit(math + "#list_fewshot_samples", "samples", output=module(math).list_fewshot_samples())
docs(math + "#process_docs", [{"problem": p["problem"], "level": level, "type": "x", "solution": p["solution"]}
                              for p, level in zip(problems[:6], ["Level 5", "Level 4"] * 3)])
for problem in problems:
    boxed = module(math).last_boxed_only_string(problem["solution"])
    answer = module(math).remove_boxed(boxed)
    emit("MathAnswer", "answer", input=boxed, output=[answer, module(math).normalize_final_answer(answer)])
for text in ["x = 3,000", "\\frac12", "\\sqrt3", "$\\text{12 feet}$ and $5$", "\\boxed{\\frac{1}{2}}", "an apple", "1,2,3", "\\fracab", "50^\\circ",
             "\\text{\\textbf{B}}", "\\$1{,}234.50", "\\overline{AB}", "x\\in[1,2]", "²,³", ""]:
    emit("MathAnswer", "normalized", input=text, output=module(math).normalize_final_answer(text))
