import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;

/**
 * Names what a POM lacks of what a public Maven repository asks for, and the libraries that it would force on Java
 * programs although only the command line or charts need them: {@code java CheckPom.java POM}.
 */
public final class CheckPom {
    private static final List<String> PARTS = List.of(
            "groupId",
            "artifactId",
            "version",
            "name",
            "description",
            "url",
            "licenses/license/name",
            "licenses/license/url",
            "developers/developer/name",
            "scm/connection",
            "scm/url");

    private static final List<String> OPTIONAL =
            List.of("picocli", "fontbox", "pdfbox", "snakeyaml-engine", "slf4j-nop");

    private CheckPom() {}

    public static void main(String[] args) throws Exception {
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of(args[0]).toFile());
        XPath path = XPathFactory.newInstance().newXPath();
        List<String> faults = new ArrayList<>();
        for (String part : PARTS) {
            if (path.evaluate("/project/" + part, pom).isBlank()) {
                faults.add("no " + part);
            }
        }
        for (String library : OPTIONAL) {
            String optional = "/project/dependencies/dependency[artifactId='" + library + "']/optional";
            if (!path.evaluate(optional, pom).equals("true")) {
                faults.add(library + " is not optional");
            }
        }
        if (!faults.isEmpty()) {
            System.err.println(args[0] + ": " + String.join(", ", faults));
            System.exit(1);
        }
    }
}
