package org.gridbolt.channel.chain.bitcoind;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** A node that answers each method as it is told to: one answer for a connection. */
final class CannedNode implements AutoCloseable {

    private final ServerSocket socket;
    private final int status;
    private final UnaryOperator<String> bodies;

    /** A node whose HTTP status and whose body for each method are given. */
    CannedNode(int status, UnaryOperator<String> bodies) {
        try {
            this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.status = status;
        this.bodies = bodies;
        Thread thread = new Thread(this::serve, "canned-node");
        thread.setDaemon(true);
        thread.start();
    }

    BitcoindAddress address() {
        URI url = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
        return new BitcoindAddress(url, new BitcoindAddress.UserAndPassword("a:b"));
    }

    private void serve() {
        while (serveOne()) {
            Thread.onSpinWait();
        }
    }

    /** Whether there may be another; a client that has gone does not matter. */
    private boolean serveOne() {
        try (Socket connection = socket.accept()) {
            answer(connection);
            return true;
        } catch (IOException e) {
            return !socket.isClosed();
        }
    }

    private void answer(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        String method = question(in, contentLength(in)).replaceAll(".*\"method\":\"([a-z]+)\".*", "$1");
        String body = bodies.apply(method);
        String answer = "HTTP/1.1 " + status + " Canned\r\nConnection: close\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
        connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().flush();
    }

    private static int contentLength(BufferedReader in) throws IOException {
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring("Content-Length: ".length()));
            }
        }
        return length;
    }

    private static String question(BufferedReader in, int length) throws IOException {
        StringBuilder question = new StringBuilder();
        while (question.length() < length) {
            question.append((char) in.read());
        }
        return question.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
