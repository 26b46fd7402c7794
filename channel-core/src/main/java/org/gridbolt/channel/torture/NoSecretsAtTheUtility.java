package org.gridbolt.channel.torture;

import java.nio.ByteBuffer;
import java.util.List;
import org.gridbolt.channel.message.ChannelMessage;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.Signature;

/** The utility never holds a household's signature on a commitment: with its own it could publish a state, also a revoked one. */
final class NoSecretsAtTheUtility implements Invariant {

    private static final String NAME = "the utility never holds a commitment signature";

    @Override
    public void onSent(Street street, Letter letter, ChannelMessage message) {
        if (letter.to() == Party.UTILITY && street.isHonest(letter.from())) {
            look(street, letter.bytes(), letter.from() + " sends " + message.kind());
        }
    }

    @Override
    public void atEnd(Street street) {
        street.node(Party.UTILITY)
                .backup()
                .forEach((name, content) -> look(street, content, "the utility has stored " + name));
    }

    private static void look(Street street, Bytes bytes, String where) {
        ByteBuffer content = ByteBuffer.wrap(bytes.toArray());
        for (int at = 0; at + Signature.SIZE <= content.capacity(); at++) {
            long beginning = content.getLong(at);
            for (Party party : List.of(Party.CONSUMER, Party.PRODUCER)) {
                Bytes secret = street.account(party).commitmentSignatures().get(beginning);
                if (secret != null && bytes.slice(at, at + secret.size()).equals(secret)) {
                    street.record().violation(NAME, where + " with one in it");
                }
            }
        }
    }
}
