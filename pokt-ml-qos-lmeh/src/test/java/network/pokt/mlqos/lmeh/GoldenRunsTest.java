package network.pokt.mlqos.lmeh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import network.pokt.mlqos.evaluation.EvaluationEvent.SampleConcluded;
import network.pokt.mlqos.evaluation.ModelApi;
import network.pokt.mlqos.inference.ChatMessage;
import network.pokt.mlqos.lmeh.config.DocSelection;
import network.pokt.mlqos.lmeh.config.RunOverrides;
import network.pokt.mlqos.lmeh.config.TaskConfig;
import network.pokt.mlqos.lmeh.config.TaskLibrary;
import network.pokt.mlqos.lmeh.config.TaskTree;
import network.pokt.mlqos.lmeh.data.Datasets;
import network.pokt.mlqos.lmeh.form.Judgement;
import network.pokt.mlqos.lmeh.function.FunctionRegistry;
import network.pokt.mlqos.lmeh.golden.GoldenRun;
import network.pokt.mlqos.lmeh.golden.Replay;
import network.pokt.mlqos.lmeh.prompt.PromptStyle;
import network.pokt.mlqos.lmeh.result.GroupResult;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.template.PythonRepr;
import network.pokt.mlqos.template.PythonTuple;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.token.ChatPrompt;
import network.pokt.mlqos.token.HuggingFaceTokenizer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every recorded run of lm-evaluation-harness, repeated on its recorded answers. */
class GoldenRunsTest {

    private static final List<String> TABLE = new ArrayList<>();
    private static final Datasets DATASETS =
            Datasets.builder().workingDirectory(GoldenRun.file("")).build();
    private static final FunctionRegistry FUNCTIONS = Lmeh.functions();
    private static final Map<Path, HuggingFaceTokenizer> TOKENIZERS = new HashMap<>();

