package lstm.modelfile;

import java.io.IOException;
import java.util.Optional;
import lstm.base.BaseNetwork;
import lstm.error.LstmException;
import lstm.model.BaseMember;

/**
 * The base network of a combination: the hash of that of the program and, where it was trained on, what it has become,
 * which needs the program's no more.
 */
final class BaseMemberPart {
    private static final String TUNED = "tuned";

    private BaseMemberPart() {}

    static void write(JsonFieldWriter out, BaseMember member) throws IOException {
        out.object();
        out.at("hash").text(member.hash());
        if (member.tuned().isPresent()) {
            out.at(TUNED).object();
            BaseNetworkFile.writeNetwork(out, member.tuned().get());
            out.end();
        }
        out.end();
    }

    static BaseMember read(JsonFieldReader in) throws IOException, LstmException {
        in.object();
        String hash = in.at("hash").text();
        Optional<BaseNetwork> tuned = Optional.empty();
        if (in.has(TUNED)) {
            in.object();
            tuned = Optional.of(BaseNetworkFile.readNetwork(in));
            in.end();
        }
        in.end();
        return new BaseMember(hash, tuned);
    }
}
