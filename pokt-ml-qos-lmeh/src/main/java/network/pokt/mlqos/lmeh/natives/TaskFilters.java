package network.pokt.mlqos.lmeh.natives;

import java.util.List;
import network.pokt.mlqos.lmeh.filter.BigBenchHardFilters;
import network.pokt.mlqos.lmeh.function.FilterFunction;
import network.pokt.mlqos.lmeh.natives.NativeCatalog.Entries;

/** Filters that tasks bring along. */
final class TaskFilters {

    private TaskFilters() {}

    static void register(Entries entries) {
        for (String file : List.of("bbh/zeroshot/utils.py", "bbh/cot_zeroshot/utils.py")) {
            entries.add(file + "#MultiChoiceRegexFilter", (FilterFunction) BigBenchHardFilters::multiChoice);
            entries.add(file + "#MapRegexFilter", (FilterFunction) BigBenchHardFilters::mapRegex);
            entries.add(file + "#NumberParseRegexFilter", (FilterFunction) BigBenchHardFilters::numberParse);
            entries.add(file + "#WordSortFilter", (FilterFunction) BigBenchHardFilters::wordSort);
        }
    }
}
