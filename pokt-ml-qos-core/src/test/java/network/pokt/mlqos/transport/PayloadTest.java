package network.pokt.mlqos.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import network.pokt.mlqos.RandomCases;
import org.junit.jupiter.api.Test;

class PayloadTest {

    @Test
    void every_way_out_gives_the_same_bytes() {
        RandomCases.check(42, 1_000, draw -> {
            byte[] bytes = draw.bytes(0, 200);
            int slack = draw.integer(0, 50);
            byte[] roomy = Arrays.copyOf(bytes, bytes.length + slack);
            Payload payload = Payload.wrap(roomy, bytes.length);
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            payload.writeTo(written);
            byte[] buffered = new byte[payload.size()];
            payload.buffer().get(buffered);

            assertThat(payload.toByteArray()).isEqualTo(bytes);
            assertThat(payload.stream().readAllBytes()).isEqualTo(bytes);
            assertThat(written.toByteArray()).isEqualTo(bytes);
            assertThat(buffered).isEqualTo(bytes);
            assertThat(payload.isEmpty()).isEqualTo(bytes.length == 0);
            assertThat(payload).isEqualTo(Payload.of(bytes)).hasSameHashCodeAs(Payload.of(bytes));
        });
    }

    @Test
    void a_copy_does_not_follow_its_source() {
        byte[] bytes = {1, 2, 3};
        Payload payload = Payload.of(bytes);
        bytes[0] = 9;
        payload.toByteArray()[1] = 9;

        assertThat(payload.toByteArray()).containsExactly(1, 2, 3);
    }

    @Test
    void a_view_is_read_only_and_has_its_own_position() {
        Payload payload = Payload.of("abc");
        ByteBuffer view = payload.buffer();
        view.get();

        assertThat(view.isReadOnly()).isTrue();
        assertThat(payload.buffer().remaining()).isEqualTo(3);
    }

    @Test
    void text_is_utf_8_and_what_is_none_is_replaced() {
        assertThat(Payload.of("zwölf 試").utf8()).isEqualTo("zwölf 試");
        assertThat(Payload.of(new byte[] {'a', (byte) 0xff}).utf8()).isEqualTo("a\ufffd");
    }

    @Test
    void it_does_not_tell_what_it_holds() {
        assertThat(Payload.of("secret")).hasToString("6 bytes");
        assertThat(Payload.of("secret")).isNotEqualTo(Payload.of("public"));
    }

    @Test
    void a_size_beyond_the_array_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Payload.wrap(new byte[2], 3))
                .withMessage("A payload of 3 bytes does not fit an array of 2.");
        assertThatIllegalArgumentException().isThrownBy(() -> Payload.wrap(new byte[2], -1));
    }
}
