package network.pokt.mlqos.lmeh.function;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an import binds to one name.
 *
 * @param module the module that a {@code from} names, dots in front included; empty for other imports
 * @param original what the name is called there
 */
record PythonImport(String module, String original) {

    private static final String HARNESS = "lm_eval.";

    /** Returns whether a statement is an import. */
    static boolean is(List<PythonToken> statement) {
        return statement.get(0).is("from") || statement.get(0).is("import");
    }

    static PythonImport of(List<PythonToken> statement, String name) {
        StringBuilder module = new StringBuilder();
        String original = name;
        int i = 1;
        for (; statement.get(0).is("from") && i < statement.size() && !statement.get(i).is("import"); i++) {
            module.append(statement.get(i).text());
        }
        for (; i < statement.size(); i++) {
            if (i > 2 && statement.get(i).is(name) && statement.get(i - 1).is("as")) {
                original = statement.get(i - 2).text();
            }
        }
        return new PythonImport(module.toString(), original);
    }

    /** Returns the file of the module if it is one of a task or of the harness; empty for libraries. */
    Optional<Path> file(Path importer) {
        if (module.isEmpty()) {
            return Optional.empty();
        } else if (!module.startsWith(HARNESS)) {
            String local = (module.startsWith(".") ? module.substring(1) : module).replace('.', '/') + ".py";
            return Optional.of(importer.resolveSibling(local)).filter(Files::isRegularFile);
        }
        String path = module.substring(HARNESS.length()).replace('.', '/') + ".py";
        for (Path folder = importer.getParent(); folder != null; folder = folder.getParent()) {
            // The folder of the harness is the one that has the tasks.
            if (Files.isDirectory(folder.resolve("tasks")) && Files.isRegularFile(folder.resolve(path))) {
                return Optional.of(folder.resolve(path));
            }
        }
        return Optional.empty();
    }
}
