package network.pokt.mlqos.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import network.pokt.mlqos.SharedData;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PythonRandomTest {

    @Test
    void draws_what_cpython_draws() {
        PythonRandom bits = new PythonRandom(1234);
        assertThat(List.of(bits.getrandbits(32), bits.getrandbits(32), bits.getrandbits(32)))
                .containsExactly(4150886329L, 3342196574L, 1892932127L);
        PythonRandom doubles = new PythonRandom(1234);
        assertThat(doubles.random()).isEqualTo(0.9664535356921388);
        assertThat(doubles.random()).isEqualTo(0.4407325991753527);
    }

    @Test
    void samples_what_cpython_samples_from_a_list_and_from_a_set() {
        PythonRandom small = new PythonRandom(1234);
        assertThat(small.sample(range(10), 3)).containsExactly(7, 1, 0);
        assertThat(small.sample(range(10), 3)).containsExactly(1, 0, 9);
        PythonRandom large = new PythonRandom(1234);
        assertThat(large.sample(range(1000), 5)).containsExactly(989, 796, 451, 119, 7);
        assertThat(large.sample(range(1000), 5)).containsExactly(92, 932, 965, 961, 826);
        assertThat(new PythonRandom(1234).sample(range(100), 10)).containsExactly(99, 56, 14, 0, 11, 74, 4, 85, 88, 10);
    }

    @Test
    void chooses_and_shuffles_as_cpython_does() {
        assertThat(new PythonRandom(0).choices(range(10), 10)).containsExactly(8, 7, 4, 2, 5, 4, 7, 3, 4, 5);
        PythonRandom single = new PythonRandom(1234);
        assertThat(IntStream.range(0, 8).mapToObj(i -> single.choice(range(10))))
                .containsExactly(7, 1, 0, 1, 9, 0, 1, 1);
        PythonRandom random = new PythonRandom(0);
        assertThat(shuffled(random, 4)).containsExactly(2, 0, 1, 3);
        assertThat(shuffled(random, 4)).containsExactly(0, 1, 3, 2);
        assertThat(shuffled(random, 4)).containsExactly(0, 2, 1, 3);
    }

    @Test
    void what_cannot_be_drawn_is_refused() {
        PythonRandom random = new PythonRandom(1);
        assertThatThrownBy(() -> random.sample(range(2), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Of 2 elements 3");
        assertThatThrownBy(() -> random.randbelow(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> random.randrange(5, 5, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> random.randrange(0, 5, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> random.getrandbits(65)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void recorded_vectors_of_all_whole_number_seeds_are_equal() throws IOException {
        int compared = 0;
        for (JsonNode vector : JsonMapper.shared()
                .readTree(Files.readAllBytes(SharedData.path("golden/lmeval/pyrandom.json")))
                .get("cases")) {
            if (vector.get("seed_type").asString().equals("int")) {
                compare(vector);
                compared++;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(7);
    }

    private static void compare(JsonNode vector) {
        BigInteger seed = new BigInteger(vector.get("seed").asString());
        PythonRandom doubles = new PythonRandom(seed);
        vector.get("random").forEach(value -> assertThat(doubles.random()).isEqualTo(value.asDouble()));
        PythonRandom ints = new PythonRandom(seed);
        vector.get("randint")
                .forEach(draw -> assertThat(
                                ints.randint(draw.get(0).asLong(), draw.get(1).asLong()))
                        .isEqualTo(draw.get(2).asLong()));
        PythonRandom ranges = new PythonRandom(seed);
        vector.get("randrange")
                .forEach(draw -> assertThat(ranges.randrange(
                                draw.get(0).asLong(),
                                draw.get(1).asLong(),
                                draw.get(2).asLong()))
                        .isEqualTo(draw.get(3).asLong()));
        compareBits(vector.get("getrandbits"), new PythonRandom(seed));
        compareSamples(vector, seed);
        PythonRandom choices = new PythonRandom(seed);
        vector.get("choices")
                .forEach(draw -> assertThat(choices.choices(
                                range(draw.get("n").asInt()), draw.get("k").asInt()))
                        .isEqualTo(integers(draw.get("r"))));
        PythonRandom shuffles = new PythonRandom(seed);
        vector.get("shuffle")
                .forEach(order -> assertThat(shuffled(shuffles, order.size())).isEqualTo(integers(order)));
    }

    /** More than 64 bits are two draws: the low words come first. */
    private static void compareBits(JsonNode draws, PythonRandom random) {
        for (JsonNode draw : draws) {
            int count = draw.get(0).asInt();
            BigInteger bits = BigInteger.ZERO;
            for (int from = 0; from < count; from += 64) {
                BigInteger word = new BigInteger(Long.toUnsignedString(random.getrandbits(Math.min(64, count - from))));
                bits = bits.or(word.shiftLeft(from));
            }
            assertThat(bits.toString())
                    .as("%s bits", count)
                    .isEqualTo(draw.get(1).asString());
        }
    }

    private static void compareSamples(JsonNode vector, BigInteger seed) {
        for (JsonNode draw : vector.get("sample")) {
            PythonRandom random = new PythonRandom(seed);
            List<Integer> population = range(draw.get("n").asInt());
            assertThat(random.sample(population, draw.get("k").asInt())).isEqualTo(integers(draw.get("first")));
            assertThat(random.sample(population, draw.get("k").asInt())).isEqualTo(integers(draw.get("second")));
        }
        JsonNode stream = vector.get("sample_stream");
        PythonRandom random = new PythonRandom(seed);
        List<Integer> population = range(stream.get("n").asInt());
        stream.get("draws")
                .forEach(draw -> assertThat(
                                random.sample(population, stream.get("k").asInt()))
                        .isEqualTo(integers(draw)));
    }

    private static List<Integer> range(int size) {
        return IntStream.range(0, size).boxed().toList();
    }

    private static List<Integer> shuffled(PythonRandom random, int size) {
        List<Integer> list = new ArrayList<>(range(size));
        random.shuffle(list);
        return list;
    }

    private static List<Integer> integers(JsonNode array) {
        List<Integer> integers = new ArrayList<>();
        array.forEach(element -> integers.add(element.asInt()));
        return integers;
    }
}
