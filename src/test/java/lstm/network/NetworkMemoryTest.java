package lstm.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lstm.cli.Child;
import lstm.cli.PausingProgram;
import lstm.tensor.Seed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network frees its memory when it is closed, whether or not Java ever collects garbage, and is not used again. */
class NetworkMemoryTest {
    private static final long MOST_GROWTH = 4L << 20;
    private static final int STEPS = 3;
    private static final int ROWS = 2;

    @TempDir
    Path directory;

    @Test
    @Tag("process")
    void aClosedNetworkHasFreedItsMemoryBeforeAnyGarbageIsCollected() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "resident memory is read from /proc");
        // A heap that is resident from the start, so that only memory outside of it can grow.
        List<String> options = List.of("-Xms64m", "-Xmx64m", "-XX:+AlwaysPreTouch");
        Child.Ended ended = Child.run(directory, Map.of(), PausingProgram.command(NetworkMemoryProgram.class, options));
        assertEquals(0, ended.code(), ended.err());
        List<Long> resident = ended.out().lines().map(Long::parseLong).toList();
        System.out.println("resident memory after each kind of network: " + resident);
        List<String> kinds = List.of("many small ones", "a large one", "some that cannot be opened");
        for (int kind = 0; kind < kinds.size(); kind++) {
            long growth = resident.get(kind + 1) - resident.get(kind);
            assertTrue(growth <= MOST_GROWTH, growth + " bytes more after " + kinds.get(kind));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aClosedNetworkRefusesToWork(int threads) {
        Example example = example();
        float[] gradient = new float[example.weights().length];
        DropoutKey key = new DropoutKey(0, 0, 0);
        Network network = example.network(threads);
        network.predict(example.from(0), ROWS);
        network.close();
        network.close();

        assertThrows(IllegalStateException.class, () -> network.load(example.weights()));
        assertThrows(IllegalStateException.class, () -> network.predict(example.from(0), ROWS));
        assertThrows(IllegalStateException.class, () -> network.sample(example.from(0), ROWS, key));
        assertThrows(
                IllegalStateException.class,
                () -> network.train(example.from(0), ROWS, new float[ROWS], Loss.Point.MSE, key, gradient));
    }

    @Test
    void aClosedTracerRefusesToWorkButItsTracesStay() {
        Example example = example();
        Tracer tracer = new Tracer(example.architecture(), STEPS, ROWS, example.weights());
        Trace trace = tracer.forward(example.windows());
        float[] state = trace.layers().get(0).get(CellSignal.STATE)[0];
        float[] before = state.clone();
        tracer.close();
        tracer.close();

        assertThrows(IllegalStateException.class, () -> tracer.forward(example.windows()));
        assertThrows(IllegalStateException.class, () -> tracer.backward(new float[ROWS]));
        assertEquals(List.of(before[0], before[1]), List.of(state[0], state[1]));
    }

    private static Example example() {
        return Example.draw(new Architecture(CellKind.GRU, 2, 3, 2, 0, 1), STEPS, ROWS, Seed.random());
    }
}
