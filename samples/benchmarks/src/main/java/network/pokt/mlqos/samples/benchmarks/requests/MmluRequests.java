package network.pokt.mlqos.samples.benchmarks.requests;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import network.pokt.mlqos.lmeh.Lmeh;
import network.pokt.mlqos.lmeh.LmehTask;
import network.pokt.mlqos.lmeh.config.TaskConfig;
import network.pokt.mlqos.lmeh.config.TaskLibrary;
import network.pokt.mlqos.lmeh.data.DatasetSource;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.data.Documents;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Sample;
import network.pokt.mlqos.task.Sampling;

/**
 * Builds all requests of MMLU, five examples each, from the task files of lm-evaluation-harness: task by task, as a run does. The
 * documents are in memory before the clock runs. {@code mmlu_requests.py} does the same with lm-evaluation-harness; both print a
 * hash of all requests, which must agree.
 */
public final class MmluRequests {

    private static final int EXAMPLES = 5;

    private final TaskLibrary library;
    private final Map<String, DatasetSource> subjects = new TreeMap<>();

    private MmluRequests(Path tasks, Path data, int most) {
        this.library = TaskLibrary.of(tasks);
        Map<String, Documents> dev = bySubject(data.resolve("dev.jsonl"));
        bySubject(data.resolve("test.jsonl")).forEach((subject, test) -> {
            Documents examples = Objects.requireNonNull(dev.get(subject), "every subject has examples");
            subjects.put(subject, split -> split.equals("test") ? test : examples);
        });
        subjects.keySet().retainAll(subjects.keySet().stream().limit(most).toList());
    }

    private static Map<String, Documents> bySubject(Path file) {
        Map<String, List<Doc>> docs = DatasetSource.files(Map.of("all", file)).split("all").docs().stream()
                .collect(Collectors.groupingBy(doc -> doc.text("subject")));
        return docs.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Documents(entry.getValue(), entry.getKey())));
    }

    /**
     * Prints how long each round takes.
     *
     * @param tasks a folder with the task files of MMLU
     * @param data holds {@code dev.jsonl} and {@code test.jsonl} with the columns of {@code cais/mmlu}
     * @param most how many subjects to take, in the order of their names
     */
    public static void print(Path tasks, Path data, int rounds, int most) {
        MmluRequests mmlu = new MmluRequests(tasks, data, most);
        System.out.println("requests sha256 " + mmlu.hash());
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            int requests = mmlu.build();
            seconds.add((System.nanoTime() - start) / 1e9);
            System.out.printf(
                    Locale.ROOT,
                    "%d subjects, %d requests in %.3f s%n",
                    mmlu.subjects.size(),
                    requests,
                    seconds.get(round));
        }
        seconds.sort(null);
        System.out.printf(
                Locale.ROOT,
                "median %.3f s, heap of at most %d MiB%n",
                seconds.get(seconds.size() / 2),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    /** Builds every task and keeps all requests until the end, as lm-evaluation-harness does. */
    private int build() {
        List<Ask> all = new ArrayList<>();
        subjects.forEach(
                (subject, source) -> samples(subject, source).forEachRemaining(sample -> all.addAll(sample.asks())));
        return all.size();
    }

    private Iterator<Sample> samples(String subject, DatasetSource source) {
        TaskConfig config = library.task("mmlu_" + subject);
        return LmehTask.of(config, source, Lmeh.functions()).fewShot(EXAMPLES).samples(Sampling.all());
    }

    private String hash() {
        MessageDigest digest = sha256();
        subjects.forEach((subject, source) -> samples(subject, source)
                .forEachRemaining(sample -> sample.asks().forEach(ask -> add(digest, (Ask.Loglikelihood) ask))));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, Ask.Loglikelihood asked) {
        digest.update((asked.context() + '\0' + asked.continuation() + '\0').getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }
}
