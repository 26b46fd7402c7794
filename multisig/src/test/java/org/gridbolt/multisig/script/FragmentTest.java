package org.gridbolt.multisig.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FragmentTest {

    private static final PublicKey KEY =
            PublicKey.ofHex("0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798");
    private static final PublicKey OTHER =
            PublicKey.ofHex("02c6047f9441ed7d6d3045406e95c07cd85c778e4b8cef3ca7abac09b95c709ee5");
    private static final Sha256Hash HASH = Sha256Hash.of(new byte[32]);

    @Test
    void a_verified_multi_ends_in_its_verify_form() {
        Fragment fragment =
                new Fragment.AndV(new Fragment.Multi(1, List.of(KEY, OTHER)), new Fragment.Older(new BlockCount(16)));
        assertThat(fragment.text()).isEqualTo("and_v(v:multi(1," + KEY + "," + OTHER + "),older(16))");
        assertThat(fragment.script()).isEqualTo(Bytes.ofHex("5121" + KEY + "21" + OTHER + "52af60b2"));
    }

    @Test
    void a_verified_choice_is_followed_by_a_verify() {
        Fragment fragment = new Fragment.AndV(
                new Fragment.OrI(new Fragment.Pk(KEY), new Fragment.Sha256(HASH)),
                new Fragment.After(new BlockHeight(17)));
        assertThat(fragment.script())
                .isEqualTo(Bytes.ofHex("6321" + KEY + "ac6782012088a820" + HASH + "87" + "6869" + "0111b1"));
        assertThat(fragment.text()).isEqualTo("and_v(v:or_i(pk(" + KEY + "),sha256(" + HASH + ")),after(17))");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65536, 65538})
    void an_age_that_bip_68_cannot_hold_is_refused(int blocks) {
        assertThatThrownBy(() -> new Fragment.Older(new BlockCount(blocks)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_height_of_zero_is_no_lock() {
        assertThatThrownBy(() -> new Fragment.After(new BlockHeight(0))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void a_threshold_lies_between_one_and_all(int threshold) {
        assertThatThrownBy(() -> new Fragment.Multi(threshold, List.of(KEY, OTHER)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_path_has_a_name() {
        assertThatThrownBy(() -> SpendPaths.of(new Fragment.Pk(KEY), Branch.OWNER, Branch.JUSTICE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_witness_is_whole_or_not_there() {
        Fragment fragment = new Fragment.AndV(
                new Fragment.Pk(KEY),
                new Fragment.AndV(new Fragment.Sha256(HASH), new Fragment.Multi(1, List.of(KEY, OTHER))));
        SpendPath path = SpendPaths.of(fragment, Branch.DELIVERED).get(0);
        assertThat(path.witness(Satisfaction.of(Map.of()))).isEmpty();
        assertThat(path.witness(new Satisfaction(Map.of(), Map.of(HASH, Bytes.of(new byte[32])))))
                .isEqualTo(Optional.empty());
        assertThat(path.largestWitness()).extracting(Bytes::size).containsExactly(0, 72, 32, 72);
        assertThat(path.age()).isEqualTo(BlockCount.ZERO);
        assertThat(path.height()).isEmpty();
    }

    @Test
    void a_script_without_a_branch_says_so() {
        KeyHashScript script = new KeyHashScript(KEY);
        assertThat(script.hasPath(Branch.OWNER)).isTrue();
        assertThat(script.hasPath(Branch.JUSTICE)).isFalse();
        assertThatThrownBy(() -> script.path(Branch.JUSTICE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_pair_has_a_branch_in_either_order_and_nobody_is_a_pair() {
        assertThat(WalletScript.branchOf(Party.UTILITY, Party.CONSUMER)).isEqualTo(Branch.CONSUMER_AND_UTILITY);
        assertThat(WalletScript.branchOf(Party.PRODUCER, Party.UTILITY)).isEqualTo(Branch.PRODUCER_AND_UTILITY);
        assertThat(WalletScript.branchOf(Party.PRODUCER, Party.CONSUMER)).isEqualTo(Branch.CONSUMER_AND_PRODUCER);
        assertThatThrownBy(() -> WalletScript.branchOf(Party.UTILITY, Party.UTILITY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_the_note_of_a_ruling_is_read_as_one() {
        OpReturnScript note = new OpReturnScript(HASH);
        assertThat(OpReturnScript.parse(note.scriptPubKey())).contains(note);
        assertThat(OpReturnScript.parse(note.scriptPubKey().slice(0, 37))).isEmpty();
        assertThat(OpReturnScript.parse(Bytes.of(new byte[38]))).isEmpty();
    }
}
