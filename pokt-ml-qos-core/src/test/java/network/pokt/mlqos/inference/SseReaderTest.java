package network.pokt.mlqos.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.RandomCases;
import org.junit.jupiter.api.Test;

/** The parsing rules of the WHATWG, and that it does not matter how the bytes arrive. */
class SseReaderTest {

    private final List<String> events = new ArrayList<>();
    private final List<Long> ends = new ArrayList<>();
    private final SseReader reader = SseReader.create((data, end) -> {
        events.add(StandardCharsets.UTF_8.decode(data).toString());
        ends.add(end);
    });

    private void feed(String text) {
        reader.feed(StandardCharsets.UTF_8.encode(text));
    }

    @Test
    void the_standards_first_example_gives_three_events() {
        feed("data: This is the first message.\n\ndata: This is the second message, it\ndata: has two lines.\n\n"
                + "data: This is the third message.\n\n");

        assertThat(events)
                .containsExactly(
                        "This is the first message.",
                        "This is the second message, it\nhas two lines.",
                        "This is the third message.");
    }

    @Test
    void the_standards_stocks_example_joins_lines() {
        feed("data: YHOO\ndata: +2\ndata: 10\n\n");

        assertThat(events).containsExactly("YHOO\n+2\n10");
    }

    @Test
    void the_standards_comment_example_drops_what_has_no_blank_line() {
        feed(": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event");

        assertThat(events).containsExactly("first event", "second event");
    }

    @Test
    void the_standards_empty_example_gives_two_events() {
        feed("data\n\ndata\ndata\n\ndata:");

        assertThat(events).containsExactly("", "\n");
    }

    @Test
    void the_standards_space_example_gives_the_same_event_twice() {
        feed("data:test\n\ndata: test\n\n");

        assertThat(events).containsExactly("test", "test");
    }

    @Test
    void names_that_only_resemble_data_are_ignored() {
        feed("dat: a\nData: b\ndatax: c\n data: d\n:data: e\ndata : f\n\ndata: g\n\n");

        assertThat(events).containsExactly("g");
    }

    @Test
    void the_other_fields_make_no_event() {
        feed("event: ping\nid: 1\nretry: 10\n\n\n\n");

        assertThat(events).isEmpty();
    }

    @Test
    void a_byte_order_mark_is_skipped_at_the_beginning_only() {
        feed("\uFEFFdata: a\n\n\uFEFFdata: b\n\ndata: c\n\n");

        assertThat(events).containsExactly("a", "c");
    }

    @Test
    void half_a_byte_order_mark_belongs_to_an_unknown_field() {
        reader.feed(ByteBuffer.wrap(new byte[] {(byte) 0xEF, (byte) 0xBB}));
        feed("data: a\n\ndata: b\n\n");

        assertThat(events).containsExactly("b");
    }

    @Test
    void all_three_ends_of_line_are_understood() {
        feed("data: a\r\rdata: b\r\n\r\ndata: c\n\ndata: d\r\ndata: e\rdata: f\n\r");

        assertThat(events).containsExactly("a", "b", "c", "d\ne\nf");
    }

    @Test
    void an_event_is_reported_with_the_byte_that_ends_it() {
        feed("data: a\n");
        assertThat(events).isEmpty();

        feed("\r");
        assertThat(events).containsExactly("a");
        assertThat(ends).containsExactly(9L);

        feed("\ndata: b\n\n");
        assertThat(ends).containsExactly(9L, 19L);
        assertThat(reader.offset()).isEqualTo(19);
    }

    @Test
    void an_event_longer_than_any_buffer_is_whole() {
        String data = "x".repeat(100_000);

        feed("data: " + data + "\ndata: " + data + "\n\n");

        assertThat(events).containsExactly(data + "\n" + data);
    }

    /** Lines that matter, mixed with noise and every end of line. */
    private static final String[] LINES = {
        "data: a",
        "data:b",
        "data",
        "data:",
        "data:  c",
        "",
        "",
        "",
        ": comment",
        "event: x",
        "id: 1",
        "dat",
        "da:x",
        "datax",
        "\uFEFFdata: y",
        "data: é漢🦙",
        "data: :",
        "xdata: z"
    };

    private static String streams(RandomCases.Draw draw) {
        String lines = String.join("", draw.list(0, 30, () -> draw.of(LINES) + draw.of("\n", "\r", "\r\n")));
        String extra = draw.of("", "\uFEFF", "data: tail");
        return extra.equals("data: tail") ? lines + extra : extra + lines;
    }

    @Test
    void any_chunks_give_the_events_of_the_standards_algorithm() {
        RandomCases.check(20, 1_000, draw -> {
            String stream = streams(draw);
            long chunkSeed = draw.number();
            byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
            List<String> found = new ArrayList<>();
            SseReader chunked = SseReader.create(
                    (data, end) -> found.add(StandardCharsets.UTF_8.decode(data).toString()));

            Chunks.of(bytes, chunkSeed).forEach(chunked::feed);

            assertThat(found).isEqualTo(byTheStandard(stream));
            assertThat(chunked.offset()).isEqualTo(bytes.length);
        });
    }

    /** The algorithm in the words of the standard, on a whole text: slow, plain and independent of the reader. */
    private static List<String> byTheStandard(String stream) {
        String text = stream.startsWith("\uFEFF") ? stream.substring(1) : stream;
        List<String> found = new ArrayList<>();
        StringBuilder dataBuffer = new StringBuilder();
        String[] lines = text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
        for (int i = 0; i < lines.length - 1; i++) {
            String line = lines[i];
            if (line.isEmpty()) {
                if (!dataBuffer.isEmpty()) {
                    found.add(dataBuffer.substring(0, dataBuffer.length() - 1));
                }
                dataBuffer.setLength(0);
                continue;
            }
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1);
            if (field.equals("data")) {
                dataBuffer
                        .append(value.startsWith(" ") ? value.substring(1) : value)
                        .append('\n');
            }
        }
        return found;
    }
}
