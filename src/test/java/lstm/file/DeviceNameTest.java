package lstm.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lstm.error.LstmException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DeviceNameTest {
    @Test
    void windowsHasDevicesWithAnyEndingAndInAnyCase() {
        for (String name :
                List.of("CON", "con", "aux.json", "Prn.model.json", "COM1", "lpt9.csv", "COM\u00b9", "con .csv")) {
            assertTrue(DeviceName.isOther(name), name);
            assertFalse(DeviceName.isNull(name), name);
        }
        for (String name : List.of("NUL", "nul", "nul.json", "NUL:")) {
            assertTrue(DeviceName.isNull(name), name);
            assertFalse(DeviceName.isOther(name), name);
        }
        for (String name : List.of("console.csv", "null", "nulls.json", "com.csv", "COM10", "sales.con", "auxiliary")) {
            assertFalse(DeviceName.isNull(name) || DeviceName.isOther(name), name);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void elsewhereTheyAreNamesLikeAnyOther(@TempDir Path folder) throws LstmException, IOException {
        for (String name : List.of("NUL", "con.json")) {
            Path file = folder.resolve(name);
            AtomicFile.write(Disk.LOCAL, file, new byte[] {1}, Existing.REFUSE);
            assertEquals(1, Files.size(file));
        }
    }
}
