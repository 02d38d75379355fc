package network.pokt.mlqos.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UsageAuditTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Rate RATE = Rate.perMillionTokens("USD", "1", "10");
    private static final long SEED = 20260106;

    @Test
    void a_node_that_bills_twice_is_accused_and_what_it_took_is_told() {
        UsageAudit audit = new UsageAudit(RATE);
        for (int i = 1; i <= 20; i++) {
            audit.add(UsageCheck.of(TokenClaim.of(50, 50), TokenClaim.of(400, 200)), START.plusSeconds(i));
        }

        UsageReport report = audit.report();

        assertThat(report.overbills()).isTrue();
        assertThat(report.prompt().alarm()).isEmpty();
        assertThat(report.completion().alarm()).hasValueSatisfying(alarm -> {
            assertThat(alarm.answers()).isLessThan(10);
            assertThat(alarm.at()).isEqualTo(START.plusSeconds(alarm.answers()));
        });
        assertThat(report.completion().ratio().value()).isEqualTo(2);
        assertThat(report.completion().excess()).isEqualTo(20 * (400 - 200 - 2));
        assertThat(report.moneyLost()).isEqualByComparingTo("0.0396");
        assertThat(report.toString()).startsWith("over-bills: ").contains("0.0396 USD lost");
    }

    @Test
    void padding_within_the_tolerance_is_no_offence() {
        UsageAudit audit = new UsageAudit(RATE);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 20_000; i++) {
            long counted = random.nextInt(1, 2_000);
            audit.add(claim((long) (counted * 1.02) + 2, counted), START.plusSeconds(i));
        }
        assertThat(audit.overbills()).as("seed %d", SEED).isFalse();
    }

    @Test
    void tokens_billed_for_nothing_are_found_too() {
        UsageAudit audit = new UsageAudit(RATE);
        for (int i = 0; i < 10; i++) {
            audit.add(claim(500, 0), START.plusSeconds(i));
        }
        assertThat(audit.overbills()).isTrue();
        assertThat(audit.report().completion().ratio().n()).isZero();
        assertThat(audit.report().moneyLost()).isEqualByComparingTo("0.0498");
    }

    @Test
    void padded_prompts_are_found_like_padded_answers() {
        UsageAudit audit = new UsageAudit(RATE);
        for (int i = 0; i < 200; i++) {
            audit.add(UsageCheck.of(TokenClaim.of(1_100, 1_000), TokenClaim.of(10, 10)), START.plusSeconds(i));
        }
        assertThat(audit.report().prompt().alarm()).isPresent();
        assertThat(audit.report().completion().alarm()).isEmpty();
        assertThat(audit.report().prompt().leastOver()).isEqualTo(100);
        assertThat(audit.report().prompt().mostOver()).isEqualTo(100);
    }

    @Test
    void unseen_tokens_are_no_excess() {
        UsageAudit audit = new UsageAudit(RATE);
        for (int i = 0; i < 1_000; i++) {
            audit.add(
                    new UsageCheck(Optional.empty(), Optional.of(new TokenClaim(120, 100, 20)), 0, Set.of()),
                    START.plusSeconds(i));
        }
        assertThat(audit.overbills()).isFalse();
        assertThat(audit.report().moneyLost()).isEqualByComparingTo("0");
    }

    @Test
    void hidden_reasoning_and_contradictions_are_kept_apart() {
        UsageAudit audit = new UsageAudit(RATE);
        audit.add(
                new UsageCheck(Optional.empty(), Optional.empty(), 5_000, Set.of(Contradiction.ABOVE_MAX_TOKENS)),
                START);
        audit.add(
                new UsageCheck(
                        Optional.empty(),
                        Optional.of(TokenClaim.of(10, 10)),
                        3_000,
                        Set.of(Contradiction.ABOVE_MAX_TOKENS, Contradiction.MORE_EVENTS_THAN_TOKENS)),
                START);

        UsageReport report = audit.report();

        assertThat(report.answers()).isEqualTo(2);
        assertThat(report.unverifiable()).isEqualTo(8_000);
        assertThat(report.contradictions())
                .containsOnly(
                        entry(Contradiction.ABOVE_MAX_TOKENS, 2L), entry(Contradiction.MORE_EVENTS_THAN_TOKENS, 1L));
        assertThat(report.completion().answers()).isEqualTo(1);
        assertThat(report.completion().claimed()).isEqualTo(10);
        assertThat(report.moneyLost()).isEqualByComparingTo("0");
    }

    @Test
    void answers_that_end_out_of_order_count_no_time_twice() {
        UsageAudit forth = new UsageAudit(RATE);
        UsageAudit back = new UsageAudit(RATE);
        Duration day = Duration.ofDays(1);
        for (int i = 1; i <= 10; i++) {
            forth.add(claim(100, 100), START.plus(day.multipliedBy(i)));
            back.add(claim(100, 100), START.plus(day.multipliedBy(i)));
            back.add(claim(0, 0), START);
        }
        assertThat(back.report().completion().evidence())
                .isLessThanOrEqualTo(forth.report().completion().evidence());
    }

    @Test
    void tolerances_and_claims_that_cannot_be_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new UsageTolerance(1, 0, 0.01));
        assertThatIllegalArgumentException().isThrownBy(() -> new UsageTolerance(0.02, -1, 0.01));
        assertThatIllegalArgumentException().isThrownBy(() -> new UsageTolerance(0.02, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> TokenClaim.of(-1, 0));
    }

    private static UsageCheck claim(long claimed, long counted) {
        return new UsageCheck(Optional.empty(), Optional.of(TokenClaim.of(claimed, counted)), 0, Set.of());
    }
}
