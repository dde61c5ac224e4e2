package lstm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lstm.cli.Child;
import lstm.cli.OneProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The recipes of src/site/databases.md put the forecasts of each series into a table, with the programs that are here.
 */
@Tag("process")
class DatabaseRecipesTest {
    private static final Path PAGE = Path.of("src/site/databases.md");
    private static final String FEWER =
            "case $1 in train) set -- \"$@\" --units 2 --layers 1 --epochs 1 --quiet ;; esac\n";
    private static final int SERIES = 4;
    private static final int ROWS = 60;
    private static final int HORIZON = 7;

    @TempDir
    private Path folder;

    private OneProcess process;

    @BeforeEach
    void layOut() throws Exception {
        List<String> rows = new ArrayList<>(List.of("store,item,date,units"));
        for (int row = 0; row < ROWS; row++) {
            for (int series = 0; series < SERIES; series++) {
                LocalDate date = LocalDate.of(2024, 1, 1).plusDays(row);
                rows.add(series / 2 + ",item " + series % 2 + "," + date + "," + (20 + 5 * (row % 7) + series));
            }
        }
        Files.write(folder.resolve("sales.csv"), rows);
    }

    @AfterEach
    void end() {
        if (process != null) {
            process.close();
        }
    }

    private static String recipe(String program) throws IOException {
        Matcher blocks =
                Pattern.compile("```" + program + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        return String.join("", blocks.results().map(block -> block.group(1)).toList());
    }

    private String bash(String script) throws IOException, InterruptedException {
        Child.Ended ended = Child.run(folder, Map.of(), List.of("bash", "-euo", "pipefail", "-c", script));
        assertEquals(0, ended.code(), ended.err());
        assertEquals("", ended.err());
        return ended.out().strip();
    }

    /** Runs a recipe, with a program that is started only now: most recipes are not tried everywhere. */
    private void follow(String program) throws IOException, InterruptedException {
        process = OneProcess.in(folder, FEWER);
        bash(recipe(program));
    }

    private void assumeInstalled(String program) throws IOException, InterruptedException {
        int code = Child.run(folder, "sh", "-c", "command -v " + program).code();
        assumeTrue(code == 0, program + " is not installed: its recipe is not tried");
    }

    @Test
    void sqliteGetsAForecastOfEachSeries() throws Exception {
        assumeInstalled("sqlite3");
        bash("sqlite3 shop.db 'create table sales (store text, item text, date text, units real)'"
                + " '.import --csv --skip 1 sales.csv sales'");
        follow("sqlite3");
        String count =
                "sqlite3 shop.db 'select count(*), count(distinct store || item), count(made_at) from forecasts'";
        assertEquals(SERIES * HORIZON + "|" + SERIES + "|" + SERIES * HORIZON, bash(count));
    }

    @Test
    void postgresGetsAForecastOfEachSeries() throws Exception {
        Path server = newestServer();
        boolean root = bash("id -u").equals("0");
        assumeTrue(!root || bash("id -u postgres 2>/dev/null || echo none").matches("\\d+"), "no user for its server");
        Path data = folder.resolve("data");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        String as = root ? "setpriv --reuid=postgres --regid=postgres --clear-groups " : "";
        bash(as + server + "/initdb -D '" + data + "' -U lstm -A trust >/dev/null");
        String control = as + server + "/pg_ctl -D '" + data + "' -l '" + data + "/log' ";
        bash(control + "-w -o \"-k '" + folder + "' -c listen_addresses=''\" start >/dev/null");
        try {
            String there = "export PGHOST='" + folder + "' PGUSER=lstm PGDATABASE=postgres\n";
            bash(there + "psql -qc 'create table sales (store text, item text, date date, units float8)'\n"
                    + "psql -qc 'copy sales from stdin with (format csv, header)' <sales.csv");
            process = OneProcess.in(folder, FEWER);
            bash(there + recipe("psql"));
            String count = "select count(*), count(distinct store || item), count(made_at) from forecasts";
            assertEquals(
                    SERIES * HORIZON + "|" + SERIES + "|" + SERIES * HORIZON,
                    bash(there + "psql -qtAc '" + count + "'"));
        } finally {
            bash(control + "-m immediate stop >/dev/null");
        }
    }

    /** The folder of a server's programs. */
    private static Path newestServer() throws IOException {
        Path all = Path.of("/usr/lib/postgresql");
        List<Path> servers = List.of();
        if (Files.isDirectory(all)) {
            try (Stream<Path> versions = Files.list(all)) {
                servers = versions.map(version -> version.resolve("bin"))
                        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                        .sorted()
                        .toList();
            }
        }
        assumeTrue(!servers.isEmpty(), "no server of PostgreSQL is installed: the recipe of psql is not tried");
        return servers.get(servers.size() - 1);
    }

    @Test
    void duckdbGetsAForecastOfEachSeries() throws Exception {
        assumeInstalled("duckdb");
        bash("duckdb shop.duckdb -c \"create table sales as select * from read_csv('sales.csv')\"");
        follow("duckdb");
        String count = "duckdb -csv -noheader shop.duckdb -c 'select count(*), count(made_at) from forecasts'";
        assertEquals(SERIES * HORIZON + "," + SERIES * HORIZON, bash(count));
    }
}
