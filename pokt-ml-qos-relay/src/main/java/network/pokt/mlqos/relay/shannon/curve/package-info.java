/**
 * The curve secp256k1: its field, its scalars, its points and how fast they are multiplied. Not exported.
 *
 * <p>A field element is five limbs of 52 bits in a {@code long[]}, signed and lazily reduced; a point under way is projective
 * and grows by the complete formulas of Renes, Costello and Batina (EUROCRYPT 2016, algorithms 7 to 9), which have no
 * exceptions and so no branches. Measured on two shared vCPUs (AMD EPYC, JDK 17): 50 ns for a multiplication in the field,
 * so about 20 us for a multiplication of a point that has a {@link network.pokt.mlqos.relay.shannon.curve.CombTable}, and
 * 0.6 ms and 40 KB for such a table.
 *
 * <p>Constant time, in the sense that neither a branch nor an address depends on the operands: {@code Field}, {@code Scalar}
 * but for what says "public" in its name, additions and doublings of points, and {@code CombTable.multiplySecret}. The Java
 * platform promises nothing about timing, so neither do we below the level of our own code.
 */
@NullMarked
package network.pokt.mlqos.relay.shannon.curve;

import org.jspecify.annotations.NullMarked;
