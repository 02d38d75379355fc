package network.pokt.mlqos.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import network.pokt.mlqos.RandomCases;
import org.junit.jupiter.api.Test;

class ReasoningTextTest {

    private static ReasoningText of(String reasoning, String answer) {
        return new ReasoningText(reasoning, answer);
    }

    @Test
    void a_thought_before_the_answer_is_taken_off() {
        assertThat(ReasoningText.split("<think>\n2+2 is 4\n</think>\n\n4 \n")).isEqualTo(of("2+2 is 4", "4 \n"));
        assertThat(ReasoningText.split(" <think></think>4")).isEqualTo(of("", "4"));
    }

    @Test
    void the_begin_tag_may_stand_in_the_prompt() {
        assertThat(ReasoningText.split("2+2 is 4\n</think>\n4")).isEqualTo(of("2+2 is 4", "4"));
    }

    @Test
    void a_thought_that_was_cut_off_leaves_no_answer() {
        assertThat(ReasoningText.split("<think>2+2 is")).isEqualTo(of("2+2 is", ""));
        assertThat(ReasoningText.split("<think>")).isEqualTo(of("", ""));
    }

    @Test
    void a_text_without_a_thought_is_kept_as_it_is() {
        assertThat(ReasoningText.split(" 4\n")).isEqualTo(of("", " 4\n"));
        assertThat(ReasoningText.split("")).isEqualTo(of("", ""));
        assertThat(ReasoningText.split("The tag <think> begins a thought."))
                .isEqualTo(of("", "The tag <think> begins a thought."));
    }

    @Test
    void the_last_end_tag_counts() {
        assertThat(ReasoningText.split("<think>a</think>b<think>c</think>d")).isEqualTo(of("a</think>b<think>c", "d"));
    }

    @Test
    void tags_may_be_others() {
        assertThat(ReasoningText.split("[THINK]a[/THINK]b", "[THINK]", "[/THINK]"))
                .isEqualTo(of("a", "b"));
        assertThatIllegalArgumentException().isThrownBy(() -> ReasoningText.split("a", "<think>", ""));
    }

    @Test
    void an_answer_never_holds_an_end_tag() {
        RandomCases.check(1, 1_000, draw -> {
            String before = draw.text(100);
            String after = draw.text(100);
            ReasoningText split = ReasoningText.split(before + "</think>" + after);

            assertThat(split.answer()).doesNotContain("</think>");
            assertThat(split.answer()).isEqualTo(after.stripLeading());
        });
    }
}
