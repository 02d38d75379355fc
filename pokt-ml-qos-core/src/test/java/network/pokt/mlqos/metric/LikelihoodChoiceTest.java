package network.pokt.mlqos.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LikelihoodChoiceTest {

    @Test
    void the_largest_value_wins_and_the_first_of_equals() {
        assertThat(LikelihoodChoice.best(-3, -1, -2)).isEqualTo(1);
        assertThat(LikelihoodChoice.best(-2, -1, -1)).isEqualTo(1);
        assertThat(LikelihoodChoice.best(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY)).isZero();
    }

    @Test
    void the_first_nan_wins_as_in_numpy() {
        assertThat(LikelihoodChoice.best(5, Double.NaN, 9, Double.NaN)).isEqualTo(1);
    }

    @Test
    void length_is_counted_in_code_points_or_bytes() {
        double[] values = {-4, -3};
        List<String> choices = List.of("😀😀😀😀", "abcd");
        assertThat(LikelihoodChoice.bestPerCharacter(values, choices)).isEqualTo(1);
        assertThat(LikelihoodChoice.bestPerByte(values, choices)).isZero();
    }

    @Test
    void an_empty_choice_loses_unless_it_makes_nan() {
        assertThat(LikelihoodChoice.bestPerCharacter(new double[] {-1, -9}, List.of("", "a"))).isEqualTo(1);
        assertThat(LikelihoodChoice.bestPerCharacter(new double[] {-9, 0}, List.of("a", ""))).isEqualTo(1);
    }

    @Test
    void nothing_to_choose_from_is_refused() {
        assertThatThrownBy(LikelihoodChoice::best).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LikelihoodChoice.bestPerByte(new double[1], List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 choices but 1");
    }
}
