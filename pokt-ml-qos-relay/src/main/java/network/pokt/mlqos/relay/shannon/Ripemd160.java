package network.pokt.mlqos.relay.shannon;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The hash in Pocket's addresses, which the Java platform does not have.
 *
 * <p>Source: Dobbertin, Bosselaers, Preneel, "RIPEMD-160: A strengthened version of RIPEMD" (1996), appendix A. Two lines of
 * five rounds of sixteen steps go over every block side by side.
 */
final class Ripemd160 {

    static final int BYTES = 20;

    private static final int BLOCK_BYTES = 64;
    private static final int ROUNDS = 5;
    private static final int STEPS = 16;

    private static final int[] LEFT_CONSTANTS = {0, 0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xa953fd4e};
    private static final int[] RIGHT_CONSTANTS = {0x50a28be6, 0x5c4dd124, 0x6d703ef3, 0x7a6d76e9, 0};

    /** How far each step rotates, one hexadecimal digit per step and one text per round. */
    private static final String[] LEFT_ROTATIONS = {
        "befc5879bdef6798", "768db97f7cf9b7dc", "bd67e9dfe8d65c75", "bcefef989e56865c", "9f5b68dc5cdeb856"
    };

    private static final String[] RIGHT_ROTATIONS = {
        "899bdff5778beec6", "9df7c89b77c76fdb", "97fb866ecd5edd75", "f58bee6e69c9c5f8", "85c9c5e68d65fdbb"
    };

    /** Which word a step takes, given the word that the same step took in the round before. */
    private static final int[] PERMUTATION = {7, 4, 13, 1, 10, 6, 15, 3, 12, 0, 9, 5, 2, 14, 11, 8};

    private Ripemd160() {}

    static byte[] of(byte[] input) {
        int[] state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
        ByteBuffer padded = padded(input);
        int[] words = new int[STEPS];
        while (padded.hasRemaining()) {
            for (int i = 0; i < words.length; i++) {
                words[i] = padded.getInt();
            }
            compress(state, words);
        }
        ByteBuffer hash = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : state) {
            hash.putInt(word);
        }
        return hash.array();
    }

    /** A bit 1, zeros, and the number of bits in eight bytes, up to whole blocks. */
    private static ByteBuffer padded(byte[] input) {
        int blocks = (input.length + 1 + Long.BYTES + BLOCK_BYTES - 1) / BLOCK_BYTES;
        ByteBuffer padded = ByteBuffer.allocate(blocks * BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        padded.put(input).put((byte) 0x80);
        padded.putLong(padded.capacity() - Long.BYTES, 8L * input.length);
        return padded.rewind();
    }

    private static void compress(int[] state, int[] words) {
        int[] left = state.clone();
        int[] right = state.clone();
        int[] leftOrder = new int[STEPS];
        int[] rightOrder = new int[STEPS];
        for (int i = 0; i < STEPS; i++) {
            leftOrder[i] = i;
            rightOrder[i] = (9 * i + 5) % STEPS;
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < STEPS; i++) {
                int leftRotation = Character.digit(LEFT_ROTATIONS[round].charAt(i), 16);
                int rightRotation = Character.digit(RIGHT_ROTATIONS[round].charAt(i), 16);
                step(left, round, words[leftOrder[i]] + LEFT_CONSTANTS[round], leftRotation);
                step(right, ROUNDS - 1 - round, words[rightOrder[i]] + RIGHT_CONSTANTS[round], rightRotation);
                leftOrder[i] = PERMUTATION[leftOrder[i]];
                rightOrder[i] = PERMUTATION[rightOrder[i]];
            }
        }
        int first = state[1] + left[2] + right[3];
        state[1] = state[2] + left[3] + right[4];
        state[2] = state[3] + left[4] + right[0];
        state[3] = state[4] + left[0] + right[1];
        state[4] = state[0] + left[1] + right[2];
        state[0] = first;
    }

    private static void step(int[] line, int function, int addend, int rotation) {
        int sum = line[0] + mix(function, line[1], line[2], line[3]) + addend;
        int next = Integer.rotateLeft(sum, rotation) + line[4];
        line[0] = line[4];
        line[4] = line[3];
        line[3] = Integer.rotateLeft(line[2], 10);
        line[2] = line[1];
        line[1] = next;
    }

    private static int mix(int function, int x, int y, int z) {
        return switch (function) {
            case 0 -> x ^ y ^ z;
            case 1 -> (x & y) | (~x & z);
            case 2 -> (x | ~y) ^ z;
            case 3 -> (x & z) | (y & ~z);
            default -> x ^ (y | ~z);
        };
    }
}
