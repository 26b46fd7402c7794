package org.gridbolt.testing;

/** What bitcoind answered in place of a result. */
@SuppressWarnings("serial")
public final class RpcError extends RuntimeException {

    private final int code;

    RpcError(String method, int code, String message) {
        super(method + ": " + message + " (" + code + ")");
        this.code = code;
    }

    /** The number of the error, from bitcoind's {@code rpc/protocol.h}. */
    public int code() {
        return code;
    }
}
