"""Writes ifeval.jsonl: what the IFEval task of lm-evaluation-harness 0.4.13 makes of responses.

    python ifeval_table.py DATASET.jsonl > ifeval.jsonl

NLTK's sentence tokenizer runs with the abbreviations and sentence starters of Sentences.java in place of its trained model, and
the language is not asked for: verdicts that need it are null.
"""
import json
import random
import re
import sys
import types
from pathlib import Path

import nltk
from nltk.tokenize import NLTKWordTokenizer
from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

java = Path(__file__).parents[7] / "main/java/network/pokt/mlqos/lmeh/ifeval/Sentences.java"
source = java.read_text()


def words(name):
    body = re.search(name + r" = Set\.of\((.*?)\);", source, re.S).group(1)
    return re.findall(r'"([^"]+)"', body)


parameters = PunktParameters()
parameters.abbrev_types = set(words("ABBREVIATIONS"))
for starter in words("STARTERS"):
    parameters.ortho_context[starter] = 1 << 4  # seen in lower case within a sentence
punkt = PunktSentenceTokenizer(parameters)

langdetect = types.ModuleType("langdetect")
langdetect.LangDetectException = type("LangDetectException", (Exception,), {})
langdetect.detect = lambda text: "en"
sys.modules["langdetect"] = langdetect
sys.modules.setdefault("pkg_resources", types.ModuleType("pkg_resources"))
nltk.data.find = lambda *a, **k: None
nltk.download = lambda *a, **k: None
nltk.word_tokenize = lambda text: [t for s in punkt.tokenize(text) for t in NLTKWordTokenizer().tokenize(s)]
from lm_eval.tasks.ifeval import instructions_util, utils  # noqa: E402

instructions_util._get_sentence_tokenizer = lambda: punkt
instructions_util.nltk = nltk

LANGUAGE = {"language:response_language", "change_case:english_capital", "change_case:english_lowercase"}
PIECES = [
    "Dr. Smith went to the U.S. in Jan. 1990. He liked it!", "What is this? I don't know...", "e.g. this one, i.e. that.",
    "1. First item\n2. Second item\n", "* one\n* two\n* three\n", "- a\n- b\n", "*highlighted* and **bold part** ***both***",
    "** **", "<<A title>>", "<< >>", "P.S. Call me.", "P.P.S. Write, too", "p. p.s lower", "[name] lives at [address].", "[]",
    "Section 1\ntext\nSection 2\ntext", "SECTION 1 SECTION 2 SECTION 3", "PARAGRAPH 1\nPARAGRAPH 2", "Day 1 Day 2", "***", "\n***\n",
    "******", "\n\n", "\n", '"', '"Quoted text."', "'single' quotes", "My answer is yes.", "My answer is maybe", "NASA and the FBI DON'T AGREE",
    "ALL CAPITALS HERE!", "lower case only", "I'M HERE, CAN'T STAY", '{"a": [1, 2.5, null, NaN]}', "```json\n{\"b\": \"c\"}\n```", "```\n[1, 2]\n```",
    "{not json}", "Is there anything else I can help with?", "Any other questions?", "The quick brown fox jumps over the lazy dog. ",
    "It was great. the end", "He said (quietly.) And left.", 'She said "no." Then went.', "Wait!! Really?! Yes.", "*Note.* Next one.", "**Bold.**",
    "A. B. Cooper met Mr. and Mrs. Jones at 5 p.m. They ate.", "Costs $5.50, or 3,000 yen (approx.)", "naïve café ÉTÉ 東京", "gotta wanna cannot lemme",
    "#hashtag # and ! and !", "end--dash — em", "\u00a0", "\t", "See www.example.com. Bye", "Item 3. lower number", "etc. The rest",
]


def obedient(random, id, arguments):
    """A response that follows an instruction, or nearly."""
    n = next((v for k, v in arguments.items() if k.startswith("num_") and v), 2) + random.choice([0, 0, 0, 1])
    return {
        "detectable_format:number_bullet_lists": "\n".join(["List:"] + ["* point"] * n),
        "detectable_format:number_highlighted_sections": " ".join(["*part*"] * n),
        "detectable_format:multiple_sections": " ".join(f"{arguments.get('section_spliter')} {i}" for i in range(n)),
        "detectable_format:json_format": random.choice([p for p in PIECES if p.startswith(("{", "```"))]),
        "detectable_format:constrained_response": "My answer is no.",
        "combination:two_responses": random.choice(["One\n******\nTwo", "******a****** b", "a ****** a"]),
        "length_constraints:number_paragraphs": "\n***\n".join(["paragraph"] * n),
        "length_constraints:nth_paragraph_first_word": "\n\n".join(
            [f"'{str(arguments.get('first_word')).title()}, it is."] * n),
        "detectable_content:number_placeholders": " ".join(["[place]"] * n),
    }.get(id)


def response(random, doc):
    for id, arguments in zip(doc["instruction_id_list"], doc["kwargs"]):
        text = obedient(random, id, arguments)
        if text and random.random() < 0.5:
            return random.choice(["", "Here:\n"]) + text
    pieces = random.sample(PIECES, random.randint(1, 9))
    for arguments in doc["kwargs"]:
        for value in arguments.values():
            for text in value if isinstance(value, list) else [value]:
                if isinstance(text, str) and random.random() < 0.6:
                    pieces.insert(random.randint(0, len(pieces)), random.choice([text, text.upper(), text + "."]))
    if random.random() < 0.2 and "prompt_to_repeat" in str(doc["kwargs"]):
        pieces.insert(0, doc["prompt"])
    text = random.choice([" ", "\n", "\n\n", "\n***\n"]).join(pieces)
    return text * random.choice([1, 1, 1, 4])


def main():
    randomness = random.Random(7)
    docs = [json.loads(line) for line in open(sys.argv[1])]
    for doc in randomness.sample(docs, 520):
        text = response(randomness, doc)
        if len(text) > 3000:
            continue
        if any(a.get("letter") in ("#", "!") for a in doc["kwargs"]):
            continue
        verdict = utils.process_results(doc, [text])
        hide = lambda values: [None if i in LANGUAGE else v for i, v in zip(doc["instruction_id_list"], values)]
        print(json.dumps({
            "instruction_id_list": doc["instruction_id_list"],
            "kwargs": [{k: v for k, v in a.items() if v is not None} for a in doc["kwargs"]],
            "response": text,
            "strict": hide(verdict["inst_level_strict_acc"]),
            "loose": hide(verdict["inst_level_loose_acc"]),
        }))
    for text in PIECES + [a + " " + b for a in PIECES[:12] for b in PIECES[-12:]]:
        print(json.dumps({"text": text, "sentences": instructions_util.count_sentences(text), "tokens": NLTKWordTokenizer().tokenize(text)}))


main()
