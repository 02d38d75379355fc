package network.pokt.mlqos.lmeh.suite;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * People in a row, and clues from which their places follow: clues are added until only one order is left, and then those
 * that are not needed are taken away.
 */
final class LogicPuzzles implements PuzzleFamily.Maker {

    private static final int MOST_PEOPLE = 7;

    /** One person stands somewhere to the left of another, right beside, or at a place. */
    private record Clue(Kind kind, int first, int second) {

        boolean holds(int[] places) {
            return switch (kind) {
                case LEFT_OF -> places[first] < places[second];
                case BESIDE -> Math.abs(places[first] - places[second]) == 1;
                case NOT_AT -> places[first] != second;
                case AT -> places[first] == second;
            };
        }

        String text(List<String> people) {
            return people.get(first)
                    + switch (kind) {
                        case LEFT_OF -> " stands somewhere to the left of " + people.get(second) + ".";
                        case BESIDE -> " stands right beside " + people.get(second) + ".";
                        case NOT_AT -> " does not stand at place " + (second + 1) + ".";
                        case AT -> " stands at place " + (second + 1) + ".";
                    };
        }
    }

    private enum Kind {
        LEFT_OF,
        BESIDE,
        NOT_AT,
        AT
    }

    @Override
    public Puzzle make(Dice dice, int difficulty) {
        int count = Math.min(MOST_PEOPLE, 3 + difficulty / 2);
        List<String> people = dice.some(Words.PEOPLE, count);
        int[] places = places(dice, count);
        List<Clue> clues = clues(dice, places);
        StringBuilder text = new StringBuilder(Words.joined(people) + " stand in a row, place 1 being leftmost.");
        dice.some(clues, clues.size()).forEach(clue -> text.append(' ').append(clue.text(people)));
        int asked = dice.between(0, count - 1);
        text.append(" Who stands at place ").append(asked + 1).append("? The answer is one name.");
        return new Puzzle(text.toString(), people.get(indexOf(places, asked)), Puzzle.Form.WORD);
    }

    private static int[] places(Dice dice, int count) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(i);
        }
        return dice.some(all, count).stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<Clue> clues(Dice dice, int[] places) {
        List<int[]> orders = orders(places.length);
        BitSet left = all(orders.size());
        Map<Clue, BitSet> clues = new LinkedHashMap<>();
        while (left.cardinality() > 1) {
            Clue clue = trueClue(dice, places);
            if (excludesAny(clue, left, orders)) {
                clues.put(clue, allowed(clue, orders));
                left.and(clues.get(clue));
            }
        }
        for (Clue clue : List.copyOf(clues.keySet())) {
            BitSet allowed = clues.remove(clue);
            BitSet others = all(orders.size());
            clues.values().forEach(others::and);
            if (others.cardinality() > 1) {
                clues.put(clue, allowed);
            }
        }
        return List.copyOf(clues.keySet());
    }

    private static boolean excludesAny(Clue clue, BitSet left, List<int[]> orders) {
        for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i + 1)) {
            if (!clue.holds(orders.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static BitSet all(int size) {
        BitSet all = new BitSet(size);
        all.set(0, size);
        return all;
    }

    private static BitSet allowed(Clue clue, List<int[]> orders) {
        BitSet allowed = new BitSet(orders.size());
        for (int i = 0; i < orders.size(); i++) {
            allowed.set(i, clue.holds(orders.get(i)));
        }
        return allowed;
    }

    private static Clue trueClue(Dice dice, int[] places) {
        while (true) {
            // Places are given away seldom: that is too easy.
            Kind kind = dice.between(0, 9) == 0 ? Kind.AT : Kind.values()[dice.between(0, 2)];
            int first = dice.between(0, places.length - 1);
            int second = dice.between(0, places.length - 1);
            boolean aboutTwo = kind == Kind.LEFT_OF || kind == Kind.BESIDE;
            Clue clue = new Clue(kind, first, second);
            if (clue.holds(places) && !(aboutTwo && first == second)) {
                return clue;
            }
        }
    }

    /** Returns every order in which so many people can stand. */
    private static List<int[]> orders(int count) {
        List<int[]> orders = new ArrayList<>();
        complete(new int[count], 0, 0, orders);
        return orders;
    }

    /** Adds every order that begins with what {@code order} has before {@code next}, the places in {@code taken}. */
    private static void complete(int[] order, int next, int taken, List<int[]> orders) {
        if (next == order.length) {
            orders.add(order.clone());
            return;
        }
        for (int place = 0; place < order.length; place++) {
            if (((taken >> place) & 1) == 0) {
                order[next] = place;
                complete(order, next + 1, taken | (1 << place), orders);
            }
        }
    }

    private static int indexOf(int[] places, int place) {
        for (int i = 0; i < places.length; i++) {
            if (places[i] == place) {
                return i;
            }
        }
        return -1;
    }
}
