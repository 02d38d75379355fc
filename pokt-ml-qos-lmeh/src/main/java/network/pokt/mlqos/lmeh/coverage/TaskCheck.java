package network.pokt.mlqos.lmeh.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import network.pokt.mlqos.error.MlQosException;
import network.pokt.mlqos.lmeh.config.Callee;
import network.pokt.mlqos.lmeh.config.FieldValue;
import network.pokt.mlqos.lmeh.config.FilterConfig;
import network.pokt.mlqos.lmeh.config.FormatConfig;
import network.pokt.mlqos.lmeh.config.FunctionRef;
import network.pokt.mlqos.lmeh.config.PipelineConfig;
import network.pokt.mlqos.lmeh.config.TaskConfig;
import network.pokt.mlqos.lmeh.filter.FilterArguments;
import network.pokt.mlqos.lmeh.filter.Filters;
import network.pokt.mlqos.lmeh.function.DocFunction;
import network.pokt.mlqos.lmeh.function.DocsFunction;
import network.pokt.mlqos.lmeh.function.FilterFunction;
import network.pokt.mlqos.lmeh.function.FunctionRegistry;
import network.pokt.mlqos.lmeh.function.ResultsFunction;
import network.pokt.mlqos.lmeh.function.SamplesFunction;
import network.pokt.mlqos.lmeh.function.UnsupportedFunctionException;
import network.pokt.mlqos.lmeh.match.MeaningMatch;
import network.pokt.mlqos.lmeh.metric.MetricCatalog;
import network.pokt.mlqos.template.JinjaEnvironment;
import network.pokt.mlqos.template.TemplateException;
import org.jspecify.annotations.Nullable;

/** Builds of a task whatever can be built without its documents. Immutable. */
final class TaskCheck {

    private static final Set<String> SAMPLERS = Set.of("default", "first_n");
    /** A text without braces is the name of a column, or stands for itself. */
    private static final Pattern TEMPLATE = Pattern.compile("\\{[{%#]");

    private final FunctionRegistry functions;

    TaskCheck(FunctionRegistry functions) {
        this.functions = functions;
    }

    Finding check(TaskConfig task) {
        Optional<Finding> refused = refused(task);
        if (refused.isPresent()) {
            return refused.get();
        }
        try {
            documents(task);
            format(task.format());
            format(task.fewShot().format());
            template(Optional.of(task.description()));
            MetricCatalog.of(task, functions, 1);
        } catch (UnsupportedFunctionException e) {
            return finding(task, Verdict.FUNCTION, e);
        } catch (TemplateException e) {
            return finding(task, Verdict.TEMPLATE, e);
        } catch (MlQosException | IllegalArgumentException e) {
            return finding(task, Verdict.METRIC, e);
        }
        try {
            task.pipelines().forEach(this::pipeline);
        } catch (UnsupportedFunctionException e) {
            return finding(task, Verdict.FUNCTION, e);
        } catch (MlQosException | IllegalArgumentException e) {
            return finding(task, Verdict.FILTER, e);
        }
        return new Finding(task.name(), Verdict.RUNS, "");
    }

    private static Optional<Finding> refused(TaskConfig task) {
        Verdict verdict = Verdict.RUNS;
        String detail = "";
        if (task.unsafeCode()) {
            verdict = Verdict.EXECUTES_CODE;
            detail = "unsafe_code is true.";
        } else if (task.image().isPresent() || task.audio().isPresent()) {
            verdict = Verdict.PICTURES_OR_SOUND;
            detail = "It has doc_to_image or doc_to_audio.";
        } else if (task.dataset().custom().isPresent()) {
            verdict = Verdict.CUSTOM_DATASET;
            detail = "custom_dataset is " + task.dataset().custom().get() + ".";
        } else if (task.usePrompt().isPresent()) {
            verdict = Verdict.PROMPT_SOURCE;
            detail = "use_prompt is " + task.usePrompt().get() + ".";
        } else if (!SAMPLERS.contains(task.fewShot().sampler().name())) {
            verdict = Verdict.SAMPLER;
            detail = "The sampler is " + task.fewShot().sampler().name() + ".";
        }
        return verdict == Verdict.RUNS ? Optional.empty() : Optional.of(new Finding(task.name(), verdict, detail));
    }

    private void documents(TaskConfig task) {
        task.processDocs().ifPresent(function -> functions.find(function, DocsFunction.class));
        task.fewShot().processDocs().ifPresent(function -> functions.find(function, DocsFunction.class));
        task.processResults().ifPresent(function -> functions.find(function, ResultsFunction.class));
        if (task.fewShot().samples().orElse(null) instanceof FieldValue.Python samples) {
            functions.find(samples.function(), SamplesFunction.class);
        }
    }

    private void format(FormatConfig format) {
        template(format.text());
        template(format.target());
        template(format.choice());
        template(format.prefix());
    }

    private void template(Optional<FieldValue> field) {
        if (field.orElse(null) instanceof FieldValue.Python python) {
            functions.find(python.function(), DocFunction.class);
        } else if (field.orElse(null) instanceof FieldValue.Text text
                && TEMPLATE.matcher(text.text()).find()) {
            JinjaEnvironment.forTasks().compile(text.text());
        }
    }

    private void pipeline(PipelineConfig pipeline) {
        List<Object> built = new ArrayList<>();
        for (FilterConfig step : pipeline.steps()) {
            Map<String, @Nullable Object> arguments = new LinkedHashMap<>(step.arguments());
            if (arguments.get("filter_fn") instanceof FunctionRef function) {
                FilterFunction custom = functions.find(function, FilterFunction.class);
                arguments.put("filter_fn", custom.create(FilterArguments.of(function.name(), Map.of())));
            }
            if (step.function() instanceof Callee.Python python) {
                FilterFunction filter = functions.find(python.function(), FilterFunction.class);
                built.add(filter.create(FilterArguments.of(python.name(), arguments)));
            } else if (step.function().name().equals(MeaningMatch.FILTER)) {
                built.add(step); // Whether there are candidates is decided by the documents.
            } else {
                built.add(Filters.of(step.function().name(), arguments));
            }
        }
        if (built.isEmpty()) {
            throw new IllegalArgumentException("The pipeline " + pipeline.name() + " has no filter.");
        }
    }

    private static Finding finding(TaskConfig task, Verdict verdict, Exception cause) {
        return new Finding(task.name(), verdict, String.valueOf(cause.getMessage()));
    }
}
