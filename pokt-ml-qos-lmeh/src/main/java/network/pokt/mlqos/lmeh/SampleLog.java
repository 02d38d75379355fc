package network.pokt.mlqos.lmeh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.evaluation.EvaluationEvent;
import network.pokt.mlqos.evaluation.EvaluationListener;
import network.pokt.mlqos.inference.ChatMessage;
import network.pokt.mlqos.lmeh.form.Judgement;
import network.pokt.mlqos.lmeh.result.ResultFiles;
import network.pokt.mlqos.lmeh.result.SampleLine;
import network.pokt.mlqos.lmeh.result.SamplesFile;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Measure;
import network.pokt.mlqos.task.Reply;
import org.jspecify.annotations.Nullable;

/**
 * Writes what each document was asked and answered to the samples files of one node, while a run goes on.
 *
 * <pre>{@code
 * try (SampleLog log = SampleLog.to(files, node, tasks)) {
 *     evaluation.onEvent(log).run();
 *     Map<String, String> hashes = log.finish();
 * }
 * }</pre>
 *
 * <p>Documents that failed have no line, nor have those that an earlier session of a resumed run concluded.
 */
public final class SampleLog implements EvaluationListener, AutoCloseable {

    private final NodeId node;
    private final Map<String, Logged> tasks = new LinkedHashMap<>();

    private record Logged(LmehTask task, SamplesFile file) {}

    private SampleLog(NodeId node) {
        this.node = node;
    }

    /** Creates a samples file for each task. */
    public static SampleLog to(ResultFiles files, Node node, List<LmehTask> tasks) {
        SampleLog log = new SampleLog(node.id());
        for (LmehTask task : tasks) {
            List<String> filters =
                    task.measures().stream().map(Measure::filter).distinct().toList();
            log.tasks.put(task.name(), new Logged(task, files.createSamples(task.name(), filters)));
        }
        return log;
    }

    @Override
    public void on(EvaluationEvent event) {
        if (event instanceof EvaluationEvent.SampleConcluded concluded
                && concluded.cause().isEmpty()
                && concluded.node().id().equals(node)
                && concluded.sample() instanceof LmehSample sample) {
            Logged logged = tasks.get(concluded.task());
            if (logged != null) {
                write(concluded, sample, logged.task(), logged.file());
            }
        }
    }

    private static void write(
            EvaluationEvent.SampleConcluded concluded, LmehSample sample, LmehTask task, SamplesFile file) {
        int repeats = task.config().repeats();
        List<List<@Nullable Object>> arguments = new ArrayList<>();
        List<List<Object>> responses = new ArrayList<>();
        for (int from = 0; from < sample.asks().size(); from += repeats) {
            arguments.add(arguments(sample.asks().get(from), task));
            List<Object> ofOne = new ArrayList<>(repeats);
            concluded.replies().subList(from, from + repeats).forEach(reply -> ofOne.add(response(reply, sample)));
            responses.add(ofOne);
        }
        for (Judgement judgement : sample.judge(concluded.replies())) {
            Map<String, @Nullable Object> metrics = new LinkedHashMap<>(judgement.items());
            metrics.values().removeIf(item -> item == null);
            file.append(new SampleLine(
                    sample.index(),
                    sample.doc().columns(),
                    task.target(sample.doc()),
                    arguments,
                    responses,
                    judgement.filtered(),
                    judgement.pipeline(),
                    metrics,
                    own(concluded)));
        }
    }

    private static Map<String, @Nullable Object> own(EvaluationEvent.SampleConcluded concluded) {
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        own.put("node", concluded.node().id().toString());
        own.put("relays", concluded.spend().relays());
        own.put("prompt_tokens_claimed", concluded.spend().promptTokens());
        own.put("completion_tokens_claimed", concluded.spend().completionTokens());
        own.put("seconds", concluded.elapsed().toNanos() / 1e9);
        return own;
    }

    private static List<@Nullable Object> arguments(Ask ask, LmehTask task) {
        List<@Nullable Object> arguments = new ArrayList<>();
        if (ask instanceof Ask.Loglikelihood likelihood) {
            arguments.add(likelihood.context());
            arguments.add(likelihood.continuation());
        } else if (ask instanceof Ask.RollingLoglikelihood rolling) {
            arguments.add(rolling.text());
        } else if (ask instanceof Ask.Generate generate) {
            arguments.add(context(generate.context()));
            arguments.add(task.config().generation());
        }
        return arguments;
    }

    private static Object context(Ask.Context context) {
        if (context instanceof Ask.Chat chat) {
            List<Map<String, Object>> messages = new ArrayList<>();
            for (ChatMessage message : chat.messages()) {
                Map<String, Object> turn = new LinkedHashMap<>();
                turn.put("role", message.role());
                turn.put("content", message.content());
                messages.add(turn);
            }
            return SampleLine.conversation(messages);
        }
        return ((Ask.Text) context).text();
    }

    private static Object response(Reply reply, LmehSample sample) {
        if (reply instanceof Reply.Generated generated) {
            return generated.text();
        }
        Reply.Likelihood likelihood = (Reply.Likelihood) reply;
        boolean rolling = sample.asks().get(0) instanceof Ask.RollingLoglikelihood;
        return rolling
                ? (Object) likelihood.logprob()
                : SampleLine.likelihood(likelihood.logprob(), likelihood.greedy());
    }

    /** Puts the lines into order, and returns the hash of each task's file. */
    public Map<String, String> finish() {
        Map<String, String> hashes = new LinkedHashMap<>();
        tasks.forEach((task, logged) -> hashes.put(task, logged.file().finish()));
        return hashes;
    }

    /** Closes the files; those of a run that did not finish keep {@code .part} at the end of their names. */
    @Override
    public void close() {
        tasks.values().forEach(logged -> logged.file().close());
    }
}
