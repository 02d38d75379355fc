package network.pokt.mlqos.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.evaluation.LikelihoodFinding.Lack;
import network.pokt.mlqos.inference.CompletionAnswer;
import network.pokt.mlqos.inference.CompletionAnswer.Choice;
import network.pokt.mlqos.inference.CompletionRequest;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.inference.OpenAiCodec;
import network.pokt.mlqos.inference.TokenLogprob;
import network.pokt.mlqos.transport.Blame;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;

/**
 * Finds out with one relay whether a node's log-likelihoods mean anything: whether it honours {@code echo}, reports the
 * log-probabilities of a prompt, leaves the prompt's beginning alone, and has the tokens of the stated tokenizer.
 *
 * <pre>{@code
 * LikelihoodProbe probe = api.likelihoodProbe(node).orElseThrow();
 * LikelihoodFinding finding = probe.read(transport.send(node, probe.request()));
 * }</pre>
 *
 * <p>Servers differ here without a word: some ignore {@code echo} and give every choice the log-likelihood 0, others begin each
 * text with a token that was not sent. lm-evaluation-harness scores their answers all the same, close to chance.
 *
 * <p>A node may treat the probe unlike the questions after it; their answers are looked at too. Immutable and thread-safe.
 */
public final class LikelihoodProbe {

    /** Plain words, numbers, code and a new line: short, and split unlike by any two vocabularies in use. */
    static final String TEXT =
            "The quick brown fox jumps over the lazy dog, doesn't it?\n1234 + 5678 = 6912, 3.14159 and"
                    + " 2026-01-31. Unquestionably, for (int i = 0; i < 10; i++) { total += counterRevolutionary[i]; }";

    private static final int NOT_IMPLEMENTED = 501;

    /** What rounding can make of certainty. */
    private static final double ABOVE_ZERO = 1e-3;

    private final CompletionRequest request;
    private final OpenAiCodec codec;
    private final int[] ids;
    private final List<String> spelled;

    LikelihoodProbe(CompletionRequest request, OpenAiCodec codec, PromptEncoder encoder, int... ids) {
        this.request = request;
        this.codec = codec;
        this.ids = ids;
        this.spelled = Arrays.stream(ids).mapToObj(encoder::decode).toList();
    }

    /** Returns the request to send; it asks as the questions do. */
    public RelayRequest request() {
        return codec.encode(request);
    }

    /** Returns what came of it. */
    public LikelihoodFinding read(RelayOutcome outcome) {
        if (outcome instanceof RelayFailure failure) {
            return ofFailure(failure);
        }
        Decoded<CompletionAnswer> decoded = codec.completion((RelayResponse) outcome);
        if (decoded instanceof Decoded.Fault<CompletionAnswer> fault) {
            return ofFailure(fault.failure());
        }
        return ofChoice(((Decoded.Ok<CompletionAnswer>) decoded).answer().first());
    }

    private static LikelihoodFinding ofFailure(RelayFailure failure) {
        FaultCause cause = failure.cause();
        boolean answered = cause.blame() == Blame.NODE && failure.status().orElse(0) / 100 == 2;
        boolean refused = cause == FaultCause.BAD_REQUEST
                || cause == FaultCause.NOT_FOUND
                || failure.status().orElse(0) == NOT_IMPLEMENTED;
        return answered || refused
                ? unable(Lack.REFUSED, "a request to echo a prompt with log-probabilities fails, " + failure)
                : new LikelihoodFinding.Unanswered(failure);
    }

    private LikelihoodFinding ofChoice(Choice choice) {
        List<TokenLogprob> tokens = choice.logprobs();
        if (tokens.isEmpty()) {
            return unable(Lack.NO_LOGPROBS, "the answer has no log-probabilities");
        }
        if (tokens.size() <= 1) {
            return unable(Lack.NO_ECHO, "the answer does not repeat the prompt");
        }
        EchoedTokens echoed = new EchoedTokens(ids, spelled, tokens);
        boolean oneMore = tokens.size() > ids.length && echoed.agreeAfter(1);
        if (oneMore && !echoed.agreeAfter(0)) {
            return unable(
                    Lack.SHIFTED,
                    "the node begins the prompt with a token of its own, '"
                            + tokens.get(0).token() + "'");
        }
        if (tokens.size() < ids.length || tokens.size() > ids.length + 1 || !echoed.agreeAfter(0)) {
            return unable(Lack.OTHER_TOKENS, "the node splits the prompt in another way, " + echoed.difference());
        }
        return ofProbabilities(tokens.subList(1, ids.length));
    }

    /** The first token has no log-probability by nature: nothing precedes it. */
    private static LikelihoodFinding ofProbabilities(List<TokenLogprob> tokens) {
        if (tokens.stream().anyMatch(token -> Double.isNaN(token.logprob()))) {
            return unable(Lack.NO_LOGPROBS, "log-probabilities of the prompt are missing");
        }
        if (tokens.stream().anyMatch(token -> token.top().isEmpty())) {
            return unable(Lack.NO_CANDIDATES, "the answer does not say which tokens were the most probable ones");
        }
        Optional<TokenLogprob> tooMuch = tokens.stream()
                .filter(token -> !(token.logprob() <= ABOVE_ZERO))
                .findFirst();
        if (tooMuch.isPresent()) {
            return unable(
                    Lack.NO_PROBABILITIES,
                    "a log-probability is " + tooMuch.get().logprob());
        }
        if (tokens.stream().mapToDouble(TokenLogprob::logprob).distinct().count() == 1) {
            return unable(
                    Lack.NO_PROBABILITIES,
                    "every token has the log-probability " + tokens.get(0).logprob());
        }
        return new LikelihoodFinding.Able();
    }

    private static LikelihoodFinding unable(Lack lack, String seen) {
        return new LikelihoodFinding.Unable(
                lack, "Log-likelihoods of this node would be noise (" + lack + "): " + seen + ".");
    }
}
