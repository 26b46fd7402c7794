package org.gridbolt.channel.chain.bitcoind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gridbolt.channel.chain.ChainFlaw;
import org.gridbolt.channel.chain.ChainUnavailable;
import org.jspecify.annotations.Nullable;

/** Bitcoind's JSON-RPC: a question, an answer. Amounts are read as exact decimals. */
final class BitcoindRpc {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int BUSY = 503;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final BitcoindAddress address;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_MAX)
            .build();

    BitcoindRpc(BitcoindAddress address) {
        this.address = address;
    }

    /** The address, without credentials. */
    String where() {
        return address.url().toString();
    }

    /** The result; any refusal is a {@link ChainUnavailable}. */
    JsonNode call(String method, Object... parameters) {
        RpcAnswer answer = ask(method, parameters);
        if (answer instanceof RpcAnswer.Result result) {
            return result.value();
        }
        throw unexpected(method, answer.toString());
    }

    /** The result or the refusal. */
    RpcAnswer ask(String method, Object... parameters) {
        return askPatiently(Duration.ZERO, method, parameters);
    }

    /** The same for a question that the node may think about for {@code extra}. */
    RpcAnswer askPatiently(Duration extra, String method, Object... parameters) {
        HttpResponse<String> response = exchange(request(extra, method, parameters));
        switch (response.statusCode()) {
            case UNAUTHORIZED, FORBIDDEN ->
                throw new ChainUnavailable(new ChainFlaw.WrongCredentials(
                        where(), address.credentials().describe()));
            case BUSY -> throw unreachable("it is too busy", null);
            default -> {
                return read(method, response.body());
            }
        }
    }

    private HttpRequest request(Duration extra, String method, Object... parameters) {
        ObjectNode question = JSON.createObjectNode().put("id", 1).put("method", method);
        question.set("params", JSON.valueToTree(List.of(parameters)));
        String login = address.credentials().userAndPassword(address.url());
        return HttpRequest.newBuilder(address.url())
                .timeout(ANSWER_MAX.plus(extra))
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic " + base64(login))
                .POST(HttpRequest.BodyPublishers.ofString(question.toString()))
                .build();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return send(request);
        } catch (ConnectException | HttpTimeoutException e) {
            throw unreachable(wordsOf(e), e);
        } catch (IOException e) {
            return exchangeAgain(request);
        }
    }

    /** Bitcoind drops idle connections, and the client learns of it by using one. All our questions can be repeated. */
    private HttpResponse<String> exchangeAgain(HttpRequest request) {
        try {
            return send(request);
        } catch (IOException e) {
            throw unreachable(wordsOf(e), e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable("we were told to stop", e);
        }
    }

    private RpcAnswer read(String method, String body) {
        try {
            JsonNode answer = JSON.readTree(body);
            JsonNode error = answer.path("error");
            if (error.isObject()) {
                return refusal(error.path("code").asInt(), error.path("message").asText());
            }
            if (answer.has("result")) {
                return new RpcAnswer.Result(answer.path("result"));
            }
        } catch (JsonProcessingException e) {
            throw unexpected(method, "no JSON");
        }
        throw unexpected(method, "JSON without a result");
    }

    private RpcAnswer refusal(int code, String message) {
        if (code == RpcAnswer.Refusal.WARMING_UP) {
            throw new ChainUnavailable(new ChainFlaw.StillSyncing(where(), message));
        }
        return new RpcAnswer.Refusal(code, message);
    }

    ChainUnavailable unexpected(String method, String answer) {
        return new ChainUnavailable(new ChainFlaw.Unexpected(where(), method, answer));
    }

    private ChainUnavailable unreachable(String cause, @Nullable Throwable e) {
        ChainFlaw flaw = new ChainFlaw.Unreachable(where(), cause);
        return e == null ? new ChainUnavailable(flaw) : new ChainUnavailable(flaw, e);
    }

    private static String wordsOf(IOException e) {
        boolean unresolved = Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                .anyMatch(UnresolvedAddressException.class::isInstance);
        if (unresolved) {
            return "no such host";
        }
        return e instanceof ConnectException
                ? "connection refused"
                : Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }
}
