package network.pokt.mlqos.lmeh.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import network.pokt.mlqos.inference.ChatMessage;
import network.pokt.mlqos.lmeh.config.Callee;
import network.pokt.mlqos.lmeh.data.Doc;
import org.junit.jupiter.api.Test;

class FewShotPromptTest {

    private static final PromptLayout LAYOUT = PromptLayout.DEFAULT;

    @Test
    void a_question_alone_ends_without_a_delimiter() {
        assertThat(FewShotPrompt.builder().ask(LAYOUT, "Q:", "").text()).isEqualTo("Q:");
    }

    @Test
    void text_has_a_delimiter_after_each_question_and_each_example() {
        FewShotPrompt prompt = FewShotPrompt.builder()
                .system("Sums.\n\n")
                .shot(LAYOUT, "1+1=", "", "2")
                .ask(LAYOUT, "2+2=", "");
        assertThat(prompt.text()).isEqualTo("Sums.\n\n1+1= 2\n\n2+2=");
        assertThat(prompt.multiTurn())
                .containsExactly(
                        ChatMessage.system("Sums.\n\n"),
                        ChatMessage.user("1+1="),
                        ChatMessage.assistant("2"),
                        ChatMessage.user("2+2="));
        assertThat(prompt.singleTurn())
                .containsExactly(ChatMessage.system("Sums.\n\n"), ChatMessage.user("1+1= 2\n\n2+2="));
    }

    @Test
    void a_prefix_is_set_off_only_where_no_white_space_is() {
        FewShotPrompt spaced =
                FewShotPrompt.builder().shot(LAYOUT, "Q:\n", "A:", "x").ask(LAYOUT, "Q:\n", "A:");
        assertThat(spaced.text()).isEqualTo("Q:\nA: x\n\nQ:\nA:");
        FewShotPrompt tight =
                FewShotPrompt.builder().shot(LAYOUT, "Q:", "A: ", "x").ask(LAYOUT, "Q:", "A: ");
        assertThat(tight.text()).isEqualTo("Q: A: x\n\nQ: A: ");
        assertThat(tight.singleTurn()).containsExactly(ChatMessage.user("Q: A: x\n\nQ:"), ChatMessage.assistant("A: "));
        assertThat(FewShotPrompt.builder().ask(LAYOUT, "", "A:").text()).isEqualTo("A:");
    }

    @Test
    void delimiters_join_what_nothing_else_separates() {
        Delimiter line = new Delimiter("\n");
        assertThat(line.join("a", "b")).isEqualTo("a\nb");
        assertThat(line.join("a\u00a0", "b")).isEqualTo("a\u00a0b");
        assertThat(line.join("a", " b")).isEqualTo("a b");
        assertThat(line.join("", "b")).isEqualTo("b");
        assertThat(line.join("a", "")).isEqualTo("a");
        assertThat(line.join("", "")).isEmpty();
    }

    @Test
    void the_random_sampler_moves_on_with_each_prompt_and_repeats_from_its_seed() {
        List<Doc> pool = pool(100);
        FewShotSampler one = FewShotSampler.named(new Callee.Named("default"), pool, 1234);
        FewShotSampler other = FewShotSampler.named(new Callee.Named("default"), pool, 1234);
        List<Doc> first = one.next(5, null);
        assertThat(one.next(5, null)).isNotEqualTo(first);
        assertThat(other.next(5, null)).isEqualTo(first);
    }

    @Test
    void the_evaluated_document_and_its_copies_are_left_out() {
        List<Doc> pool = List.of(doc(1), doc(1), doc(1), doc(2));
        FewShotSampler random = FewShotSampler.named(new Callee.Named("default"), pool, 7);
        FewShotSampler first = FewShotSampler.named(new Callee.Named("first_n"), pool, 7);
        for (int i = 0; i < 20; i++) {
            assertThat(random.next(1, doc(1))).containsExactly(doc(2));
        }
        assertThat(first.next(1, doc(1))).containsExactly(doc(2));
        assertThat(first.next(2, doc(2))).containsExactly(doc(1), doc(1));
        assertThatThrownBy(() -> first.next(2, doc(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only 1 examples");
    }

    private static List<Doc> pool(int size) {
        return IntStream.range(0, size).mapToObj(FewShotPromptTest::doc).toList();
    }

    private static Doc doc(int id) {
        return Doc.of(Map.of("id", id), "pool", id + 1);
    }
}
