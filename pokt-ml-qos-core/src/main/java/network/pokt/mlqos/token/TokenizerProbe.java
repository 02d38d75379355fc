package network.pokt.mlqos.token;

import java.util.OptionalInt;

/** Tells tokenizers whose files are not known apart by what they do rather than by what they are called. */
final class TokenizerProbe {

    /** Words, numbers, code, white space and many scripts: places where vocabularies and normalizers part. */
    private static final String PROBE = """
            The quick brown fox doesn't jump over 1234567 lazy dogs, however: it's 3.14159 times as FAST!
            def f(x):\n    return [i ** 2 for i in range(x)]  # squares\n\t\tif (a&&b) { c += "d"; }
            naïve café Ångström ﬁne ｆｕｌｌ e\u0301 ½ Ⅷ antidisestablishmentarianism
            Быстрая лиса. Γειά σου. שלום. السلام. नमस्ते. สวัสดี. 你好，世界。 こんにちは。 안녕하세요.
            🙂👩‍👩‍👧‍👦🇺🇳  𝔘𝔫𝔦𝔠𝔬𝔡𝔢 https://example.org/?q=a%20b&c=d   \u00a0\u200b<|endoftext|></s>[SEP]
            """;

    private TokenizerProbe() {}

    static String of(Tokenizer tokenizer) {
        Digest digest = new Digest().add(orNone(tokenizer.bosId())).add(orNone(tokenizer.eosId()));
        for (int id : tokenizer.encode(PROBE, true)) {
            digest.add(id);
        }
        return digest.hex();
    }

    private static int orNone(OptionalInt id) {
        return id.orElse(-1);
    }
}
