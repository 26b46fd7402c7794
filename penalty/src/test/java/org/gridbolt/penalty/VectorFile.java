package org.gridbolt.penalty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.encoding.Encodable;
import org.gridbolt.penalty.policy.ForfeitAll;
import org.gridbolt.penalty.policy.Graded;

/** A published test vector of one encoded type. */
public final class VectorFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Path path;

    private VectorFile(Path path) {
        this.path = path;
    }

    /** The vector of that name. */
    public static VectorFile of(String name) {
        String root = System.getProperty("gridbolt.root", "..");
        return new VectorFile(Path.of(root, "penalty/src/test/resources/vectors", name + ".json"));
    }

    /** What is published. */
    public JsonNode read() {
        try {
            return JSON.readTree(path.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Writes {@code content} if the run asks for that. */
    public VectorFile rewrittenWith(JsonNode content) {
        if ("rewrite".equals(System.getProperty("golden"))) {
            write(content);
        }
        return this;
    }

    private void write(JsonNode content) {
        try {
            Files.createDirectories(path.getParent());
            String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content);
            Files.writeString(path, text + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** What is to be published. */
    public static JsonNode content(Encodable value, PrivateKey signer, Signature signature) {
        ObjectNode vector = NODES.objectNode();
        vector.put("tag", value.tag().name());
        vector.set("fields", fields(value));
        vector.put("encoding", value.encode().toHex());
        vector.put("hash", value.hash().toString());
        vector.put("privateKey", signer.bytes().toHex());
        vector.put("publicKey", signer.publicKey().toString());
        vector.put("signature", signature.toString());
        return roundTrip(vector);
    }

    /** So that numbers compare equal to those that were read. */
    private static JsonNode roundTrip(JsonNode node) {
        try {
            return JSON.readTree(node.toString());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static JsonNode fields(Object value) {
        if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(element -> array.add(fields(element)));
            return array;
        }
        if (value instanceof Coin coin) {
            return NODES.numberNode(coin.value);
        }
        if (value instanceof Number) {
            return JSON.valueToTree(value);
        }
        if (value instanceof ForfeitAll policy) {
            return NODES.objectNode()
                    .put("kind", "FORFEIT_ALL")
                    .put("consumerShare", policy.consumerShare().value());
        }
        if (value instanceof Graded policy) {
            return NODES.objectNode()
                    .put("kind", "GRADED")
                    .put("forfeitedNumerator", policy.forfeited().numerator())
                    .put("forfeitedDenominator", policy.forfeited().denominator())
                    .put("toleratedShortfalls", policy.toleratedShortfalls())
                    .put("consumerShare", policy.consumerShare().value());
        }
        if (value instanceof Ticket ticket) {
            ObjectNode object = NODES.objectNode();
            object.set("draft", fields(ticket.draft()));
            return object.put("hash", ticket.hash().toString());
        }
        return value instanceof Record found ? components(found) : NODES.textNode(value.toString());
    }

    /** A record of one component is written as that component. */
    private static JsonNode components(Record value) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        if (components.length == 1) {
            return fields(component(value, components[0]));
        }
        ObjectNode object = NODES.objectNode();
        for (RecordComponent component : components) {
            object.set(component.getName(), fields(component(value, component)));
        }
        return object;
    }

    private static Object component(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
