package org.gridbolt.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** A JSON-RPC client for tests: parameters go as Jackson maps them, an error comes as {@link RpcError}. */
public final class BitcoindRpc {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final Path cookie;

    BitcoindRpc(URI address, Path cookie) {
        this.address = address;
        this.cookie = cookie;
    }

    /** The result of {@code method}: a number, text, list or object, or the null node. */
    public JsonNode call(String method, Object... parameters) {
        try {
            return result(method, exchange(request(method, parameters)));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " at " + address, e);
        }
    }

    private static byte[] request(String method, Object... parameters) throws IOException {
        ObjectNode request = JSON.createObjectNode().put("id", 1).put("method", method);
        request.set("params", JSON.valueToTree(List.of(parameters)));
        return JSON.writeValueAsBytes(request);
    }

    private JsonNode exchange(byte[] request) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setDoOutput(true);
        connection.setRequestProperty("Authorization", "Basic " + credentials());
        connection.getOutputStream().write(request);
        boolean fine = connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST;
        try (InputStream answer = fine ? connection.getInputStream() : connection.getErrorStream()) {
            return JSON.readTree(answer);
        }
    }

    private String credentials() throws IOException {
        return Base64.getEncoder().encodeToString(Files.readString(cookie).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode result(String method, JsonNode answer) {
        JsonNode error = answer.path("error");
        if (error.isObject()) {
            throw new RpcError(
                    method, error.path("code").asInt(), error.path("message").asText());
        }
        return answer.path("result");
    }
}
