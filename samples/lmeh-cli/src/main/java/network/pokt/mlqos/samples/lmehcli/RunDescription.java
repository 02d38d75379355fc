package network.pokt.mlqos.samples.lmehcli;

import java.util.Map;
import network.pokt.mlqos.lmeh.LmehTask;
import network.pokt.mlqos.lmeh.result.ChatFacts;
import network.pokt.mlqos.lmeh.result.RunConfig;
import network.pokt.mlqos.lmeh.result.RunResults;

/** Says in a results file how the run was asked for. */
record RunDescription(Options options, ModelOptions model) {

    RunResults.Builder begin() {
        Map<String, ?> generation = options.generation();
        RunConfig config = new RunConfig(
                model.kind(),
                model.asMap(),
                model.batchSize(),
                options.limit().map(RunDescription::wholeIfPossible).orElse(null),
                options.bootstrapIterations(),
                generation.isEmpty() ? null : generation,
                options.seeds());
        String template = options.chat() && model.isChat() ? "" : null;
        return RunResults.builder(config, LmehTask.HARNESS.substring(LmehTask.HARNESS.lastIndexOf(' ') + 1))
                .chat(new ChatFacts(options.systemInstruction().orElse(null), options.fewShotAsTurns(), template));
    }

    private static Object wholeIfPossible(double limit) {
        return limit == Math.rint(limit) ? (Object) (long) limit : (Object) limit;
    }
}
