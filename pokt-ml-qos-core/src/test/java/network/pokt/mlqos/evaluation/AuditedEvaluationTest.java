package network.pokt.mlqos.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.price.UsageAudits;
import network.pokt.mlqos.price.UsageRecount;
import network.pokt.mlqos.time.VirtualTime;
import network.pokt.mlqos.token.TokenCounter;
import network.pokt.mlqos.token.WordTokenizer;
import network.pokt.mlqos.transport.FaultCause;
import org.junit.jupiter.api.Test;

/** An evaluation whose bills are counted again as the answers come in. */
class AuditedEvaluationTest {

    private static final int SAMPLES = 60;
    private static final int WORDS = 200;
    private static final Node HONEST = Node.at(URI.create("http://honest"), "m");
    private static final Node PADDING = Node.at(URI.create("http://padding"), "m");

    private final VirtualTime time = new VirtualTime();
    private final UsageRecount recount = new UsageRecount(TokenCounter.of(new WordTokenizer()));
    private final UsageAudits audits =
            UsageAudits.of(node -> Optional.of(recount), node -> Rate.perMillionTokens("USD", "1", "2"), time);

    /** Every answer has so many words and one end; the padding node bills a fifth more. */
    private ScriptedTransport nodes(String choice) {
        String text = "word ".repeat(WORDS).strip();
        return ScriptedTransport.inline(
                time,
                (node, body, nth) -> ScriptedTransport.Line.ok("{\"model\": \"m\", \"choices\": [{\"index\": 0, "
                                + choice.formatted(text)
                                + ", \"finish_reason\": \"stop\"}], \"usage\": {\"prompt_tokens\": 1,"
                                + " \"completion_tokens\": "
                                + (WORDS + 1 + (node.equals(PADDING.id()) ? WORDS / 5 : 0)) + "}}")
                        .header("Content-Type", "application/json"));
    }

    private EvaluationReport evaluate(ModelApi api, String choice) throws InterruptedException {
        return Evaluation.of(NumbersTask.of(SAMPLES))
                .transport(nodes(choice))
                .nodes(NodeDirectory.of(HONEST, PADDING))
                .api(api)
                .time(time)
                .run();
    }

    @Test
    void a_node_that_pads_its_completions_is_found_and_an_honest_one_is_not() throws InterruptedException {
        EvaluationReport report = evaluate(ModelApi.completions().audits(audits).build(), "\"text\": \"%s\"");

        assertThat(report.ending()).isEqualTo(Ending.COMPLETE);
        assertThat(audits.overbilling()).containsExactly(PADDING.id());
        assertThat(audits.report(PADDING).answers()).isEqualTo(SAMPLES);
        // 40 tokens too many an answer, 2 of which are tolerated, at 2 USD a million.
        assertThat(audits.report(PADDING).moneyLost()).isEqualByComparingTo("0.00456");
        assertThat(audits.report(HONEST).answers()).isEqualTo(SAMPLES);
        assertThat(audits.report(HONEST).moneyLost()).isZero();
        assertThat(audits.failed()).isZero();
    }

    @Test
    void chats_are_audited_as_well() throws InterruptedException {
        evaluate(ModelApi.chat().audits(audits).build(), "\"message\": {\"role\": \"assistant\", \"content\": \"%s\"}");

        assertThat(audits.overbilling()).containsExactly(PADDING.id());
    }

    @Test
    void a_count_that_fails_disturbs_no_evaluation() throws InterruptedException {
        UsageAudits failing = UsageAudits.of(
                node -> Optional.of(recount),
                node -> {
                    throw new IllegalStateException("no price");
                },
                time);

        EvaluationReport report =
                evaluate(ModelApi.completions().audits(failing).build(), "\"text\": \"%s\"");

        assertThat(failing.failed()).isEqualTo(2 * SAMPLES);
        assertThat(report.of(HONEST).tasks().get(0).failedSamples()).doesNotContainKey(FaultCause.INTERNAL);
    }

    @Test
    void a_node_without_a_counter_is_left_alone() throws InterruptedException {
        UsageAudits none = UsageAudits.of(node -> Optional.empty(), node -> Rate.free("USD"), time);

        evaluate(ModelApi.completions().audits(none).build(), "\"text\": \"%s\"");

        assertThat(none.overbilling()).isEmpty();
        assertThat(none.report(PADDING).answers()).isZero();
    }
}
