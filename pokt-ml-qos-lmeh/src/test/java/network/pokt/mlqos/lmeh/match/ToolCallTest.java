package network.pokt.mlqos.lmeh.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import network.pokt.mlqos.RandomCases;
import network.pokt.mlqos.inference.ChatMessage.ToolCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolCallTest {

    private static final ToolCall WEATHER = call("weather", "{\"city\": \"Bern\", \"days\": 2}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"weather\", \"arguments\": {\"city\": \"Bern\", \"days\": 2}}",
                "I'll look.\n<tool_call>\n{\"name\": \"weather\", \"arguments\": {\"days\": 2.0, \"city\": \"Bern\"}}\n</tool_call>",
                "<tool_call>{\"name\": \"weather\", \"parameters\": {\"city\": \"Bern\", \"days\": 2}}",
                "```json\n[{\"name\": \"weather\", \"arguments\": \"{\\\"city\\\": \\\"Bern\\\", \\\"days\\\": 2}\"}]\n```",
                "{\"tool_calls\": [{\"id\": \"1\", \"type\": \"function\", \"function\": {\"name\": \"weather\","
                        + " \"arguments\": \"{\\\"city\\\": \\\"Bern\\\", \\\"days\\\": 2}\"}}]}",
                "Sure: [{\"name\": \"weather\", \"arguments\": {\"city\": \"Bern\", \"days\": 2}}] done"
            })
    void calls_are_found_in_whatever_form_models_write_them(String text) {
        List<ToolCall> calls = ToolCallReader.read(text);
        assertThat(calls).hasSize(1);
        ToolCallScore score = ToolCallScore.of(List.of(WEATHER), calls);
        assertThat(score.callsMatch()).isTrue();
        assertThat(score.argumentMatch()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no call",
                "{\"name\": 3}",
                "{\"name\": \"x\"",
                "<tool_call>weather(Bern)</tool_call>",
                "[]",
                "}{"
            })
    void text_without_a_call_has_none(String text) {
        assertThat(ToolCallReader.read(text)).isEmpty();
    }

    @Test
    void nothing_that_a_model_writes_breaks_the_reader() {
        RandomCases.check(42, 2_000, draw -> {
            String noise = draw.text(60);
            assertThat(ToolCallReader.read(noise)).isNotNull();
            assertThat(ToolCallReader.read("<tool_call>" + noise)).isNotNull();
            assertThat(ToolCallReader.read("[".repeat(noise.length() * 100) + noise))
                    .isEmpty();
        });
    }

    @Test
    void several_calls_are_compared_in_any_order() {
        ToolCall time = call("time", "{}");
        ToolCallScore score = ToolCallScore.of(List.of(WEATHER, time), List.of(time, WEATHER));
        assertThat(score).isEqualTo(new ToolCallScore(true, true, 1, 1, 1));
        assertThat(score.f1()).isEqualTo(1);
        ToolCallScore twice = ToolCallScore.of(List.of(WEATHER, WEATHER), List.of(WEATHER, time));
        assertThat(twice.callsMatch()).isFalse();
        assertThat(twice.namesMatch()).isFalse();
        assertThat(twice.precision()).isEqualTo(0.5);
        assertThat(twice.recall()).isEqualTo(0.5);
    }

    @Test
    void arguments_count_one_by_one() {
        ToolCallScore score = ToolCallScore.of(
                List.of(WEATHER), List.of(call("weather", "{\"city\": \"Bern\", \"days\": \"2\", \"unit\": \"C\"}")));
        assertThat(score.namesMatch()).isTrue();
        assertThat(score.callsMatch()).isFalse();
        assertThat(score.argumentMatch()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(score.f1()).isZero();
        assertThat(ToolCallScore.of(
                                List.of(call("f", "{\"a\": [1, {\"b\": null}]}")),
                                List.of(call("f", "{\"a\": [1.0, {\"b\": null}]}")))
                        .callsMatch())
                .isTrue();
        assertThat(ToolCallScore.of(List.of(call("f", "{\"a\": [1, 2]}")), List.of(call("f", "{\"a\": [2, 1]}")))
                        .callsMatch())
                .isFalse();
        assertThat(ToolCallScore.of(List.of(WEATHER), List.of(call("weather", "not json")))
                        .argumentMatch())
                .isZero();
    }

    @Test
    void calling_nothing_is_right_only_if_nothing_was_expected() {
        assertThat(ToolCallScore.of(List.of(), List.of()).f1()).isEqualTo(1);
        assertThat(ToolCallScore.of(List.of(), List.of(WEATHER)).callsMatch()).isFalse();
        assertThat(ToolCallScore.of(List.of(WEATHER), List.of()).f1()).isZero();
    }

    private static ToolCall call(String name, String arguments) {
        return new ToolCall(null, name, arguments);
    }
}
