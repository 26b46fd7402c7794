package org.gridbolt.channel.chain.bitcoind;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.bitcoinj.base.BitcoinNetwork;
import org.gridbolt.channel.chain.ChainFlaw;
import org.gridbolt.channel.chain.ChainUnavailable;

/**
 * Where a bitcoind answers and how it lets us in.
 *
 * @param url without credentials
 * @param credentials how to log in
 */
public record BitcoindAddress(URI url, Credentials credentials) {

    private static final int PORT_MAX = 65_535;

    /** How to log in. */
    public sealed interface Credentials {
        /** {@code user:password}, as HTTP sends it; a {@link ChainUnavailable} when it cannot be had. */
        String userAndPassword(URI url);

        /** For messages, without anything secret. */
        String describe();
    }

    /**
     * The file that bitcoind writes anew at each start, and that is therefore read for each question.
     *
     * @param file the file
     */
    public record Cookie(Path file) implements Credentials {
        @Override
        public String userAndPassword(URI url) {
            try {
                return Files.readString(file).strip();
            } catch (IOException e) {
                throw new ChainUnavailable(
                        new ChainFlaw.WrongCredentials(url.toString(), "us, since there is no cookie in " + file), e);
            }
        }

        @Override
        public String describe() {
            return "the cookie in " + file;
        }
    }

    /**
     * A name and a password, as in bitcoind's {@code -rpcauth}.
     *
     * @param text {@code user:password}
     */
    public record UserAndPassword(String text) implements Credentials {
        @Override
        public String userAndPassword(URI url) {
            return text;
        }

        @Override
        public String describe() {
            return "user and password";
        }

        @Override
        public String toString() {
            return "user and password, not shown";
        }
    }

    /**
     * Reads {@code http://[user:password@]host:port}; without user and password, the cookie is expected where a bitcoind on
     * this machine leaves it by default. A {@link ChainUnavailable} for anything else.
     */
    public static BitcoindAddress parse(String text, BitcoinNetwork network) {
        try {
            URI said = new URI(text);
            String user = said.getUserInfo();
            URI url = bare(said);
            Credentials credentials = user == null ? new Cookie(defaultCookie(network)) : new UserAndPassword(user);
            return new BitcoindAddress(url, credentials);
        } catch (URISyntaxException e) {
            throw bad(text, e.getReason());
        }
    }

    private static URI bare(URI said) throws URISyntaxException {
        String shown = said.toString();
        if (!"http".equals(said.getScheme()) && !"https".equals(said.getScheme())) {
            throw bad(shown, "it does not begin with http://");
        }
        if (said.getHost() == null || said.getPort() < 1 || said.getPort() > PORT_MAX) {
            throw bad(shown, "host or port is missing");
        }
        String path = Objects.requireNonNullElse(said.getPath(), "");
        return new URI(said.getScheme(), null, said.getHost(), said.getPort(), path.isEmpty() ? "/" : path, null, null);
    }

    private static ChainUnavailable bad(String text, String cause) {
        String shown = text.replaceAll("//.*@", "//");
        return new ChainUnavailable(new ChainFlaw.BadAddress(shown, cause.toLowerCase(Locale.ROOT)));
    }

    private static Path defaultCookie(BitcoinNetwork network) {
        Path folder = Path.of(System.getProperty("user.home", ""), ".bitcoin");
        return folder.resolve(NetworkName.folderOf(network)).resolve(".cookie");
    }
}
