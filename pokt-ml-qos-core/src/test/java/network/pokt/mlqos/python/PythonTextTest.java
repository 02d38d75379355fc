package network.pokt.mlqos.python;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PythonTextTest {

    @Test
    void white_space_is_what_python_calls_so() {
        int[] spaces = {
            0x9, 0xa, 0xb, 0xc, 0xd, 0x1c, 0x1d, 0x1e, 0x1f, 0x20, 0x85, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003,
            0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000
        };
        assertThat(java.util.stream.IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(PythonText::isSpace)
                        .toArray())
                .containsExactly(spaces);
    }

    @Test
    void stripping_takes_all_of_it_from_the_ends() {
        assertThat(PythonText.strip("\u00a0\n a b\u2003\u001f")).isEqualTo("a b");
        assertThat(PythonText.stripTrailing(" a \u3000\r\n")).isEqualTo(" a");
        assertThat(PythonText.strip(" \t")).isEmpty();
        assertThat(PythonText.strip("\u200bx\ufeff")).isEqualTo("\u200bx\ufeff");
    }

    @Test
    void length_counts_code_points() {
        assertThat(PythonText.length("a😀e\u0301")).isEqualTo(4);
    }

    @Test
    void lower_case_knows_the_final_sigma() {
        assertThat(PythonText.lower("ΟΔΟΣ Σ İ")).isEqualTo("οδος σ i\u0307");
    }
}
