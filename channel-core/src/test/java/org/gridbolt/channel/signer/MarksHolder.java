package org.gridbolt.channel.signer;

import java.io.IOException;
import java.nio.file.Path;

/** Another process: opens the records in a directory, says whether it could, and holds them until it is ended. */
final class MarksHolder {

    private MarksHolder() {}

    public static void main(String[] arguments) throws IOException {
        try {
            FileMarks marks = FileMarks.open(Path.of(arguments[0]));
            System.out.println("open");
            int unused = System.in.read();
            marks.close();
        } catch (MarksInUse refused) {
            System.out.println(refused.getClass().getSimpleName());
        }
    }
}
