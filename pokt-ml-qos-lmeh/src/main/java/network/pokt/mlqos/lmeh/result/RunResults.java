package network.pokt.mlqos.lmeh.result;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/**
 * The results of a run, which become {@code results_*.json}. Immutable; {@link #builder} collects them.
 *
 * <p>Keys stand in the order of lm-evaluation-harness 0.4.13. It writes of its own installation and machine; so that its
 * readers find what they look for, these keys are there too, with what is true here.
 */
public final class RunResults {

    private static final int INDENT = 2;

    private final Builder run;

    private RunResults(Builder run) {
        this.run = run;
    }

    /**
     * Begins the results of a run.
     *
     * @param harnessVersion the version of lm-evaluation-harness that was followed
     */
    public static Builder builder(RunConfig config, String harnessVersion) {
        return new Builder(config, harnessVersion);
    }

    /** Returns the model's name as the folder of its results is called. */
    public String sanitizedModelName() {
        return sanitized(run.config.modelName());
    }

    static String sanitized(String modelName) {
        return modelName.replaceAll("[\"<>:/|\\\\?*\\[\\]]+", "__");
    }

    /** Returns the file's text. */
    public String json() {
        return PythonJson.indented(asMap(), INDENT);
    }

    /** Returns everything by its key in the file. */
    public Map<String, @Nullable Object> asMap() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        putNumbers(all);
        putSettings(all);
        all.put("config", run.config.asMap());
        all.put("git_hash", null);
        all.put("date", run.start.toEpochMilli() / 1000.0);
        all.put("pretty_env_info", run.environment);
        all.put("transformers_version", null);
        all.put("lm_eval_version", run.harnessVersion);
        all.put("upper_git_hash", null);
        if (run.tokenizer != null) {
            run.tokenizer.putInto(all);
        }
        Map<String, @Nullable Object> hashes = new LinkedHashMap<>();
        run.tasks.stream()
                .filter(task -> task.samplesHash() != null)
                .forEach(task -> hashes.put(task.name(), task.samplesHash()));
        all.put("task_hashes", hashes);
        all.put("model_source", run.config.model());
        all.put("model_name", run.config.modelName());
        all.put("model_name_sanitized", sanitizedModelName());
        run.chat.putInto(all);
        all.put("total_evaluation_time_seconds", PythonRepr.str(run.duration.toNanos() / 1e9));
        if (!run.own.isEmpty()) {
            all.put(SampleLine.OWN_KEY, run.own);
        }
        return all;
    }

    private void putNumbers(Map<String, @Nullable Object> all) {
        Map<String, @Nullable Object> results = new LinkedHashMap<>();
        run.tasks.forEach(task -> results.put(task.name(), task.result()));
        Map<String, @Nullable Object> groups = new LinkedHashMap<>();
        run.groups.stream()
                .filter(group -> !group.metrics().isEmpty())
                .forEach(group -> groups.put(group.name(), group.result()));
        results.putAll(groups);
        all.put("results", results);
        if (!groups.isEmpty()) {
            all.put("groups", groups);
        }
    }

    private void putSettings(Map<String, @Nullable Object> all) {
        Map<String, @Nullable Object> configs = new TreeMap<>();
        Map<String, @Nullable Object> versions = new TreeMap<>();
        Map<String, @Nullable Object> fewShots = new TreeMap<>();
        Map<String, @Nullable Object> directions = new TreeMap<>();
        Map<String, @Nullable Object> samples = new LinkedHashMap<>();
        for (GroupResult group : run.groups) {
            if (group.version() != null) {
                versions.put(group.name(), group.version());
            }
            group.fewShot().ifPresent(shots -> fewShots.put(group.name(), shots));
            if (!group.higherIsBetter().isEmpty()) {
                directions.put(group.name(), group.higherIsBetter());
            }
        }
        for (TaskResult task : run.tasks) {
            configs.put(task.name(), task.config());
            versions.put(task.name(), task.version());
            fewShots.put(task.name(), task.fewShot());
            directions.put(task.name(), task.higherIsBetter());
            Map<String, @Nullable Object> sizes = new LinkedHashMap<>();
            sizes.put("original", task.documents());
            sizes.put("effective", task.evaluated());
            samples.put(task.name(), sizes);
        }
        all.put("group_subtasks", members());
        all.put("configs", configs);
        all.put("versions", versions);
        all.put("n-shot", fewShots);
        all.put("higher_is_better", directions);
        all.put("n-samples", samples);
    }

    /** Returns the members of all groups, each group before those that are in it. */
    private Map<String, @Nullable Object> members() {
        Map<String, GroupResult> groups = new LinkedHashMap<>();
        run.groups.forEach(group -> groups.put(group.name(), group));
        Set<String> inner = new HashSet<>();
        run.groups.forEach(group -> inner.addAll(group.members()));
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (String name : groups.keySet()) {
            if (!inner.contains(name)) {
                putMembers(name, groups, members);
            }
        }
        return members;
    }

    private static void putMembers(
            String name, Map<String, GroupResult> groups, Map<String, @Nullable Object> members) {
        GroupResult group = groups.get(name);
        if (group != null && !members.containsKey(name)) {
            members.put(name, group.members());
            group.members().forEach(member -> putMembers(member, groups, members));
        }
    }

    /** Collects the results of a run. Not thread-safe. */
    public static final class Builder {

        private final RunConfig config;
        private final String harnessVersion;
        private final List<TaskResult> tasks = new ArrayList<>();
        private final List<GroupResult> groups = new ArrayList<>();
        private final Map<String, @Nullable Object> own = new LinkedHashMap<>();
        private @Nullable TokenizerFacts tokenizer;
        private ChatFacts chat = ChatFacts.NONE;
        private Instant start = Instant.EPOCH;
        private Duration duration = Duration.ZERO;
        private String environment = "";

        private Builder(RunConfig config, String harnessVersion) {
            this.config = config;
            this.harnessVersion = harnessVersion;
        }

        /** Adds a task; tasks keep the order in which they are added. */
        public Builder task(TaskResult task) {
            tasks.add(task);
            return this;
        }

        /** Adds a group, after the groups that are in it. */
        public Builder group(GroupResult group) {
            groups.add(group);
            return this;
        }

        public Builder tokenizer(TokenizerFacts facts) {
            this.tokenizer = facts;
            return this;
        }

        public Builder chat(ChatFacts facts) {
            this.chat = facts;
            return this;
        }

        /** Sets when the run began and how long it took. */
        public Builder time(Instant begin, Duration took) {
            this.start = begin;
            this.duration = took;
            return this;
        }

        /** Sets a text about the machine and the software. */
        public Builder environment(String text) {
            this.environment = text;
            return this;
        }

        /** Adds something that lm-evaluation-harness does not know, such as nodes, attempts, timing and spend. */
        public Builder own(String key, @Nullable Object value) {
            own.put(key, value);
            return this;
        }

        public RunResults build() {
            return new RunResults(this);
        }
    }
}
