package network.pokt.mlqos.metric;

/**
 * Whether one of the answers to a question was right.
 *
 * @param question what the answers to one question have in common, such as the numbers of paragraph and question
 * @param correct whether this answer was judged as it should be
 */
public record GradedAnswer(Object question, boolean correct) {}
