package lstm.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenElsewhereTest {
    private final List<Integer> pauses = new ArrayList<>();
    private int tries;

    @Test
    void aFileThatIsClosedInTimeIsReplaced() throws IOException {
        OpenElsewhere.retry(
                () -> {
                    if (++tries < 4) {
                        throw new AccessDeniedException("m.json");
                    }
                },
                pauses::add);
        assertEquals(4, tries);
        assertEquals(List.of(20, 40, 80), pauses);
    }

    @Test
    void aFileThatStaysOpenIsAFailureInTheEnd() {
        FileSystemException inUse = new FileSystemException("m.json", null, "used by another process");
        IOException thrown = assertThrows(IOException.class, () -> OpenElsewhere.retry(() -> fail(inUse), pauses::add));
        assertSame(inUse, thrown);
        assertEquals(8, tries);
        assertEquals(2540, pauses.stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void otherFailuresAreNotTriedAgain() {
        for (IOException other : List.of(new NoSuchFileException("m.json"), new IOException("the disk is broken"))) {
            tries = 0;
            assertThrows(IOException.class, () -> OpenElsewhere.retry(() -> fail(other), pauses::add));
            assertEquals(1, tries);
        }
        assertEquals(List.of(), pauses);
    }

    @Test
    void anInterruptEndsThePatienceAndIsKept() {
        assertThrows(
                AccessDeniedException.class,
                () -> OpenElsewhere.retry(() -> fail(new AccessDeniedException("m.json")), millis -> {
                    throw new InterruptedException();
                }));
        assertEquals(1, tries);
        assertTrue(Thread.interrupted());
    }

    private void fail(IOException failure) throws IOException {
        tries++;
        throw failure;
    }
}
