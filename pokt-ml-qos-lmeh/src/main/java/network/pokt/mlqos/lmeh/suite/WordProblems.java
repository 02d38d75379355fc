package network.pokt.mlqos.lmeh.suite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stories in which a few people have things, of which more and more happens to them. */
final class WordProblems implements PuzzleFamily.Maker {

    private static final int MOST_PEOPLE = 4;

    @Override
    public Puzzle make(Dice dice, int difficulty) {
        String thing = dice.oneOf(Words.THINGS);
        List<String> people = dice.some(Words.PEOPLE, Math.min(MOST_PEOPLE, 2 + difficulty / 4));
        Map<String, Integer> owned = new LinkedHashMap<>();
        StringBuilder story = new StringBuilder();
        for (String person : people) {
            owned.put(person, dice.between(10, 20 * difficulty + 20));
            story.append(person)
                    .append(" has ")
                    .append(owned.getOrDefault(person, 0))
                    .append(' ')
                    .append(thing)
                    .append(". ");
        }
        for (int i = 0; i < difficulty; i++) {
            story.append(event(dice, people, owned, thing)).append(' ');
        }
        String asked = dice.oneOf(people);
        story.append("How many ")
                .append(thing)
                .append(" does ")
                .append(asked)
                .append(" have now? The answer is one whole number.");
        return new Puzzle(story.toString(), Integer.toString(owned.getOrDefault(asked, 0)), Puzzle.Form.NUMBER);
    }

    private static String event(Dice dice, List<String> people, Map<String, Integer> owned, String thing) {
        List<String> pair = dice.some(people, 2);
        String who = pair.get(0);
        String other = pair.get(1);
        int has = owned.getOrDefault(who, 0);
        int kind = dice.between(0, 3);
        if (kind == 0 && has > 1) {
            int given = dice.between(1, has - 1);
            owned.merge(who, -given, Integer::sum);
            owned.merge(other, given, Integer::sum);
            return who + " gives " + given + " " + thing + " to " + other + ".";
        } else if (kind == 1 && has % 2 == 0 && has > 0) {
            owned.put(who, has / 2);
            owned.merge(other, has / 2, Integer::sum);
            return who + " gives half of the " + thing + " to " + other + ".";
        } else if (kind == 2 && has > 1) {
            int lost = dice.between(1, has - 1);
            owned.put(who, has - lost);
            return who + " loses " + lost + " " + thing + ".";
        }
        int bags = dice.between(2, 12);
        int each = dice.between(2, 12);
        owned.put(who, has + bags * each);
        return who + " buys " + bags + " bags with " + each + " " + thing + " in each.";
    }
}
