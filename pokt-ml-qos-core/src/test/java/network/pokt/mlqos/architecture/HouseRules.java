package network.pokt.mlqos.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.NullMarked;

/** What nobody does anywhere in the published modules; a module takes all of it with {@code ArchTests.in(HouseRules.class)}. */
public final class HouseRules {

    /** Outside the room of time nobody reads a real clock, waits on one or makes a scheduler. */
    @ArchTest
    public static final ArchRule TIME_HAS_ONE_HOME = noClasses()
            .that()
            .resideOutsideOfPackage("network.pokt.mlqos.time..")
            .should(accessTargetWhere(RealWorld.TIME))
            .because("a clock that is handed over can be a virtual one");

    /** Nobody draws a random number that a seed does not repeat. */
    @ArchTest
    public static final ArchRule CHANCE_HAS_A_SEED =
            noClasses().should(accessTargetWhere(RealWorld.CHANCE)).because("a run must be repeatable from its seed");

    /** Nobody touches the standard streams or prints a stack trace. */
    @ArchTest
    public static final ArchRule NOBODY_PRINTS =
            noClasses().should(ACCESS_STANDARD_STREAMS).because("a library speaks through slf4j or stays silent");

    /** Nobody logs through the JDK. */
    @ArchTest
    public static final ArchRule LOGS_GO_TO_SLF4J = noClasses()
            .should()
            .dependOnClassesThat(describe(
                    "are loggers of the JDK",
                    type -> type.getPackageName().equals("java.util.logging")
                            || type.getName().startsWith("java.lang.System$Logger")));

    /** A static field is final and holds nothing whose purpose is to change; empty until there is a static field. */
    @ArchTest
    public static final ArchRule NO_STATIC_STATE = CompositeArchRule.of(
                    fields().that().areStatic().should().beFinal().allowEmptyShould(true))
            .and(noFields()
                    .that()
                    .areStatic()
                    .should()
                    .haveRawType(madeToChange())
                    .allowEmptyShould(true))
            .because("two instances in one JVM must not feel each other");

    /** Every package says that null is the exception. */
    @ArchTest
    public static final ArchRule PACKAGES_ARE_NULL_MARKED = classes()
            .should(be(describe(
                    "in a package with @NullMarked", type -> type.getPackage().isAnnotatedWith(NullMarked.class))));

    private HouseRules() {}

    private static DescribedPredicate<JavaClass> madeToChange() {
        List<Class<?>> kinds = List.of(ThreadLocal.class, Executor.class, RandomGenerator.class);
        return describe(
                "an atomic, concurrent or thread-local holder, an executor or a random generator",
                type -> type.getPackageName().equals("java.util.concurrent.atomic")
                        || type.getName().startsWith("java.util.concurrent.Concurrent")
                        || type.getName().startsWith("java.util.concurrent.CopyOnWrite")
                        || kinds.stream().anyMatch(type::isAssignableTo));
    }
}