    static List<String> runs() {
        return GoldenRun.names();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void a_recorded_run_is_repeated_to_the_last_digit(String name) throws InterruptedException {
        GoldenRun run = GoldenRun.load(name);
        TaskLibrary library = TaskLibrary.of(run.includePaths().toArray(Path[]::new));
        List<TaskTree> trees = run.tasks().stream().map(library::tree).toList();
        Map<String, LmehTask> tasks = new LinkedHashMap<>();
        trees.forEach(tree ->
                tree.tasks().forEach(config -> tasks.computeIfAbsent(config.name(), unused -> task(run, config))));
        assertThat(tasks.keySet()).isEqualTo(run.leaves().keySet());

        List<LmehTask> all = List.copyOf(tasks.values());
        Replay replay = new Replay(run, all, api(run), sharesRequests(run));
        int samples = 0;
        int measures = 0;
        for (LmehTask task : all) {
            samples += compareSamples(run.samples(task.name()), replay.concluded(task.name()));
            measures += replay.compareMeasures(task);
        }
        for (GroupResult group :
                LmehReport.of(replay.report(), all, trees, Map.of()).groups()) {
            measures += replay.compareGroup(group);
        }
        TABLE.add(String.format(
                "%-45s %6d requests %6d samples %4d measures", name, replay.compareRequests(), samples, measures));
    }

    /** The table of what was compared; a run that is there and was not compared fails the test. */
    @AfterAll
    static void table() {
        TOKENIZERS.values().forEach(HuggingFaceTokenizer::close);
        TABLE.forEach(System.out::println);
    }

    /** Whether the reference put prompts of several documents into one request. */
    private static boolean sharesRequests(GoldenRun run) {
        return run.name().equals("syn_batch");
    }

    private static LmehTask task(GoldenRun run, TaskConfig config) {
        RunOverrides overrides = RunOverrides.none();
        if (run.argument("num_fewshot").isNumber()) {
            overrides = overrides.numFewShot(run.argument("num_fewshot").asInt());
        }
        String generation = run.argument("gen_kwargs").asString("");
        if (!generation.isEmpty()) {
            Map<String, Object> arguments = new LinkedHashMap<>();
            for (String pair : generation.split(",")) {
                String value = pair.substring(pair.indexOf('=') + 1);
                arguments.put(
                        pair.substring(0, pair.indexOf('=')),
                        value.contains(".") ? (Object) Double.valueOf(value) : (Object) Long.valueOf(value));
            }
            overrides = overrides.generation(arguments);
        }
        LmehTask task = LmehTask.load(config, DATASETS, FUNCTIONS)
                .with(overrides)
                .documents(documents(run, config.name()))
                .systemInstruction(run.argument("system_instruction").asString(""))
                .fewShotSeed(run.argument("fewshot_random_seed").asLong(1234))
                .bootstrapIterations(run.argument("bootstrap_iters").asInt());
        return run.argument("apply_chat_template").asBoolean(false) ? task.promptStyle(style(run)) : task;
    }

    private static DocSelection documents(GoldenRun run, String task) {
        JsonNode chosen = run.argument("samples").path(task);
        if (chosen.isArray()) {
            return new DocSelection.Indices(
                    new TreeSet<>(chosen.valueStream().map(JsonNode::asInt).toList()));
        }
        double limit = run.argument("limit").asDouble(0);
        return limit == 0 ? DocSelection.ALL : DocSelection.limit(limit);
    }

    private static PromptStyle style(GoldenRun run) {
        PromptStyle style =
                run.argument("fewshot_as_multiturn").asBoolean() ? PromptStyle.CHAT : PromptStyle.CHAT_IN_ONE_TURN;
        if (run.isChat()) {
            return style;
        }
        Path folder = tokenizer(run);
        return style.templated(ChatPrompt.load(folder, TimeSource.system(), ZoneOffset.UTC), folder.toString());
    }

    private static Path tokenizer(GoldenRun run) {
        return GoldenRun.file(run.modelArgument("tokenizer").asString("_tokenizers/phi-2"));
    }

    private static ModelApi api(GoldenRun run) {
        if (run.isChat()) {
            return ModelApi.chat().build();
        }
        return ModelApi.completions()
                .tokenizer(TOKENIZERS.computeIfAbsent(tokenizer(run), HuggingFaceTokenizer::load))
                .maxLength(run.modelArgument("max_length").asInt())
                .tokenizedRequests(run.modelArgument("tokenized_requests").asBoolean())
                .stopAtEos(run.modelArgument("num_concurrent").asInt(1) == 1)
                .batchSize(sharesRequests(run) ? 1 : run.argument("batch_size").asInt(1))
                .build();
    }

    private static int compareSamples(List<JsonNode> lines, List<SampleConcluded> concluded) {
        int compared = 0;
        List<SampleConcluded> inOrder = concluded.stream()
                .sorted(Comparator.comparingInt(sample -> sample.sample().index()))
                .toList();
        int perDocument = lines.size() / Math.max(1, inOrder.size());
        assertThat(lines).hasSize(perDocument * inOrder.size());
        for (SampleConcluded one : inOrder) {
            LmehSample sample = (LmehSample) one.sample();
            List<JsonNode> own = lines.stream()
                    .filter(line -> line.get("doc_id").asInt() == sample.index())
                    .toList();
            List<Judgement> judgements = sample.judge(one.replies());
            assertThat(judgements).hasSameSizeAs(own);
            for (Judgement judgement : judgements) {
                JsonNode line = own.stream()
                        .filter(candidate -> candidate.get("filter").asString().equals(judgement.pipeline()))
                        .findFirst()
                        .orElseThrow();
                compareArguments(sample.asks(), line);
                compareReplies(one.replies(), line.get("resps"));
                assertThat(spelled(judgement.filtered())).isEqualTo(strings(line.get("filtered_resps")));
                judgement.items().forEach((metric, item) -> assertItem(item, line.get(metric), metric));
                compared++;
            }
        }
        return compared;
    }

    private static void compareArguments(List<Ask> asks, JsonNode line) {
        JsonNode arguments = line.get("arguments");
        int repeats = asks.size() / arguments.size();
        for (int i = 0; i < arguments.size(); i++) {
            JsonNode recorded = arguments.get("gen_args_" + i);
            Ask ask = asks.get(i * repeats);
            if (ask instanceof Ask.Loglikelihood likelihood) {
                assertThat(likelihood.context()).isEqualTo(recorded.get("arg_0").asString());
                assertThat(likelihood.continuation())
                        .isEqualTo(recorded.get("arg_1").asString());
            } else if (ask instanceof Ask.RollingLoglikelihood rolling) {
                assertThat(rolling.text()).isEqualTo(recorded.get("arg_0").asString());
            } else if (ask instanceof Ask.Generate generate && generate.context() instanceof Ask.Text text) {
                assertThat(text.text()).isEqualTo(recorded.get("arg_0").asString());
            } else if (ask instanceof Ask.Generate generate && generate.context() instanceof Ask.Chat chat) {
                List<ChatMessage> messages = new ArrayList<>();
                JsonMapper.shared()
                        .readTree(recorded.get("arg_0").get(0).asString())
                        .forEach(message -> messages.add(ChatMessage.of(
                                message.get("role").asString(),
                                message.get("content").asString())));
                assertThat(chat.messages()).isEqualTo(messages);
            }
        }
    }

    private static void compareReplies(List<Reply> replies, JsonNode recorded) {
        List<String> spelled = new ArrayList<>();
        for (Reply reply : replies) {
            spelled.add(
                    reply instanceof Reply.Generated text
                            ? text.text()
                            : PythonRepr.repr(((Reply.Likelihood) reply).logprob()));
        }
        List<String> wanted = new ArrayList<>();
        recorded.forEach(ofRequest -> ofRequest.forEach(
                response -> wanted.add(response.isArray() ? response.get(0).asString() : response.asString())));
        assertThat(spelled).isEqualTo(wanted);
    }

    /** The reference writes all numbers of its results as texts. */
    private static Object spelled(Object value) {
        if (value instanceof PythonTuple || value instanceof List<?>) {
            return ((List<?>) value).stream().map(GoldenRunsTest::spelled).toList();
        }
        return PythonRepr.str(value);
    }

    private static Object strings(JsonNode node) {
        return node.isArray() ? node.valueStream().map(GoldenRunsTest::strings).toList() : node.asString();
    }

    private static void assertItem(Object item, JsonNode recorded, String metric) {
        if (recorded == null) {
            assertThat(item).as(metric).isNull();
        } else if (recorded.isArray()) {
            List<?> items = (List<?>) item;
            assertThat(items).as(metric).hasSize(recorded.size());
            for (int i = 0; i < recorded.size(); i++) {
                assertItem(items.get(i), recorded.get(i), metric);
            }
        } else if (recorded.isNumber()) {
            assertThat(((Number) item).doubleValue())
                    .as(metric)
                    .isCloseTo(recorded.asDouble(), Offset.offset(1e-12 * Math.max(1, Math.abs(recorded.asDouble()))));
        } else if (item instanceof List<?> items) {
            String[] printed =
                    recorded.asString().replaceAll("[\\[\\]]", " ").strip().split("\\s+");
            assertThat(items).hasSize(printed.length);
            for (int i = 0; i < printed.length; i++) {
                double wanted = Double.parseDouble(printed[i]);
                assertThat((double) items.get(i)).isCloseTo(wanted, Offset.offset(1e-7 * wanted));
            }
        } else {
            assertThat(PythonRepr.str(item)).as(metric).isEqualTo(recorded.asString());
        }
    }
}
