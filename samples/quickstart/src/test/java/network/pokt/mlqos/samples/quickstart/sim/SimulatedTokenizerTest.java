package network.pokt.mlqos.samples.quickstart.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import network.pokt.mlqos.RandomCases;
import org.junit.jupiter.api.Test;

class SimulatedTokenizerTest {

    private final SimulatedTokenizer tokenizer = new SimulatedTokenizer();

    @Test
    void decoding_gives_back_every_text_that_utf8_can_express() {
        RandomCases.check(1, 1_000, draw -> {
            String any = draw.text(60);
            String text = new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

            assertThat(tokenizer.decode(tokenizer.encode(text, true))).isEqualTo(text);
        });
    }

    @Test
    void a_continuation_leaves_the_tokens_of_its_context_as_they_are() {
        RandomCases.check(2, 1_000, draw -> {
            String before = draw.text(40);
            String after = draw.text(40);
            String context = before + "\nAnswer:";
            int[] alone = tokenizer.encode(context, false);
            int[] whole = tokenizer.encode(context + " " + after, false);

            assertThat(Arrays.copyOf(whole, alone.length)).isEqualTo(alone);
            assertThat(Arrays.copyOfRange(whole, alone.length, whole.length))
                    .isEqualTo(tokenizer.encode(" " + after, false));
        });
    }

    @Test
    void an_id_is_either_a_token_that_encodes_to_itself_or_rejected() {
        RandomCases.check(3, 1_000, draw -> {
            int id = draw.integer();
            if (!tokenizer.knows(id)) {
                assertThatThrownBy(() -> tokenizer.decode(id))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(Integer.toString(id));
            } else {
                assertThat(tokenizer.decode(id)).isNotEmpty();
                assertThat(tokenizer.name(id)).isNotEmpty();
            }
        });
    }

    @Test
    void tokens_are_up_to_three_bytes_of_one_word_and_a_space_goes_with_the_next_word() {
        assertThat(pieces("Ada has  1234 apples:\nyes"))
                .containsExactly("Ada", " ha", "s", " ", " 12", "34", " ap", "ple", "s", ":", "\n", "yes");
    }

    @Test
    void a_token_that_is_part_of_a_character_is_named_by_its_bytes() {
        int[] ids = tokenizer.encode("😀", false);

        assertThat(Arrays.stream(ids).mapToObj(tokenizer::name)).containsExactly("\\xf0\\x9f\\x98", "\\x80");
        assertThat(tokenizer.decode(ids)).isEqualTo("😀");
    }

    @Test
    void there_is_one_special_token_and_text_never_encodes_to_it() {
        int end = tokenizer.eosId().orElseThrow();

        assertThat(tokenizer.bosId()).isEmpty();
        assertThat(tokenizer.decode(end)).isEqualTo("<|end|>");
        assertThat(tokenizer.encode("<|end|>", true)).doesNotContain(end);
        assertThat(tokenizer.encode("", true)).isEmpty();
    }

    private String[] pieces(String text) {
        return Arrays.stream(tokenizer.encode(text, false))
                .mapToObj(tokenizer::decode)
                .toArray(String[]::new);
    }
}
