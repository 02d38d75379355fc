package network.pokt.mlqos.token;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts on which two ways to tokenize must agree: some 20,000 tokens, a few hundredths of a second. */
final class ProofTexts {

    /** Words that contract, numbers, code, white space of all kinds, marks, emoji, and half a surrogate pair. */
    private static final String TRAPS = """
            I'm sure they'LL say we've won; she'd CAN'T it'S 'ſ dog's 'tis 'RE 've o'clock''s
            1 12 123 1234 12345678 3.14159 1,000,000 ½ Ⅷ ٣٤٥ 二〇二四 x2y3
            def f(x):\n\treturn {k: v for k, v in x.items()}  # ok\r\n\r\n\n  \n   if (a&&b) { c += "d"; }   \t\t
            a  b   c    d     e\u00a0f\u2003g\u3000h\u2028i\u0085j  \n \n  k !!! ??? ... ---- ==== //// \\\\ </a><b/>\n///
            e\u0301\u0323 \u0344\u09FE\u0322 \u1DF9\u0352 \u1100\u1161\u11A8 가각 \u212B ﬁ n\u0303o \u0301\u0302abc \u0301ABC ABCあDE fǅuv
            camelCaseWORDAndMORE HTTPServer naïve ÉCOLE straße ΑΒΓδε БВГде אבג العربية हिन्दी ไทย 中文字符 日本語テキスト 한국어
            🙂👩‍👩‍👧‍👦🇺🇳👍🏽 𝔘𝔫𝔦 𠀀𠀁 \uFFFD \u0000 \u200b<|endoftext|></s>[INST]<|im_start|>user""";

    private static final int VOCABULARY_SAMPLE = 4_000;
    private static final int CODE_POINT_STEP = 61;
    private static final int CODE_POINTS = 0x32000;

    private ProofTexts() {}

    static List<String> of(TokenizerFile file) {
        List<String> texts =
                new ArrayList<>(List.of("a", "", " ", "\n", TRAPS, TRAPS.replace('\n', ' '), "half \uD83D"));
        texts.add(codePoints(""));
        texts.add(codePoints(" "));
        String added = file.added.stream().map(AddedToken::content).collect(Collectors.joining(" x "));
        texts.add(added);
        texts.add("a" + added.replace(" x ", "") + "a");
        texts.add(vocabulary(file));
        texts.add("a".repeat(1000) + " ".repeat(1000) + "=".repeat(1000) + "0".repeat(100) + "的".repeat(100));
        return texts;
    }

    private static String codePoints(String between) {
        return IntStream.iterate(0, c -> c < CODE_POINTS, c -> c + CODE_POINT_STEP)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .mapToObj(Character::toString)
                .collect(Collectors.joining(between));
    }

    /** Tokens from all over the vocabulary, one after the other. */
    private static String vocabulary(TokenizerFile file) {
        BytesOfTokens bytes = new BytesOfTokens();
        int step = Math.max(1, file.tokens.size() / VOCABULARY_SAMPLE);
        StringBuilder text = new StringBuilder();
        for (int id = 0; id < file.tokens.size(); id += step) {
            String token = file.tokens.get(id);
            if (token != null) {
                text.append(bytes.text(token).orElse(token));
            }
        }
        return text.toString();
    }
}
