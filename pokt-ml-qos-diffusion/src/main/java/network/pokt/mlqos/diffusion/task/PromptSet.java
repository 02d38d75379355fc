package network.pokt.mlqos.diffusion.task;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Prompts with a name, in the order of their file. Immutable.
 *
 * @param name such as {@code parti}
 * @param prompts at least one
 */
public record PromptSet(String name, List<ImagePrompt> prompts) {

    /** Copies the prompts and refuses an empty list. */
    public PromptSet {
        prompts = List.copyOf(prompts);
        if (prompts.isEmpty()) {
            throw new IllegalArgumentException("The prompt set " + name + " has no prompts, check its file or filter.");
        }
    }

    /**
     * Reads PartiPrompts: tab-separated, with the columns {@code Prompt} and {@code Category}.
     *
     * @throws PromptSetException if the file cannot be read or lacks a column
     */
    public static PromptSet partiPrompts(Path file) {
        return new PromptSet("parti", PromptFiles.table(file, '\t', "Prompt", "Category"));
    }

    /**
     * Reads DrawBench: comma-separated, quoted as in RFC 4180, with the columns {@code Prompts} and {@code Category}.
     *
     * @throws PromptSetException if the file cannot be read or lacks a column
     */
    public static PromptSet drawBench(Path file) {
        return new PromptSet("draw_bench", PromptFiles.table(file, ',', "Prompts", "Category"));
    }

    /**
     * Reads GenEval: a JSON object in each line with {@code prompt} and {@code tag}.
     *
     * @throws PromptSetException if the file cannot be read or a line is no such object
     */
    public static PromptSet genEval(Path file) {
        return new PromptSet("geneval", PromptFiles.lines(file, "prompt", "tag"));
    }

    /**
     * Reads captions of COCO: one JSON object whose {@code annotations} each have a {@code caption}.
     *
     * @throws PromptSetException if the file cannot be read or is no such object
     */
    public static PromptSet cocoCaptions(Path file) {
        return new PromptSet("mscoco", PromptFiles.captions(file));
    }

    /** Returns the prompts of these categories under another name. */
    public PromptSet only(String newName, Predicate<String> categories) {
        return new PromptSet(
                newName,
                prompts.stream()
                        .filter(prompt -> categories.test(prompt.category()))
                        .toList());
    }

    /** Returns a variant in which each prompt is perturbed; equal seeds perturb equally. */
    public PromptSet perturbed(Perturbation perturbation, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new PromptSet(
                name + "_" + perturbation.suffix(),
                prompts.stream()
                        .map(prompt ->
                                new ImagePrompt(perturbation.apply(prompt.text(), random.split()), prompt.category()))
                        .toList());
    }

    /** Returns the SHA-256 of all prompts in their order, in hexadecimal. */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (ImagePrompt prompt : prompts) {
                digest.update((prompt.text() + "\0").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
