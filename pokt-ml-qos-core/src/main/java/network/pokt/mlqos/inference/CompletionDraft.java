package network.pokt.mlqos.inference;

/** A choice of {@code /v1/completions}: {@code text}, whole or a piece at a time. */
final class CompletionDraft extends ChoiceDraft<CompletionDraft> {

    private final GrowingText text = new GrowingText();

    CompletionDraft(CodecLimits limits, Allowance allowance) {
        super(limits, allowance);
    }

    @Override
    boolean readContent(String field, JsonCursor json) {
        if (!field.equals(contentField())) {
            return false;
        }
        text.append(json.stringOrNull("choices[].text"));
        return true;
    }

    @Override
    void appendContent(CompletionDraft later) {
        text.append(later.text);
    }

    @Override
    boolean hasContent() {
        return !text.isEmpty();
    }

    @Override
    String contentField() {
        return "text";
    }

    CompletionAnswer.Choice toChoice(int index) {
        return new CompletionAnswer.Choice(index, text.toString(), logprobs(), finishReason());
    }
}
