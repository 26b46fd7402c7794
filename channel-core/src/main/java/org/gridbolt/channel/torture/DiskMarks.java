package org.gridbolt.channel.torture;

import java.util.Optional;
import org.gridbolt.channel.signer.SignerMarks;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.KeyId;

/** A signer's records on a simulated disk. */
record DiskMarks(Disk disk) implements SignerMarks {

    @Override
    public Optional<Bytes> load(KeyId keyId) {
        return disk.read(keyId.value().toHex());
    }

    @Override
    public void save(KeyId keyId, Bytes mark) {
        disk.write(keyId.value().toHex(), mark);
        disk.sync();
    }
}
