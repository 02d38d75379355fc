package network.pokt.mlqos.metric;

/**
 * Counts the edits that turn a prediction into its reference where moving a run of words counts as one edit.
 *
 * <p>Finding the least number is intractable. As in tercom, the move that gains most is made until none gains; of equal gains
 * the longest run, then the earliest run, then the earliest target. Runs of up to 10 words that occur in both texts at most 50
 * words apart are tried, where both texts have an error. After 1000 trials moves end, whatever the last ones would have gained.
 */
final class TranslationEdits {

    private static final int MAX_RUN = 10;
    private static final int MAX_DISTANCE = 50;
    private static final int MAX_TRIALS = 1000;

    private final int[] reference;
    private final EditTable table;
    private int[] words;
    private int[] trial;
    private int trials;

    private int[] best;
    private Shift bestShift = Shift.NONE;

    private TranslationEdits(int[] prediction, int[] reference) {
        this.reference = reference;
        this.table = new EditTable(reference, prediction.length);
        this.words = prediction.clone();
        this.trial = new int[prediction.length];
        this.best = new int[prediction.length];
    }

    /** Returns the number of edits. */
    static int count(int[] prediction, int[] reference) {
        return reference.length == 0 ? prediction.length : new TranslationEdits(prediction, reference).count();
    }

    private int count() {
        int shifts = 0;
        table.fill(words);
        findBestShift();
        while (trials < MAX_TRIALS && bestShift.gain > 0) {
            shifts++;
            int[] old = words;
            words = best;
            best = old;
            table.fill(words);
            findBestShift();
        }
        return shifts + table.distance();
    }

    private void findBestShift() {
        bestShift = Shift.NONE;
        WordAlignment alignment = table.alignment(words);
        for (int start = 0; start < words.length; start++) {
            int last = Math.min(reference.length - 1, start + MAX_DISTANCE);
            for (int target = Math.max(0, start - MAX_DISTANCE); target <= last; target++) {
                int longest = commonRun(start, target);
                for (int length = 1; length <= longest; length++) {
                    if (mayHelp(alignment, start, target, length)) {
                        tryTargets(alignment, start, target, length);
                        if (trials >= MAX_TRIALS) {
                            return;
                        }
                    }
                }
            }
        }
    }

    private int commonRun(int start, int target) {
        int most = Math.min(MAX_RUN, Math.min(words.length - start, reference.length - target));
        int length = 0;
        while (length < most && words[start + length] == reference[target + length]) {
            length++;
        }
        return length;
    }

    private static boolean mayHelp(WordAlignment alignment, int start, int target, int length) {
        int partner = alignment.partner(target);
        boolean withinItself = start <= partner && partner < start + length;
        return !withinItself && alignment.hasError(start, length) && alignment.hasReferenceError(target, length);
    }

    private void tryTargets(WordAlignment alignment, int start, int target, int length) {
        int previous = -1;
        for (int position = target - 1; position < Math.min(target + length, reference.length); position++) {
            int index = position < 0 ? 0 : alignment.partner(position) + 1;
            if (index != previous) {
                previous = index;
                tryShift(start, length, index);
            }
        }
    }

    private void tryShift(int start, int length, int index) {
        int place = Math.min(index > start + length ? index - length : index, words.length - length);
        move(start, length, place);
        int gain = table.distance() - table.distanceOf(trial, Math.min(start, place));
        trials++;
        Shift shift = new Shift(gain, length, start, index);
        if (shift.betterThan(bestShift)) {
            bestShift = shift;
            int[] old = best;
            best = trial;
            trial = old;
        }
    }

    /** Writes the words with the run moved to {@code place} of what is left without it. */
    private void move(int start, int length, int place) {
        int afterRun = start + length;
        System.arraycopy(words, 0, trial, 0, words.length);
        if (place < start) {
            System.arraycopy(words, place, trial, place + length, start - place);
        } else {
            System.arraycopy(words, afterRun, trial, start, place - start);
        }
        System.arraycopy(words, start, trial, place, length);
    }

    /** A move of {@code length} words from {@code start} to behind the word before {@code index}. */
    private record Shift(int gain, int length, int start, int index) {

        static final Shift NONE = new Shift(Integer.MIN_VALUE, 0, 0, 0);

        boolean betterThan(Shift other) {
            if (gain != other.gain) {
                return gain > other.gain;
            }
            if (length != other.length) {
                return length > other.length;
            }
            return start != other.start ? start < other.start : index < other.index;
        }
    }
}
