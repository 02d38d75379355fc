package network.pokt.mlqos.lmeh.suite;

/** A row of letters, and edits to be done one after another. */
final class StringEdits implements PuzzleFamily.Maker {

    @Override
    public Puzzle make(Dice dice, int difficulty) {
        String row = dice.inventedWord(2 + difficulty / 2);
        StringBuilder text = new StringBuilder("Begin with the letters " + row + ".");
        for (int i = 0; i < 1 + difficulty; i++) {
            row = edit(dice, row, text);
        }
        return new Puzzle(
                text + " What are the letters now? The answer is the letters without blanks.", row, Puzzle.Form.WORD);
    }

    private static String edit(Dice dice, String row, StringBuilder text) {
        char letter = dice.inventedWord(1).charAt(0);
        char present = row.charAt(dice.between(0, row.length() - 1));
        return switch (dice.between(0, 5)) {
            case 0 -> {
                text.append(" Reverse them.");
                yield new StringBuilder(row).reverse().toString();
            }
            case 1 -> {
                text.append(" Move the first letter to the end.");
                yield row.substring(1) + row.charAt(0);
            }
            case 2 -> {
                text.append(" Replace every ")
                        .append(present)
                        .append(" by ")
                        .append(letter)
                        .append('.');
                yield row.replace(present, letter);
            }
            case 3 -> {
                text.append(" Put ").append(letter).append(" before the first letter.");
                yield letter + row;
            }
            case 4 -> {
                int half = row.length() / 2;
                text.append(" Write the last ").append(half).append(" letters a second time at the end.");
                yield row + row.substring(row.length() - half);
            }
            default -> {
                if (row.length() < 4) {
                    text.append(" Put ").append(letter).append(" after the last letter.");
                    yield row + letter;
                }
                int place = dice.between(1, row.length());
                text.append(" Remove letter number ").append(place).append('.');
                yield row.substring(0, place - 1) + row.substring(place);
            }
        };
    }
}
