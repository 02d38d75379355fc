package network.pokt.mlqos.lmeh.config;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a task's documents come from, and what its splits are called there. Immutable.
 */
public final class DatasetConfig {

    private final @Nullable FunctionRef custom;
    private final @Nullable String path;
    private final @Nullable String name;
    private final Map<String, @Nullable Object> arguments;
    private final @Nullable String training;
    private final @Nullable String validation;
    private final @Nullable String test;
    private final @Nullable String fewShot;

    DatasetConfig(Fields fields) {
        this.custom = fields.function("custom_dataset");
        this.path = fields.text("dataset_path");
        this.name = fields.text("dataset_name");
        this.arguments = fields.named("dataset_kwargs");
        this.training = fields.text("training_split");
        this.validation = fields.text("validation_split");
        this.test = fields.text("test_split");
        this.fewShot = fields.text("fewshot_split");
    }

    /** Returns {@code custom_dataset}, a function that makes the dataset. */
    public Optional<FunctionRef> custom() {
        return Optional.ofNullable(custom);
    }

    /** Returns {@code dataset_path}: a name at Hugging Face, or a format such as {@code json} whose files the arguments name. */
    public Optional<String> path() {
        return Optional.ofNullable(path);
    }

    /** Returns {@code dataset_name}: a configuration of the dataset. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** Returns {@code dataset_kwargs}, empty if there are none. */
    public Map<String, @Nullable Object> arguments() {
        return arguments;
    }

    public Optional<String> trainingSplit() {
        return Optional.ofNullable(training);
    }

    public Optional<String> validationSplit() {
        return Optional.ofNullable(validation);
    }

    public Optional<String> testSplit() {
        return Optional.ofNullable(test);
    }

    /** Returns {@code fewshot_split}, which {@link FewShotConfig#split} inherits. */
    public Optional<String> fewShotSplit() {
        return Optional.ofNullable(fewShot);
    }
}
