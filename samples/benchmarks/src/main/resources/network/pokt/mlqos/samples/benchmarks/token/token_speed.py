"""Tokens per second of CPU time of Python's tokenizers and tiktoken, one thread: token_speed.py DOCUMENTS_JSON DATA_DIR"""
import base64
import json
import os
import sys
import time

os.environ["TOKENIZERS_PARALLELISM"] = "false"

DOCUMENTS = json.load(open(sys.argv[1], encoding="utf-8"))
SHORTS = [text[:12] for text in DOCUMENTS]
DATA = sys.argv[2]
ROUNDS = 3

LLAMA3 = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*"
          r"|\s*[\r\n]+|\s+(?!\S)|\s+")


def speed(texts, count):
    before = time.process_time()
    tokens = sum(count(text) for text in texts)
    return tokens, time.process_time() - before


def measure(name, make):
    best = [0.0, 0.0, 1e9]
    for _ in range(ROUNDS):
        count = make()
        for i in range(2):
            tokens, seconds = speed(DOCUMENTS, count)
            best[i] = max(best[i], tokens / seconds / 1e6)
        best[2] = min(best[2], speed(SHORTS, count)[1] / len(SHORTS) * 1e6)
    print("| %s | %.2f | %.2f | %.2f |" % (name, *best), flush=True)


def tokenizers_counter(name):
    from tokenizers import Tokenizer
    tokenizer = Tokenizer.from_file(f"{DATA}/tokenizers/{name}/tokenizer.json")
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return lambda text: len(tokenizer.encode(text, add_special_tokens=False).ids)


def tiktoken_counter():
    import tiktoken
    with open(f"{DATA}/tokenizers/llama3/tokenizer.model", "rb") as lines:
        ranks = {base64.b64decode(token): int(rank) for token, rank in (line.split() for line in lines)}
    encoding = tiktoken.Encoding("llama3", pat_str=LLAMA3, mergeable_ranks=ranks, special_tokens={})
    return lambda text: len(encoding.encode_ordinary(text))


for model in ("gpt2", "llama3", "qwen2.5", "phi-3-mini"):
    measure(f"{model}, Python tokenizers", lambda: tokenizers_counter(model))
measure("llama3, tiktoken", tiktoken_counter)
