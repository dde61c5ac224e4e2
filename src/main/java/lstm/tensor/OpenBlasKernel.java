package lstm.tensor;

import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;

/** The kernels that OpenBLAS chose for this processor. Results have the same bits where they are the same. */
final class OpenBlasKernel {
    /** As OpenBLAS names its targets; each is a table of functions in the library. */
    private static final List<String> TARGETS = List.of(
            "PRESCOTT",
            "CORE2",
            "PENRYN",
            "DUNNINGTON",
            "NEHALEM",
            "SANDYBRIDGE",
            "HASWELL",
            "SKYLAKEX",
            "COOPERLAKE",
            "SAPPHIRERAPIDS",
            "ATOM",
            "NANO",
            "OPTERON",
            "OPTERON_SSE3",
            "BOBCAT",
            "BARCELONA",
            "BULLDOZER",
            "PILEDRIVER",
            "STEAMROLLER",
            "EXCAVATOR",
            "ZEN",
            "ARMV8",
            "ARMV8SVE",
            "CORTEXA53",
            "CORTEXA55",
            "CORTEXA57",
            "CORTEXA72",
            "CORTEXA73",
            "A64FX",
            "EMAG8180",
            "NEOVERSEN1",
            "NEOVERSEN2",
            "NEOVERSEV1",
            "THUNDERX",
            "THUNDERX2T99",
            "THUNDERX3T110",
            "TSV110",
            "VORTEX",
            "VORTEXM4");

    private OpenBlasKernel() {}

    /** Compares the address of the table in use, which the library keeps, with those of all tables. */
    static String name() {
        Pointer inUse = Loader.addressof("gotoblas");
        if (inUse == null) {
            return "fixed when it was built";
        }
        long table = new LongPointer(inUse).get();
        return TARGETS.stream()
                .filter(target -> isAt(table, Loader.addressof("gotoblas_" + target)))
                .findAny()
                .orElse("unknown");
    }

    private static boolean isAt(long address, Pointer symbol) {
        return symbol != null && symbol.address() == address;
    }
}
