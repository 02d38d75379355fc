package network.pokt.mlqos.lmeh.ifeval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.python.PythonText;

/**
 * Guesses the language of a text: by its script where a script has one language, else by its commonest words.
 *
 * <p>The reference asks langdetect, which compares short sequences of letters with those of 55 languages and draws at random while
 * it does. This guess is the same on every run, needs no data, and is meant for answers of a sentence and more; on a few words, or
 * between close relatives, the two may differ.
 */
final class LanguageGuess {

    private static final Map<Character.UnicodeScript, String> SCRIPTS = Map.ofEntries(
            Map.entry(Character.UnicodeScript.BENGALI, "bn"),
            Map.entry(Character.UnicodeScript.GREEK, "el"),
            Map.entry(Character.UnicodeScript.GUJARATI, "gu"),
            Map.entry(Character.UnicodeScript.GURMUKHI, "pa"),
            Map.entry(Character.UnicodeScript.HEBREW, "he"),
            Map.entry(Character.UnicodeScript.HIRAGANA, "ja"),
            Map.entry(Character.UnicodeScript.KATAKANA, "ja"),
            Map.entry(Character.UnicodeScript.HANGUL, "ko"),
            Map.entry(Character.UnicodeScript.KANNADA, "kn"),
            Map.entry(Character.UnicodeScript.MALAYALAM, "ml"),
            Map.entry(Character.UnicodeScript.TAMIL, "ta"),
            Map.entry(Character.UnicodeScript.TELUGU, "te"),
            Map.entry(Character.UnicodeScript.THAI, "th"));

    /** Frequent words of languages that share a script, and behind the bar letters that tell one from its neighbours. */
    private static final Map<Character.UnicodeScript, List<Language>> LANGUAGES = Map.of(
            Character.UnicodeScript.ARABIC,
            List.of(
                    Language.of("ar: في من على إلى أن هذا هذه التي الذي مع كان عن لا ما هو هي و | ة ى ي ك"),
                    Language.of("fa: و در به از که این است را با برای آن یک می شود های تا | پ گ چ ژ ی ک"),
                    Language.of("ur: اور کے کی میں ہے کو سے کا ہیں نے پر یہ ایک بھی | ے ہ ں ٹ ڈ ڑ گ چ ک ی")),
            Character.UnicodeScript.CYRILLIC,
            List.of(
                    Language.of("ru: и в не на что с по это как но из за так для все | ы э ё"),
                    Language.of("uk: і в не на що з до це як але та за для є у | ї і є ґ"),
                    Language.of("bg: и в не на че с за това от да се са по е като ще"),
                    Language.of("mk: и во не на што со за ова од да се са како | ќ ѓ ѕ ј")),
            Character.UnicodeScript.DEVANAGARI,
            List.of(
                    Language.of("hi: है के की में और का को से हैं यह नहीं पर एक भी कि इस लिए ने करने था"),
                    Language.of("mr: आहे आणि या मध्ये हे आहेत ते तो ती एक करण्यासाठी नाही त्या की च्या होते | ळ"),
                    Language.of("ne: छ र को मा हो गर्न छन् यो पनि लागि एक हुन्छ भएको गरेको तपाईं ले थियो")),
            Character.UnicodeScript.LATIN,
            List.of(
                    Language.of(
                            "en: the of and to in is that for it with as are this be you on not have was or i at your we can"),
                    Language.of(
                            "de: der die und das ist nicht ich zu den mit von sie ein eine auf für es im dem auch wie | ß"),
                    Language.of(
                            "fr: le la les et des est une que dans pour qui pas sur vous du avec ce au nous il à | œ ê"),
                    Language.of(
                            "es: el la de que los las es una por con para del se no su como más pero está y | ñ ¿ ¡"),
                    Language.of("pt: o de que não uma os para com é do da em no na se por mais como você são | ã õ"),
                    Language.of("it: il di che la è per un una non sono con del della gli le si come anche più questo"),
                    Language.of("nl: de het een en van is niet dat ik te op zijn voor met die aan je er ook maar"),
                    Language.of("sv: och att det i en som är på för med inte av till den jag har ett om du vi"),
                    Language.of("da: og at det i en er på for med ikke af til den jeg har et om du vi der | æ"),
                    Language.of("no: og at det i en er på for med ikke av til den jeg har et om du vi som"),
                    Language.of("fi: ja on ei se että hän mutta ovat kun olen myös tai oli joka voi sekä kuin niin"),
                    Language.of("pl: i w nie na się z do to jest że jak o ale po dla są tym przez | ł ż ś ą ę"),
                    Language.of("cs: a je se na v to že s z do jsem jako ale pro jsou by když | ě ř ů"),
                    Language.of("ro: și de în la cu a nu este că pe o un care din mai pentru sunt | ă ț ș"),
                    Language.of("hu: a az és hogy nem egy is van ez meg csak de vagy mint | ő ű"),
                    Language.of("tr: ve bir bu için ile da de çok ne daha gibi olarak ben var | ı ğ ş"),
                    Language.of("id: yang dan di untuk dengan ini itu tidak dari dalam pada adalah akan ke saya anda"),
                    Language.of(
                            "vi: là của và có không được cho trong một các này với những người đã khi | ơ ư đ ạ ế ộ"),
                    Language.of(
                            "sw: ya na wa kwa ni katika la za kuwa hii kama cha vya yake hiyo watu lakini pia sana"),
                    Language.of("tl: ang ng sa na mga at ay ito para hindi ko ako ka niya may kung siya"),
                    Language.of("so: oo waa ka in ku uu ay iyo la ee si aan soo wax"),
                    Language.of("ca: el la de que els les és una per amb del i no però com més aquest")));

