package lstm;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

/** The classes of the program, read once for all tests of what they depend on. */
public final class ProgramClasses {
    /** Without those of the tests. */
    public static final JavaClasses ALL = new ClassFileImporter().importPath(Path.of("target", "classes"));

    private ProgramClasses() {}
}
