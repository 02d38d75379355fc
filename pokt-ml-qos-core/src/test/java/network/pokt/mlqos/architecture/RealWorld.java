package network.pokt.mlqos.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaConstructor.CONSTRUCTOR_NAME;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** Where the JDK lets real time and real chance into a program, whether called or handed on as a method reference. */
final class RealWorld {

    private static final Map<String, Set<String>> TIME_DOORS = Map.ofEntries(
            door(System.class, "nanoTime", "currentTimeMillis"),
            door(Thread.class, "sleep"),
            door(TimeUnit.class, "sleep"),
            door(LockSupport.class, "parkNanos", "parkUntil"),
            door(Clock.class, "systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds", "tickMinutes"),
            door(CompletableFuture.class, "orTimeout", "completeOnTimeout", "delayedExecutor"),
            door(Executors.class, "newScheduledThreadPool", "newSingleThreadScheduledExecutor"),
            door(ScheduledThreadPoolExecutor.class, CONSTRUCTOR_NAME),
            door(Timer.class, CONSTRUCTOR_NAME));

    private static final Map<String, Set<String>> CHANCE_DOORS = Map.ofEntries(
            door(Math.class, "random"),
            door(StrictMath.class, "random"),
            door(UUID.class, "randomUUID"),
            door(ThreadLocalRandom.class, "current"),
            door(RandomGenerator.class, "getDefault", "of"));

    private static final Map<String, Set<String>> CHANCE_DOORS_WITHOUT_A_SEED = Map.ofEntries(
            door(Random.class, CONSTRUCTOR_NAME),
            door(SplittableRandom.class, CONSTRUCTOR_NAME),
            door(Collections.class, "shuffle"));

    static final DescribedPredicate<JavaAccess<?>> TIME =
            describe("reads or spends real time", access -> isIn(TIME_DOORS, access) || isNowWithoutAClock(access));

    static final DescribedPredicate<JavaAccess<?>> CHANCE = describe(
            "draws without a seed",
            access -> isIn(CHANCE_DOORS, access)
                    || isIn(CHANCE_DOORS_WITHOUT_A_SEED, access) && !takes(access, "long", Random.class.getName()));

    private RealWorld() {}

    private static Map.Entry<String, Set<String>> door(Class<?> owner, String... names) {
        return Map.entry(owner.getName(), Set.of(names));
    }

    private static boolean isIn(Map<String, Set<String>> doors, JavaAccess<?> access) {
        return doors.getOrDefault(access.getTargetOwner().getName(), Set.of()).contains(access.getName());
    }

    private static boolean isNowWithoutAClock(JavaAccess<?> access) {
        return access.getTargetOwner().getPackageName().equals("java.time")
                && access.getName().equals("now")
                && !takes(access, Clock.class.getName());
    }

    private static boolean takes(JavaAccess<?> access, String... types) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream()
                        .anyMatch(type -> Set.of(types).contains(type.getName()));
    }
}