    /** A letter of its own counts like this share of a word: it is frequent, but stands in names too. */
    private static final double LETTER_WEIGHT = 0.25;

    private LanguageGuess() {}

    /** Returns the guess as the two letters of ISO 639-1; nothing if the text has no letters. */
    static Optional<String> of(String text) {
        String lower = PythonText.lower(text);
        Optional<Character.UnicodeScript> script = script(lower);
        if (script.isEmpty()) {
            return Optional.empty();
        } else if (script.get() == Character.UnicodeScript.HAN) {
            boolean japanese = lower.codePoints()
                    .anyMatch(c -> "ja".equals(SCRIPTS.getOrDefault(Character.UnicodeScript.of(c), "")));
            return Optional.of(japanese ? "ja" : "zh-cn");
        } else if (SCRIPTS.containsKey(script.get())) {
            return Optional.of(SCRIPTS.get(script.get()));
        }
        return Optional.of(byWords(lower, LANGUAGES.getOrDefault(script.get(), List.of())));
    }

    private static Optional<Character.UnicodeScript> script(String text) {
        Map<Character.UnicodeScript, Integer> counts = new HashMap<>();
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> counts.merge(Character.UnicodeScript.of(letter), 1, Integer::sum));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private static String byWords(String text, List<Language> languages) {
        Map<String, Integer> words = new HashMap<>();
        for (String word : text.split("[^\\p{L}\\p{M}\u200c]+", -1)) {
            words.merge(word, 1, Integer::sum);
        }
        Map<String, Integer> letters = new HashMap<>();
        text.codePoints().forEach(letter -> letters.merge(Character.toString(letter), 1, Integer::sum));
        String best = "unknown";
        double most = 0;
        for (Language language : languages) {
            double found = count(language.words, words) + LETTER_WEIGHT * count(language.letters, letters);
            if (found > most) {
                most = found;
                best = language.name;
            }
        }
        return best;
    }

    private static int count(List<String> wanted, Map<String, Integer> counts) {
        return wanted.stream().mapToInt(one -> counts.getOrDefault(one, 0)).sum();
    }

    /** What a language is recognised by. */
    private record Language(String name, List<String> words, List<String> letters) {

        /** Reads {@code name: words | letters}. */
        static Language of(String line) {
            int colon = line.indexOf(':');
            int bar = line.indexOf('|');
            String words = line.substring(colon + 2, bar < 0 ? line.length() : bar - 1);
            String letters = bar < 0 ? "" : line.substring(bar + 2);
            return new Language(
                    line.substring(0, colon), List.of(words.split(" ", -1)), List.of(letters.split(" ", -1)));
        }
    }
}
