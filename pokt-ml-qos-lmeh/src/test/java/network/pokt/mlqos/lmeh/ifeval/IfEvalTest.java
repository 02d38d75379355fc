package network.pokt.mlqos.lmeh.ifeval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import network.pokt.mlqos.SharedData;
import network.pokt.mlqos.lmeh.data.DatasetException;
import network.pokt.mlqos.lmeh.data.DatasetSource;
import network.pokt.mlqos.lmeh.data.Doc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Verdicts are those of lm-evaluation-harness 0.4.13; ifeval_table.py wrote them down. */
class IfEvalTest {

    @Test
    void responses_are_judged_as_by_the_reference() throws IOException {
        Map<String, Integer> compared = new TreeMap<>();
        Map<String, Integer> followed = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        for (JsonNode line : lines()) {
            if (!line.has("response")) {
                continue;
            }
            IfEval.Verdict verdict =
                    IfEval.judge(doc(line), line.get("response").asString());
            for (int i = 0; i < verdict.strict().size(); i++) {
                String id = line.get("instruction_id_list").get(i).asString();
                if (line.get("strict").get(i).isNull()) {
                    continue;
                }
                compared.merge(id, 1, Integer::sum);
                followed.merge(id, verdict.strict().get(i) ? 1 : 0, Integer::sum);
                if (verdict.strict().get(i) != line.get("strict").get(i).asBoolean()
                        || verdict.loose().get(i) != line.get("loose").get(i).asBoolean()) {
                    differences.add(id + " is " + verdict.strict().get(i) + "/"
                            + verdict.loose().get(i) + ": " + line);
                }
            }
        }
        System.out.println("Verdicts compared by instruction: " + compared + "; followed: " + followed);
        assertThat(differences).isEmpty();
        assertThat(compared).hasSize(Instructions.ids().size() - 3);
        assertThat(followed.values()).filteredOn(count -> count == 0).isEmpty();
    }

    @Test
    void sentences_and_words_are_those_of_nltk() throws IOException {
        int compared = 0;
        for (JsonNode line : lines()) {
            if (line.has("text")) {
                String text = line.get("text").asString();
                List<String> tokens = new ArrayList<>();
                line.get("tokens").forEach(token -> tokens.add(token.asString()));
                assertThat(WordTokens.of(text)).as(text).isEqualTo(tokens);
                assertThat(Sentences.count(text))
                        .as(text)
                        .isEqualTo(line.get("sentences").asInt());
                compared++;
            }
        }
        System.out.println("Texts cut into words and sentences: " + compared);
        assertThat(compared).isGreaterThan(150);
    }

