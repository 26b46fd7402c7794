package org.gridbolt.pricing.profile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.gridbolt.pricing.Outcome;

/** Strict UTF-8: a byte that does not belong is named, never replaced. */
final class Utf8 {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Utf8() {}

    /** The text without its byte order mark, or the place of the first byte that is not UTF-8. */
    static Outcome<String, ProfileFlaw> decode(String file, byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer text = CharBuffer.allocate(content.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(bytes, text, true);
        return result.isError()
                ? Outcome.flawed(notUtf8(file, content, bytes.position()))
                : Outcome.of(withoutMark(text.flip().toString()));
    }

    private static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static FileFlaw notUtf8(String file, byte[] content, int offset) {
        int row = 1;
        for (int i = 0; i < offset; i++) {
            if (content[i] == '\n') {
                row++;
            }
        }
        return new FileFlaw.NotUtf8(file, row, offset, Byte.toUnsignedInt(content[offset]));
    }
}
