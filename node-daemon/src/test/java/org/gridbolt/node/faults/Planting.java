package org.gridbolt.node.faults;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles classes with a fault planted, against the built classes and into a folder of their own. */
final class Planting implements AutoCloseable {

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);

    /** One fault in each class. */
    void compile(List<Fault> faults, Path folder) throws IOException {
        files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
        StringWriter said = new StringWriter();
        List<String> options = List.of("-proc:none", "-implicit:none", "-nowarn", "-parameters");
        List<JavaFileObject> sources = new ArrayList<>();
        for (Fault fault : faults) {
            sources.add(source(fault));
        }
        boolean compiled =
                compiler.getTask(said, files, null, options, null, sources).call();
        if (!compiled) {
            throw new AssertionError("one of " + faults + " does not compile: " + said);
        }
    }

    private static JavaFileObject source(Fault fault) throws IOException {
        String planted = fault.planted();
        URI name = URI.create("memory:///" + fault.type().replace('.', '/') + ".java");
        return new SimpleJavaFileObject(name, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return planted;
            }
        };
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