    @Test
    void every_document_of_the_dataset_has_instructions_that_are_known() {
        TreeSet<String> met = new TreeSet<>();
        int instructions = 0;
        for (Doc doc : dataset()) {
            assertThat(IfEval.instructions(doc)).hasSameSizeAs(doc.texts("instruction_id_list"));
            met.addAll(doc.texts("instruction_id_list"));
            instructions += doc.texts("instruction_id_list").size();
        }
        System.out.println("Instructions of the dataset: " + instructions + " of " + met.size() + " kinds");
        assertThat(met).isEqualTo(Instructions.ids()).hasSize(25);
        assertThat(instructions).isEqualTo(834);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | THE QUICK BROWN FOX IS NOT IN THE HOUSE AND THAT IS A FACT",
                "de | Das ist nicht der Grund, warum ich mit dir über die Straße gehe.",
                "fr | Je ne sais pas pourquoi les enfants sont dans la rue avec vous.",
                "es | No sé por qué los niños están en la calle con una pelota.",
                "pt | Eu não sei por que as crianças estão na rua com uma bola.",
                "it | Non so perché i bambini sono nella strada con una palla, che è di Mario.",
                "vi | Tôi không biết vì sao những người này có một quả bóng trong nhà.",
                "fi | Minä en tiedä, että lapset ovat kadulla ja se on iso pallo.",
                "sw | Watoto wako katika barabara na mpira wa mama yake, lakini ni sawa kwa watu.",
                "hi | मुझे नहीं पता कि बच्चे सड़क पर क्यों हैं और यह गेंद किस की है।",
                "mr | मुले रस्त्यावर का आहेत आणि हे चेंडू कोणाचे आहे ते मला माहीत नाही.",
                "ne | मलाई थाहा छैन किन केटाकेटीहरू सडकमा छन् र यो बल कसको हो।",
                "ar | لا أعرف لماذا الأطفال في الشارع مع هذه الكرة التي من أبي.",
                "fa | من نمی‌دانم که چرا کودکان در خیابان با این توپ بازی می کنند.",
                "ur | مجھے نہیں معلوم کہ بچے سڑک پر کیوں ہیں اور یہ گیند کس کی ہے۔",
                "ru | Я не знаю, почему дети на улице и что это за мяч.",
                "bg | Не знам защо децата са на улицата и че това е тяхната топка.",
                "uk | Я не знаю, чому діти на вулиці і що це за м'яч.",
                "ko | 나는 아이들이 왜 거리에 있는지 모르겠습니다.",
                "ja | なぜ子供たちが通りにいるのか分かりません。",
                "th | ฉันไม่รู้ว่าทำไมเด็กๆ ถึงอยู่บนถนน",
                "ta | குழந்தைகள் ஏன் தெருவில் இருக்கிறார்கள் என்று எனக்குத் தெரியாது.",
                "te | పిల్లలు వీధిలో ఎందుకు ఉన్నారో నాకు తెలియదు.",
                "kn | ಮಕ್ಕಳು ಬೀದಿಯಲ್ಲಿ ಏಕೆ ಇದ್ದಾರೆ ಎಂದು ನನಗೆ ಗೊತ್ತಿಲ್ಲ.",
                "gu | બાળકો શેરીમાં કેમ છે તે મને ખબર નથી.",
                "pa | ਮੈਨੂੰ ਨਹੀਂ ਪਤਾ ਕਿ ਬੱਚੇ ਗਲੀ ਵਿੱਚ ਕਿਉਂ ਹਨ।",
                "bn | আমি জানি না কেন শিশুরা রাস্তায় আছে।",
            })
    void a_sentence_is_enough_to_guess_its_language(String language, String text) {
        assertThat(LanguageGuess.of(text)).hasValue(language);
    }

    @Test
    void prompts_of_the_dataset_are_english() {
        int english = 0;
        int all = 0;
        for (Doc doc : dataset()) {
            english += LanguageGuess.of(doc.text("prompt")).equals(java.util.Optional.of("en")) ? 1 : 0;
            all++;
        }
        System.out.println("Prompts guessed to be English: " + english + " of " + all);
        assertThat(english).isGreaterThan(all * 98 / 100);
    }

    @Test
    void a_text_without_letters_is_in_any_language() {
        assertThat(LanguageGuess.of("12 + 34 = ?")).isEmpty();
        Doc doc = Doc.of(
                Map.of(
                        "instruction_id_list",
                        List.of("language:response_language"),
                        "kwargs",
                        List.of(Map.of("language", "hi"))),
                "none",
                1);
        assertThat(IfEval.judge(doc, "123").isStrict()).isTrue();
        assertThat(IfEval.judge(doc, " \n ").isLoose()).isFalse();
    }

    @Test
    void the_first_and_last_line_may_be_too_much_for_the_loose_verdict() {
        Doc doc = Doc.of(
                Map.of("instruction_id_list", List.of("startend:quotation"), "kwargs", List.of(Map.of())), "none", 1);
        IfEval.Verdict verdict = IfEval.judge(doc, "Sure!\n**\"An answer.\"**\nBye");
        assertThat(verdict.isStrict()).isFalse();
        assertThat(verdict.isLoose()).isTrue();
    }

    @Test
    void what_is_missing_is_refused_not_drawn() {
        Doc doc = Doc.of(
                Map.of("instruction_id_list", List.of("length_constraints:number_words"), "kwargs", List.of(Map.of())),
                "file",
                3);
        assertThatThrownBy(() -> IfEval.judge(doc, "a"))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("file line 3")
                .hasMessageContaining("num_words");
        Doc unknown = Doc.of(Map.of("instruction_id_list", List.of("x:y"), "kwargs", List.of(Map.of())), "file", 3);
        assertThatThrownBy(() -> IfEval.judge(unknown, "a")).hasMessageContaining("'x:y'");
    }

    private static List<Doc> dataset() {
        Path file = SharedData.path("data/ifeval/train.jsonl");
        return DatasetSource.files(Map.of("train", file)).split("train").docs();
    }

    private static Doc doc(JsonNode line) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put(
                "instruction_id_list", JsonMapper.shared().convertValue(line.get("instruction_id_list"), List.class));
        columns.put("kwargs", JsonMapper.shared().convertValue(line.get("kwargs"), List.class));
        return Doc.of(columns, "ifeval.jsonl", 1);
    }

    private static List<JsonNode> lines() throws IOException {
        try (InputStream in = IfEvalTest.class.getResourceAsStream("ifeval.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(JsonMapper.shared()::readTree)
                    .toList();
        }
    }
}
