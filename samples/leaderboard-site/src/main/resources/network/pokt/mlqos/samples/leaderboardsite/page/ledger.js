// Checks the ledger as the library's own verifier does: links, Merkle root (RFC 9162) and signatures (Ed25519) over the served lines.
"use strict";
(() => {
  const encoder = new TextEncoder();
  const button = document.getElementById("check");
  const progress = document.getElementById("progress");
  const result = document.getElementById("result");

  const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const fromBase64 = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

  async function sha256(...parts) {
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  }

  const LEAF = Uint8Array.of(0);
  const NODE = Uint8Array.of(1);
  const LINK = Uint8Array.of(2);

  class Audit {
    constructor(key) {
      this.key = key;
      this.size = 0;
      this.signed = 0;
      this.subtrees = [];
    }

    async begin() {
      this.chain = await sha256(new Uint8Array());
    }

    async take(line) {
      if (line.startsWith('{"head"')) {
        await this.head(line);
      } else {
        await this.entry(line);
      }
    }

    async entry(line) {
      const begin = `{"entry":${this.size},"chain":"`;
      const middle = '","measurement":';
      const body = begin.length + 64 + middle.length;
      const leaf = await sha256(LEAF, encoder.encode(line.slice(body, -1)));
      this.chain = await sha256(LINK, this.chain, leaf);
      if (!line.startsWith(begin + hex(this.chain) + middle) || !line.endsWith("}")) {
        throw new Error(`entry ${this.size} does not follow from the one before it`);
      }
      await this.grow(leaf);
    }

    // Whole subtrees of falling size, as the bits of the number of entries.
    async grow(leaf) {
      let hash = leaf;
      for (let bits = this.size; bits & 1; bits >>= 1) {
        hash = await sha256(NODE, this.subtrees.pop(), hash);
      }
      this.subtrees.push(hash);
      this.size++;
    }

    async root() {
      if (this.size === 0) {
        return sha256(new Uint8Array());
      }
      let hash = this.subtrees.at(-1);
      for (let i = this.subtrees.length - 2; i >= 0; i--) {
        hash = await sha256(NODE, this.subtrees[i], hash);
      }
      return hash;
    }

    async head(line) {
      const head = JSON.parse(line).head;
      if (head.size !== this.size || head.chain !== hex(this.chain) || head.root !== hex(await this.root())) {
        throw new Error(`the head is not that of the ${this.size} entries before it`);
      }
      const message = `pokt-ml-qos ledger head 1\n${head.size}\n${head.root}\n${head.chain}\n${head.at}`;
      const good = await crypto.subtle.verify("Ed25519", this.key, fromBase64(head.signature), encoder.encode(message));
      if (!good) {
        throw new Error(`the head of ${head.size} entries is not signed by the owner's key`);
      }
      this.signed = head.size;
    }
  }

  async function* lines(response) {
    const reader = response.body.pipeThrough(new TextDecoderStream("utf-8", { fatal: true })).getReader();
    let rest = "";
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const pieces = (rest + part.value).split("\n");
      rest = pieces.pop();
      yield* pieces;
    }
    if (rest) {
      throw new Error("the last line has no end");
    }
  }

  async function check() {
    const bytes = fromBase64(document.getElementById("key").textContent);
    const audit = new Audit(await crypto.subtle.importKey("spki", bytes, "Ed25519", false, ["verify"]));
    await audit.begin();
    let number = 0;
    try {
      for await (const line of lines(await fetch("/ledger.jsonl"))) {
        number++;
        await audit.take(line);
        if (number % 200 === 0) {
          progress.value = audit.size;
        }
      }
    } catch (error) {
      throw new Error(`Broken at line ${number}: ${error.message}.`);
    }
    return `Sound: ${audit.size} entries, each linked to the one before; the head over ${audit.signed} of them is signed.`;
  }

  function show(kind, text) {
    result.className = kind;
    result.textContent = text;
    progress.hidden = true;
    button.disabled = false;
  }

  if (window.isSecureContext && crypto.subtle) {
    button.hidden = false;
    button.addEventListener("click", () => {
      button.disabled = true;
      progress.hidden = false;
      result.textContent = "";
      check().then(
        (text) => show("sound", text),
        (error) => show("broken", error.message),
      );
    });
  } else {
    result.textContent = "Browsers check signatures on https and on this machine only; use the command.";
  }
})();
