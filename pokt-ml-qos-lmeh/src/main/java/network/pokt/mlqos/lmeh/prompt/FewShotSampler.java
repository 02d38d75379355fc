package network.pokt.mlqos.lmeh.prompt;

import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.lmeh.config.Callee;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.stats.PythonRandom;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the examples of one prompt after the other. A sampler may have a stream of random numbers that each call
 * moves on, so it belongs to one run over the documents; not thread-safe.
 */
@FunctionalInterface
public interface FewShotSampler {

    /**
     * Returns the examples for the next prompt.
     *
     * @param count how many, at least 1
     * @param evaluated the document that must not be among them, or null if it cannot be
     * @throws IllegalArgumentException if there are not so many
     */
    List<Doc> next(int count, @Nullable Doc evaluated);

    /**
     * Returns the sampler that a task names, at the beginning of its stream.
     *
     * @throws IllegalArgumentException if there is no such sampler
     */
    static FewShotSampler named(Callee sampler, List<Doc> pool, long seed) {
        return switch (sampler.name()) {
            case "default" -> random(pool, new PythonRandom(seed));
            case "first_n" -> first(pool);
            default ->
                throw new IllegalArgumentException("There is no sampler '" + sampler.name()
                        + "'; examples are chosen by default, at random, or by first_n.");
        };
    }

    /**
     * Returns the sampler {@code default}: with a document to leave out it draws one more and drops what equals it; if
     * copies of it were drawn and too few are left, it draws again from the others.
     */
    static FewShotSampler random(List<Doc> pool, PythonRandom random) {
        return (count, evaluated) -> {
            if (evaluated == null) {
                return random.sample(pool, count);
            }
            List<Doc> others = without(evaluated, random.sample(pool, count + 1));
            return others.size() >= count ? others.subList(0, count) : random.sample(without(evaluated, pool), count);
        };
    }

    /** Returns the sampler {@code first_n}. */
    static FewShotSampler first(List<Doc> pool) {
        return (count, evaluated) -> {
            List<Doc> chosen = pool.stream()
                    .filter(doc -> !doc.equals(evaluated))
                    .limit(count)
                    .toList();
            if (chosen.size() < count) {
                throw new IllegalArgumentException(
                        "There are only " + chosen.size() + " examples to choose from, ask for no more than that.");
            }
            return chosen;
        };
    }

    private static List<Doc> without(Doc evaluated, List<Doc> docs) {
        List<Doc> others = new ArrayList<>(docs.size());
        for (Doc doc : docs) {
            if (!doc.equals(evaluated)) {
                others.add(doc);
            }
        }
        return others;
    }
}
