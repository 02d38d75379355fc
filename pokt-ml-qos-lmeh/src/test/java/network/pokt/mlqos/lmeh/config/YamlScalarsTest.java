package network.pokt.mlqos.lmeh.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scalars of YAML 1.1; the expected values are those of PyYAML 6.0's CSafeLoader. */
class YamlScalarsTest {

    private static final Path FILE = Path.of("tasks/task.yaml");

    private static Object value(String yaml) {
        return new YamlReader(new YamlLimits(100_000, 20, 1_000)).value(yaml, FILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e5",
                "1.0e5",
                "0o17",
                "08",
                "0b2",
                "1:60",
                "y",
                "n",
                "tRUE",
                "nUll",
                "+.nan",
                "2024-1-5",
                "_1",
                "0x",
                "'1'",
                "\"yes\"",
                "!!str 5",
                "<",
                "=>",
                "12e03"
            })
    void what_pyyaml_takes_for_text_is_text(String yaml) {
        assertThat(value(yaml)).isInstanceOf(String.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "017, 15",
        "-017, -15",
        "0b101, 5",
        "0x1F, 31",
        "1_000, 1000",
        "1:30, 90",
        "-1:30:05, -5405",
        "+7, 7",
        "190:20:30, 685230",
        "1__, 1",
        "!!int '12', 12"
    })
    void whole_numbers_have_signs_bases_and_sixties(String yaml, long expected) {
        assertThat(value(yaml)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1., 1.0",
        ".5, 0.5",
        "1.5e+3, 1500.0",
        "1_0.5, 10.5",
        "-.inf, -Infinity",
        "1:30.5, 90.5",
        "6.8523015e+5, 685230.15",
        "-0.0, -0.0",
        "!!float 3, 3.0"
    })
    void real_numbers_need_a_point(String yaml, double expected) {
        assertThat(value(yaml)).isEqualTo(expected);
    }

    @Test
    void truth_values_nulls_dates_and_large_numbers_are_themselves() {
        assertThat(value("[yes, No, ON, off, true, ~, null, '', ]"))
                .isEqualTo(Arrays.asList(true, false, true, false, true, null, null, ""));
        assertThat(value("2024-01-31")).isEqualTo(LocalDate.of(2024, 1, 31));
        assertThat(value("2001-12-14t21:59:43.10-05:00"))
                .isEqualTo(OffsetDateTime.parse("2001-12-14T21:59:43.100-05:00"));
        assertThat(value("2001-12-14 21:59:43")).isEqualTo(LocalDateTime.parse("2001-12-14T21:59:43"));
        assertThat(value("99999999999999999999")).isEqualTo(new BigInteger("99999999999999999999"));
        assertThat(value(".nan")).isEqualTo(Double.NaN);
        assertThat(value("\"a\\/b\"")).isEqualTo("a/b");
        assertThat(value("")).isNull();
    }

    @Test
    void a_later_key_replaces_an_earlier_one_and_merged_keys_come_first() {
        assertThat(value("a: 1\nb: 2\na: 3")).isEqualTo(Map.of("a", 3L, "b", 2L));
        assertThat(value("base: &b {x: 1, y: 2}\nown: {<<: *b, y: 3}"))
                .isEqualTo(Map.of("base", Map.of("x", 1L, "y", 2L), "own", Map.of("x", 1L, "y", 3L)));
        assertThat(value("{<<: [{a: 1}, {a: 2, b: 2}]}")).isEqualTo(Map.of("a", 1L, "b", 2L));
    }

    @Test
    void a_function_remembers_the_folder_of_its_file() {
        FunctionRef function = (FunctionRef) value("!function utils.process_docs");
        assertThat(function.function()).isEqualTo("process_docs");
        assertThat(function.file()).isEqualTo(FILE.toAbsolutePath().resolveSibling("utils.py"));
        assertThat(((List<?>) value("[!function a.b.c]")).get(0)).isInstanceOf(FunctionRef.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b: c", "[1", "!!python/object:os.system x", "!other x", "=", "&a [*a]", "{[1]: 2}",
                        "!function nodot",
                "0000-01-01", "2024-13-01", "!!bool maybe", "a: 1\n---\nb: 2", "\t- x", "{<<: 5}", "*unknown",
                        "'\u0000'"
            })
    void what_no_task_may_say_is_refused_with_file_and_place(String yaml) {
        assertThatThrownBy(() -> value(yaml))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("task.yaml");
    }

    @Test
    void size_depth_and_aliases_are_bounded() {
        assertThatThrownBy(() -> value("[".repeat(30) + "]".repeat(30))).isInstanceOf(ConfigException.class);
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            laughs.append("a%d: &a%d [%s]\n"
                    .formatted(i, i, String.join(",", Collections.nCopies(10, "*a" + (i - 1)))));
        }
        assertThatThrownBy(() -> value(laughs.toString()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("more than 1000 values");
    }
}
