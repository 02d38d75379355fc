package network.pokt.mlqos.lmeh.data;

/**
 * Finds the documents of the dataset that a task names: the seam between tasks and where their data is. Implementations are
 * thread-safe.
 *
 * <pre>{@code
 * Datasets datasets = Datasets.builder()
 *         .copy("openai/gsm8k", Path.of("data/gsm8k"))             // a folder of one's own
 *         .hub(HuggingFaceHub.builder(Path.of("cache")).build())   // everything else is downloaded once
 *         .build();
 * Documents train = datasets.find(DatasetRef.of("openai/gsm8k", "main")).split("train[:100]");
 * }</pre>
 */
@FunctionalInterface
public interface Datasets {

    /**
     * Returns where the splits of a dataset come from; nothing is read before a split is asked for.
     *
     * @throws DatasetException if it is not known where the dataset is, or it asks for what is not supported
     */
    DatasetSource find(DatasetRef dataset);

    /** Begins to say where datasets are. */
    static DatasetsBuilder builder() {
        return new DatasetsBuilder();
    }
}
