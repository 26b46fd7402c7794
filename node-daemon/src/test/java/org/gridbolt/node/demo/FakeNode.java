package org.gridbolt.node.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Something that answers JSON-RPC like a bitcoind of our choice, and notes what it was asked. */
final class FakeNode implements AutoCloseable {

    private static final int OK = 200;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> answers = new HashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    FakeNode() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        answer("getblockchaininfo", "{\"chain\":\"regtest\",\"blocks\":0,\"headers\":0}");
        answer("getnetworkinfo", "{\"version\":290000,\"subversion\":\"/Satoshi:29.0.0/\"}");
        answer("getmempoolinfo", "{}");
        answer("testmempoolaccept", "[{\"allowed\":false,\"reject-reason\":\"missing-inputs\"}]");
    }

    @CanIgnoreReturnValue
    FakeNode answer(String method, String result) {
        answers.put(method, result);
        return this;
    }

    String url() {
        return "http://user:secret@127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> asked() {
        return asked;
    }

    private void handle(HttpExchange exchange) throws IOException {
        JsonNode request = json.readTree(exchange.getRequestBody());
        String method = request.path("method").asText();
        asked.add(method);
        String answer = "{\"result\":" + answers.getOrDefault(method, "null") + ",\"error\":null,\"id\":"
                + request.path("id") + "}";
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(OK, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
