package org.gridbolt.multisig.tx;

import java.util.List;
import java.util.Map;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.Secp256k1;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.script.Satisfaction;

/**
 * A spend of the wallet by a pair of the three.
 *
 * @param wallet what it spends
 * @param first one of the pair
 * @param second the other
 * @param unsigned the transaction
 * @param digest what both sign
 */
record WalletTx(FundedWallet wallet, Party first, Party second, Transaction unsigned, Sha256Hash digest) {

    static WalletTx of(FundedWallet wallet, Party first, Party second, Transaction unsigned) {
        return new WalletTx(wallet, first, second, unsigned, wallet.digest(unsigned));
    }

    Signature sign(PrivateKey walletKey) {
        return Secp256k1.active().sign(digest, walletKey);
    }

    boolean verify(Signature signature, Party signer) {
        return Secp256k1.active().verify(digest, signature, key(signer));
    }

    /** Anybody else's key on this transaction would belong to another branch of the wallet. */
    private PublicKey key(Party signer) {
        if (signer != first && signer != second) {
            throw new IllegalArgumentException(signer + " does not sign with " + first + " and " + second);
        }
        return wallet.scripts().wallet().key(signer, signer == first ? second : first);
    }

    Transaction signed(Signature byFirst, Signature bySecond) {
        Satisfaction signatures = Satisfaction.of(Map.of(key(first), byFirst, key(second), bySecond));
        return new SpendPlan(List.of(wallet.spend(first, second)), unsigned).signed(List.of(signatures));
    }
}
