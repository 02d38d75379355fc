package network.pokt.mlqos.samples.quickstart.sim;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import network.pokt.mlqos.inference.TokenLogprob;
import network.pokt.mlqos.inference.TokenLogprob.Candidate;

/**
 * What a node says: the right answer to a share of the questions, a wrong one to the rest, and log-probabilities that
 * fit.
 *
 * <p>Asked by one thread; {@link #trueSkill()} and {@link #answered()} may be read by any.
 */
final class SimulatedModel {

    /** What a base model writes after an answer if nothing stops it: the next question of its few-shot prompt. */
    private static final String RUN_ON = "\n\nQuestion: What comes next?\nAnswer:";

    private static final String[] WORDS = {"amber", "brook", "cedar", "delta", "ember", "fjord", "grove", "heron"};
    private static final int WORDS_OF_IGNORANCE = 8;

    /** Below this log-probability (a probability of 0.45) another token can be the most probable by a clear margin. */
    private static final double GREEDY_ABOVE = -0.8;

    /** Tokens of a context are scattered between this and 0; nobody asks for more. */
    private static final double LEAST_OF_CONTEXT = -3;

    private final AnswerBook book;
    private final Behaviour behaviour;
    private final long seed;
    private final SimulatedTokenizer tokenizer;
    private volatile long answered;

    SimulatedModel(AnswerBook book, Behaviour behaviour, long seed, SimulatedTokenizer tokenizer) {
        this.book = book;
        this.behaviour = behaviour;
        this.seed = seed;
        this.tokenizer = tokenizer;
    }

    /** Returns how many questions of the book have been answered in text. */
    long answered() {
        return answered;
    }

    /** Returns the mean skill over the questions answered so far. */
    double trueSkill() {
        long n = answered;
        long late = Math.max(0, n - behaviour.swapAfter());
        return n == 0 ? behaviour.skill() : (behaviour.skill() * (n - late) + behaviour.laterSkill() * late) / n;
    }

    /**
     * Returns what a base model writes after a prompt: the answer to its last question, unless it holds that already.
     */
    String complete(String prompt) {
        String continuation = AnswerBook.continuation(prompt);
        if (book.find(prompt).filter(truth -> truth.offers(continuation)).isPresent()) {
            return RUN_ON;
        }
        return " " + reply(prompt) + RUN_ON;
    }

    /** Returns what a chat model replies to a conversation. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    String reply(String conversation) {
        Optional<Truth> truth = book.find(conversation);
        if (truth.isEmpty()) {
            return ignorance(conversation);
        }
        String answer = belief(truth.get());
        answered++;
        return answer;
    }

    /**
     * Returns the log-probability of each token of a prompt, the first without one, as the node sees them.
     *
     * <p>Where an answer follows the last question, the one that the node believes gets the highest log-probability of
     * all, in sum and per character, and is greedy; every other one is not.
     */
    List<TokenLogprob> read(int[] ids) {
        String prompt = tokenizer.decode(ids);
        String continuation = AnswerBook.continuation(prompt);
        Optional<Truth> truth = book.find(prompt).filter(t -> t.offers(continuation));
        int context = truth.isEmpty() ? ids.length : contextTokens(prompt);
        double each = truth.map(t -> logprob(t, continuation)).orElse(0.0) / Math.max(1, ids.length - context);
        List<TokenLogprob> tokens = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            double logprob = i >= context
                    ? each
                    : LEAST_OF_CONTEXT * Dice.of(seed ^ i, ids[i]).nextDouble();
            tokens.add(token(ids[i], i == 0 ? Double.NaN : logprob));
        }
        return tokens;
    }

    /** Returns the log-probability of each token of a text that the node wrote itself, greedily. */
    List<TokenLogprob> written(int[] ids) {
        List<TokenLogprob> tokens = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            tokens.add(token(ids[i], GREEDY_ABOVE * Dice.of(seed ^ i, ids[i]).nextDouble()));
        }
        return tokens;
    }

    private int contextTokens(String prompt) {
        String context = prompt.substring(0, prompt.lastIndexOf(AnswerBook.ANSWER) + AnswerBook.ANSWER.length());
        return tokenizer.encode(context, false).length;
    }

    /** The answer that the node takes for the right one: always the same for the same question and skill. */
    private String belief(Truth truth) {
        double skill = answered < behaviour.swapAfter() ? behaviour.skill() : behaviour.laterSkill();
        SplittableRandom dice = Dice.of(seed, truth.question());
        return dice.nextDouble() < skill
                ? truth.correct()
                : truth.wrong().get(dice.nextInt(truth.wrong().size()));
    }

    /**
     * The believed answer gets -0.5 in all; any other gets -1.5 and -1 more per byte, so that it loses in sum (-0.5 is
     * more than -1.5) and per character (0.5 divided by any length is less than 1).
     */
    private double logprob(Truth truth, String answer) {
        if (answer.equals(belief(truth))) {
            return -0.5;
        }
        double jitter = Dice.of(seed, truth.question() + answer).nextDouble();
        return -1.5 - jitter - answer.getBytes(StandardCharsets.UTF_8).length;
    }

    private TokenLogprob token(int id, double logprob) {
        String name = tokenizer.name(id);
        if (Double.isNaN(logprob)) {
            return new TokenLogprob(name, logprob, List.of());
        }
        Candidate itself = new Candidate(name, logprob);
        if (logprob > GREEDY_ABOVE) {
            return new TokenLogprob(name, logprob, List.of(itself));
        }
        double nearlyAllTheRest = Math.log(0.95 * (1 - Math.exp(logprob)));
        Candidate better = new Candidate(name.equals(" so") ? " if" : " so", nearlyAllTheRest);
        return new TokenLogprob(name, logprob, List.of(better, itself));
    }

    /** The same words for the same prompt, others for another node: enough for comparing nodes by what they say. */
    private String ignorance(String prompt) {
        SplittableRandom dice = Dice.of(seed, prompt);
        StringBuilder text = new StringBuilder("I do not know:");
        for (int i = 0; i < WORDS_OF_IGNORANCE; i++) {
            text.append(' ').append(WORDS[dice.nextInt(WORDS.length)]);
        }
        return text.append('.').toString();
    }
}
