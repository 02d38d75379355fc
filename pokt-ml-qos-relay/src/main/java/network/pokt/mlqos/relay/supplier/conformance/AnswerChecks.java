package network.pokt.mlqos.relay.supplier.conformance;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import network.pokt.mlqos.inference.ChatAnswer;
import network.pokt.mlqos.inference.CompletionAnswer;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.inference.TokenUsage;
import network.pokt.mlqos.relay.supplier.conformance.ConformanceCheck.Findings;

/** Checks what a node answers to completions and chats. */
final class AnswerChecks {

    private static final int TOKENS = 8;
    private static final int FEW_TOKENS = 2;
    private static final OptionalInt NONE = OptionalInt.empty();
    private static final OptionalInt ONE = OptionalInt.of(1);

    private final Probe probe;
    private final Findings findings;
    private final Duration slowest;

    AnswerChecks(Probe probe, Findings findings, Duration slowest) {
        this.probe = probe;
        this.findings = findings;
        this.slowest = slowest;
    }

    void run() throws InterruptedException {
        Decoded<CompletionAnswer> first = probe.complete(Probe.greedy(TOKENS).build(), NONE, false);
        if (first instanceof Decoded.Ok<CompletionAnswer> ok) {
            findings.met(Items.COMPLETION, "well-formed");
            usage(ok.answer());
            stop(ok.answer().first().text());
        } else {
            findings.not(Verdict.FAILED, Items.COMPLETION, Probe.cause((Decoded.Fault<?>) first));
            for (String item : List.of(Items.USAGE, Items.STOP)) {
                findings.not(Verdict.UNKNOWN, item, "no completion to see it in");
            }
        }
        limit();
        seed();
        logprobs();
        promptLogprobs();
        chat();
        stream();
    }

    private void usage(CompletionAnswer answer) {
        Optional<TokenUsage> usage = answer.usage();
        boolean sound = usage.isPresent()
                && usage.get().promptTokens() > 0
                && usage.get().completionTokens() <= TOKENS;
        findings.note(
                sound,
                Verdict.LACKING,
                Items.USAGE,
                usage.map(tokens -> tokens.promptTokens() + " prompt and " + tokens.completionTokens()
                                + " completion tokens")
                        .orElse("not reported"));
    }

    /** Asks again with a piece of the answer as the end; a server that honours it leaves the piece out. */
    private void stop(String text) throws InterruptedException {
        String piece = text.strip();
        if (piece.isEmpty()) {
            findings.not(Verdict.UNKNOWN, Items.STOP, "the model wrote nothing that could be an end");
            return;
        }
        String end = piece.substring(piece.offsetByCodePoints(piece.length(), -1));
        Decoded<CompletionAnswer> answer =
                probe.complete(Probe.greedy(TOKENS).stop(List.of(end)).build(), NONE, false);
        if (answer instanceof Decoded.Ok<CompletionAnswer> ok) {
            boolean kept = ok.answer().first().text().contains(end);
            findings.note(!kept, Verdict.LACKING, Items.STOP, kept ? "the answer goes on" : "honoured");
        } else {
            findings.not(Verdict.LACKING, Items.STOP, Probe.cause((Decoded.Fault<?>) answer));
        }
    }

    private void limit() throws InterruptedException {
        Decoded<CompletionAnswer> answer =
                probe.complete(Probe.greedy(FEW_TOKENS).build(), NONE, false);
        if (!(answer instanceof Decoded.Ok<CompletionAnswer> ok)) {
            findings.not(Verdict.LACKING, Items.LIMIT, Probe.cause((Decoded.Fault<?>) answer));
        } else if (ok.answer().usage().isEmpty()) {
            findings.not(Verdict.UNKNOWN, Items.LIMIT, "no usage to see it in");
        } else {
            long written = ok.answer().usage().get().completionTokens();
            findings.note(
                    written <= FEW_TOKENS, Verdict.LACKING, Items.LIMIT, written + " tokens of at most " + FEW_TOKENS);
        }
    }

    private void seed() throws InterruptedException {
        String[] texts = new String[2];
        for (int i = 0; i < texts.length; i++) {
            Decoded<CompletionAnswer> answer =
                    probe.complete(Probe.greedy(TOKENS).temperature(1).seed(7).build(), NONE, false);
            if (!(answer instanceof Decoded.Ok<CompletionAnswer> ok)) {
                findings.not(Verdict.LACKING, Items.SEED, Probe.cause((Decoded.Fault<?>) answer));
                return;
            }
            texts[i] = ok.answer().first().text();
        }
        boolean same = texts[0].equals(texts[1]);
        findings.note(same, Verdict.LACKING, Items.SEED, same ? "two answers are equal" : "two answers differ");
    }

    private void logprobs() throws InterruptedException {
        Decoded<CompletionAnswer> answer = probe.complete(Probe.greedy(TOKENS).build(), ONE, false);
        if (answer instanceof Decoded.Ok<CompletionAnswer> ok) {
            int count = ok.answer().first().logprobs().size();
            findings.note(count > 0, Verdict.LACKING, Items.LOGPROBS, count + " tokens have them");
        } else {
            findings.not(Verdict.LACKING, Items.LOGPROBS, Probe.cause((Decoded.Fault<?>) answer));
        }
    }

    private void promptLogprobs() throws InterruptedException {
        Decoded<CompletionAnswer> answer = probe.complete(Probe.greedy(1).build(), ONE, true);
        if (answer instanceof Decoded.Ok<CompletionAnswer> ok) {
            CompletionAnswer.Choice choice = ok.answer().first();
            boolean there =
                    choice.text().startsWith(Probe.PROMPT) && choice.logprobs().size() > 2;
            findings.note(
                    there,
                    Verdict.LACKING,
                    Items.PROMPT_LOGPROBS,
                    there ? choice.logprobs().size() + " tokens have them" : "the prompt is not repeated with them");
        } else {
            findings.not(Verdict.LACKING, Items.PROMPT_LOGPROBS, Probe.cause((Decoded.Fault<?>) answer));
        }
    }

    private void chat() throws InterruptedException {
        Decoded<ChatAnswer> answer = probe.chat(Probe.greedy(TOKENS).build());
        findings.note(
                answer instanceof Decoded.Ok<ChatAnswer>,
                Verdict.LACKING,
                Items.CHAT,
                answer instanceof Decoded.Fault<ChatAnswer> fault ? Probe.cause(fault) : "well-formed");
    }

    private void stream() throws InterruptedException {
        Decoded<CompletionAnswer> answer =
                probe.complete(Probe.greedy(TOKENS).stream(true).build(), NONE, false);
        if (!(answer instanceof Decoded.Ok<CompletionAnswer> ok)) {
            findings.not(Verdict.LACKING, Items.STREAM, Probe.cause((Decoded.Fault<?>) answer));
            findings.not(Verdict.UNKNOWN, Items.LATENCY, "no stream to see it in");
            return;
        }
        boolean streamed = ok.answer().delivery().streamed();
        boolean counted = ok.answer().usage().isPresent();
        findings.note(
                streamed && counted,
                Verdict.LACKING,
                Items.STREAM,
                ok.answer().delivery().contentEvents() + " events with content, " + (counted ? "with" : "without")
                        + " usage");
        Optional<Duration> first = ok.answer().delivery().firstContent();
        findings.note(
                first.isPresent() && first.get().compareTo(slowest) <= 0,
                Verdict.LACKING,
                Items.LATENCY,
                first.map(time -> "first content after " + time.toMillis() + " ms")
                        .orElse("no content"));
    }
}
