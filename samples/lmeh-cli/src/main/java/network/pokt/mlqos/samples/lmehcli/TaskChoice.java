package network.pokt.mlqos.samples.lmehcli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import network.pokt.mlqos.lmeh.Lmeh;
import network.pokt.mlqos.lmeh.LmehTask;
import network.pokt.mlqos.lmeh.config.OutputType;
import network.pokt.mlqos.lmeh.config.TaskConfig;
import network.pokt.mlqos.lmeh.config.TaskLibrary;
import network.pokt.mlqos.lmeh.config.TaskTree;
import network.pokt.mlqos.lmeh.data.Datasets;
import network.pokt.mlqos.lmeh.data.DatasetsBuilder;
import network.pokt.mlqos.lmeh.data.HuggingFaceHub;
import network.pokt.mlqos.lmeh.function.FunctionRegistry;
import network.pokt.mlqos.lmeh.match.MeaningMatch;
import network.pokt.mlqos.lmeh.prompt.PromptStyle;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.token.ChatPrompt;

/** The tasks that were asked for, with their documents and as the run wants them. */
final class TaskChoice {

    private final Options options;
    private final ModelOptions model;
    private final TaskLibrary library;
    private final Optional<MeaningMatch> match;
    private final FunctionRegistry functions = Lmeh.functions();

    private TaskChoice(Options options, ModelOptions model, TaskLibrary library) {
        this.options = options;
        this.model = model;
        this.library = library;
        this.match = options.matching().match();
    }

    static TaskChoice of(Options options, ModelOptions model, PrintStream err) {
        List<Path> folders = new ArrayList<>();
        options.release().release().ifPresent(release -> {
            folders.add(release.tasks());
            err.println("The task files are from an archive with the SHA-256 " + release.sha256() + ".");
        });
        folders.addAll(options.includePaths());
        if (folders.isEmpty()) {
            throw new IllegalArgumentException("No folder of task files is given; name that of lm_eval/tasks with"
                    + " --include_path, or have them downloaded with --tasks_release.");
        }
        return new TaskChoice(options, model, TaskLibrary.of(folders.toArray(Path[]::new)));
    }

    /** Returns the names of all tasks, groups and tags. */
    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(library.tasks());
        names.addAll(library.groups());
        names.addAll(library.tags());
        return names;
    }

    List<TaskTree> trees() {
        List<TaskTree> trees = new ArrayList<>();
        for (String pattern : options.tasks()) {
            library.matching(pattern).forEach(name -> trees.add(library.tree(name)));
        }
        return trees;
    }

    /** Returns each task of the trees once. */
    List<LmehTask> tasks(List<TaskTree> trees) {
        Map<String, TaskConfig> configs = new LinkedHashMap<>();
        trees.forEach(tree -> tree.tasks().forEach(task -> configs.putIfAbsent(task.name(), task)));
        Datasets datasets = datasets();
        return configs.values().stream().map(config -> task(config, datasets)).toList();
    }

    private LmehTask task(TaskConfig config, Datasets datasets) {
        LmehTask task = LmehTask.load(config, datasets, functions)
                .with(options.overrides())
                .documents(options.documents(config.name()))
                .systemInstruction(options.systemInstruction().orElse(""))
                .fewShotSeed(options.seeds().fewShot())
                .bootstrapIterations(options.bootstrapIterations());
        LmehTask matched = match.map(task::meaning).orElse(task);
        boolean written = options.writtenChoices() && config.outputType() == OutputType.MULTIPLE_CHOICE;
        LmehTask asked = written ? matched.writtenChoices() : matched;
        return options.chat() ? asked.promptStyle(style()) : asked;
    }

    private PromptStyle style() {
        PromptStyle style = options.fewShotAsTurns() ? PromptStyle.CHAT : PromptStyle.CHAT_IN_ONE_TURN;
        if (model.isChat()) {
            return style;
        }
        Path folder = model.tokenizer()
                .orElseThrow(() -> new IllegalArgumentException("The chat template is the tokenizer's; name its folder"
                        + " with tokenizer= in --model_args, or use " + ModelOptions.CHAT + "."));
        return style.templated(ChatPrompt.load(folder, TimeSource.system(), ZoneId.systemDefault()), folder.toString());
    }

    private Datasets datasets() {
        DatasetsBuilder datasets = Datasets.builder().workingDirectory(Path.of(""));
        options.copies().forEach(datasets::copy);
        options.cache()
                .ifPresent(folder -> datasets.hub(HuggingFaceHub.builder(folder)
                        .offline(options.offline())
                        .build()));
        return datasets.build();
    }
}
