package network.pokt.mlqos.relay.supplier.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.RandomCases;
import org.junit.jupiter.api.Test;

class CutTextTest {

    @Test
    void pieces_add_up_to_the_text_before_its_end_however_it_is_cut() {
        RandomCases.check(1, 500, draw -> {
            String whole = draw.word("abc", 0, 30);
            List<String> ends = new ArrayList<>();
            for (int i = draw.integer(0, 3); i > 0; i--) {
                ends.add(draw.word("abc", 0, 4));
            }

            CutText text = new CutText(ends);
            StringBuilder sent = new StringBuilder();
            for (int at = 0; at < whole.length(); ) {
                int next = Math.min(whole.length(), at + draw.integer(1, 5));
                sent.append(text.add(whole.substring(at, next)));
                at = next;
            }
            sent.append(text.rest());

            assertThat(sent.toString()).isEqualTo(beforeEnd(whole, ends));
            assertThat(CutText.of(whole, ends)).isEqualTo(beforeEnd(whole, ends));
        });
    }

    /** Writes a character after the other, as a model does, until the text has come to one of its ends. */
    private static String beforeEnd(String whole, List<String> ends) {
        for (int length = 1; length <= whole.length(); length++) {
            String written = whole.substring(0, length);
            int longest = ends.stream()
                    .filter(written::endsWith)
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
            if (longest > 0) {
                return written.substring(0, length - longest);
            }
        }
        return whole;
    }
}
