package org.gridbolt.node.ruling;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.node.terminal.UnusableInput;
import org.gridbolt.penalty.ruling.FraudFile;
import org.gridbolt.penalty.ruling.FraudProof;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.RulingVerifier;
import org.gridbolt.penalty.ruling.VerifiedRuling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges a ruling, or a proof of fraud, by its file and the utility's public key alone. */
@Command(
        name = "verify-ruling",
        header = "Whether a ruling of the utility was right, or a proof of its fraud convicts it.",
        description = {
            "",
            "Checks the ruling, its signatures and its evidence with nothing but the file and the utility's public key;"
                    + " ends with exit code 0 when all of it holds, else 2 and the flaw. A file that a household keeps of"
                    + " fraud is told from a ruling by its first line; exit code 0 says that it convicts the utility.",
            ""
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  gridbolt verify-ruling result/ruling.bin",
            "  gridbolt verify-ruling ruling.bin --utility 02ab...",
            "  gridbolt verify-ruling fraud.bin --utility 02ab..."
        })
public final class VerifyRulingCommand implements Callable<Integer> {

    /** Larger than any ruling with all the evidence it may have. */
    private static final int BYTES_MAX = 16 * 1024 * 1024;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The ruling with its evidence, as the demo writes it.")
    Path file = Path.of("");

    @Option(
            names = "--utility",
            paramLabel = "KEY",
            description = "The utility's public node key, 66 hexadecimal digits. Default: the one in the terms.")
    @Nullable
    String utility;

    @Override
    public Integer call() {
        Bytes bytes = read();
        return FraudFile.isOne(bytes) ? judgeFraud(bytes) : judgeRuling(bytes);
    }

    /** A proof without terms names no utility of its own: then the key must be given. */
    private int judgeFraud(Bytes bytes) {
        FraudProof proof = FraudFile.decode(bytes).fold(FraudFile::proof, flaw -> {
            throw notAFile(flaw.message());
        });
        if (utility == null) {
            throw new UnusableInput(
                    file.toString(), "it is a proof of fraud, and against whom is not said", "add --utility KEY");
        }
        FraudVerdict verdict = new FraudVerdict(file.toString(), proof, parse(utility));
        if (!verdict.convicts()) {
            throw new UnusableInput(file.toString(), verdict.objection(), "keep it, and ask the utility");
        }
        PrintWriter out = spec.commandLine().getOut();
        verdict.lines().forEach(out::println);
        out.flush();
        return 0;
    }

    private UnusableInput notAFile(String flaw) {
        return new UnusableInput(file.toString(), flaw, "name a file that a household kept of fraud");
    }

    private int judgeRuling(Bytes bytes) {
        RulingFile content = RulingFile.decode(bytes).fold(found -> found, flaw -> {
            throw refused(flaw.message());
        });
        PublicKey key = utility == null ? keyInTerms(content) : parse(utility);
        VerifiedRuling verified = RulingVerifier.verify(content, key).fold(found -> found, flaw -> {
            throw refused(flaw.message());
        });
        print(new RulingExplanation(file.toString(), content, verified, utility != null));
        return 0;
    }

    private void print(RulingExplanation explanation) {
        PrintWriter out = spec.commandLine().getOut();
        explanation.lines().forEach(out::println);
        out.flush();
    }

    private Bytes read() {
        try (InputStream content = Files.newInputStream(file)) {
            return Bytes.of(content.readNBytes(BYTES_MAX));
        } catch (NoSuchFileException e) {
            throw new UnusableInput(file.toString(), "there is no such file", "name the ruling.bin of a demo's --out");
        } catch (IOException e) {
            throw new UnusableInput(
                    file.toString(),
                    "it cannot be read (" + e.getMessage() + ")",
                    "name the ruling.bin of a demo's --out");
        }
    }

    private UnusableInput refused(String flaw) {
        return new UnusableInput(
                file.toString(), "the ruling is refused, " + flaw, "do not sign or accept what it says");
    }

    private static PublicKey keyInTerms(RulingFile content) {
        return content.evidence().terms().content().identity().utilityNodeKey();
    }

    private static PublicKey parse(String hex) {
        boolean spelled = hex.matches("[0-9a-fA-F]{66}");
        return (spelled ? PublicKey.parse(Bytes.ofHex(hex)) : Optional.<PublicKey>empty())
                .orElseThrow(() -> new UnusableInput(
                        "--utility", "'" + hex + "' is no public key", "give 66 hexadecimal digits, 02... or 03..."));
    }
}
