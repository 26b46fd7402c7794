package org.gridbolt.penalty.justice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;
import static org.gridbolt.penalty.justice.GuardedChannel.number;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.key.SecretCheck;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.VersionTip;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.pricing.Outcome;
import org.junit.jupiter.api.Test;

class RevocationRecordTest {

    private final GuardedChannel channel = new GuardedChannel();

    private static Outcome<Watchtower, TowerFlaw> decoded(Watchtower tower) {
        CanonicalWriter writer = new CanonicalWriter();
        tower.writeTo(writer);
        return CanonicalReader.decode(writer.toBytes(), reader -> Watchtower.readFrom(reader, tower.duty()))
                .fold(Outcome::of, flaw -> {
                    throw new AssertionError(flaw.message());
                });
    }

    private static int sizeOf(Watchtower tower) {
        CanonicalWriter writer = new CanonicalWriter();
        tower.writeTo(writer);
        return writer.toBytes().size();
    }

    @Test
    void everything_below_the_newest_version_is_covered() {
        assertThat(Watchtower.over(channel.duty).covered(CONSUMER)).isEmpty();
        Watchtower tower = channel.towerAt(3);
        assertThat(tower.covered(CONSUMER)).contains(number(3));
        assertThat(tower.covered(PRODUCER)).contains(number(3));
    }

    @Test
    void a_receipt_without_the_secret_below_it_covers_nothing_more() {
        Watchtower tower =
                channel.towerAt(3).receive(channel.receipt(CONSUMER, 4, 4)).orElseThrow();
        assertThat(tower.covered(CONSUMER)).contains(number(3));
    }

    /** Whoever learns a secret early must not turn the tower on the owner's newest version. */
    @Test
    void a_version_is_not_revoked_before_its_owner_has_signed_for_a_newer_one() {
        Watchtower tower = channel.towerAt(3)
                .receive(channel.receipt(PRODUCER, 4, 4))
                .orElseThrow()
                .revoke(CONSUMER, number(3), channel.secret(CONSUMER, 3))
                .orElseThrow();

        assertThat(tower.record().isRevoked(CONSUMER, number(3))).isFalse();
        assertThat(tower.receive(channel.receipt(CONSUMER, 4, 4))
                        .orElseThrow()
                        .record()
                        .isRevoked(CONSUMER, number(3)))
                .isTrue();
    }

    @Test
    void a_secret_of_another_point_changes_nothing() {
        Watchtower tower =
                channel.towerAt(3).receive(channel.receipt(CONSUMER, 4, 4)).orElseThrow();
        assertThat(tower.revoke(CONSUMER, number(3), channel.secret(PRODUCER, 3))
                        .flaw())
                .hasValueSatisfying(flaw -> assertThat(flaw)
                        .isInstanceOfSatisfying(
                                TowerFlaw.WrongSecret.class,
                                wrong -> assertThat(wrong.check()).isInstanceOf(SecretCheck.WrongPoint.class)));
    }

    @Test
    void a_secret_outside_the_range_changes_nothing() {
        Watchtower tower = channel.towerAt(3);
        for (Bytes secret : List.of(Bytes.of(new byte[32]), Bytes.of(new byte[31]), Bytes.ofHex("ff".repeat(32)))) {
            assertThat(tower.revoke(CONSUMER, number(3), secret).flaw())
                    .hasValueSatisfying(flaw -> assertThat(flaw)
                            .isInstanceOfSatisfying(
                                    TowerFlaw.WrongSecret.class,
                                    wrong -> assertThat(wrong.check()).isInstanceOf(SecretCheck.OutOfRange.class)));
        }
    }

    @Test
    void a_secret_of_its_point_but_outside_the_chain_changes_nothing() {
        Watchtower tower = channel.towerAt(0);
        Signed<StateReceipt> strange = withOwnPoint(channel.receipt(PRODUCER, 1, 0), channel.tip(CONSUMER, 70));
        Watchtower told = tower.receive(channel.receipt(PRODUCER, 1, 1))
                .orElseThrow()
                .revoke(PRODUCER, number(0), channel.secret(PRODUCER, 0))
                .orElseThrow();
        assertThat(told.revoke(PRODUCER, number(2), channel.secret(PRODUCER, 2)).flaw())
                .contains(new TowerFlaw.NoPoint(PRODUCER, number(2)));

        Watchtower other = tower.receive(strange)
                .orElseThrow()
                .revoke(PRODUCER, number(0), channel.secret(PRODUCER, 0))
                .orElseThrow();
        assertThat(other.revoke(PRODUCER, number(1), channel.secret(CONSUMER, 70))
                        .flaw())
                .hasValueSatisfying(flaw -> assertThat(flaw)
                        .isInstanceOfSatisfying(
                                TowerFlaw.WrongSecret.class,
                                wrong -> assertThat(wrong.check()).isInstanceOf(SecretCheck.OutsideChain.class)));
    }

    /** The watchtower would never get to know a secret that fits the false point, and guard nobody against the version. */
    @Test
    void what_the_peer_was_given_takes_the_place_of_what_the_owner_told_otherwise() {
        Signed<StateReceipt> genuine = channel.receipt(PRODUCER, 4, 4);
        Signed<StateReceipt> told = withOwnPoint(genuine, channel.tip(PRODUCER, 70));
        Watchtower misled = channel.towerAt(3).receive(told).orElseThrow();
        assertThat(misled.receive(genuine).flaw())
                .contains(new TowerFlaw.Contradiction(told.content(), genuine.content()));

        Watchtower mended = misled.receivePassedOn(genuine).orElseThrow();

        assertThat(mended.holds(genuine)).isTrue();
        assertThat(channel.after(channel.after(mended, 4), 5).covered(PRODUCER)).contains(number(5));
    }

    @Test
    void what_is_passed_on_is_signed_by_its_household_and_no_older_than_what_was_passed_on() {
        Watchtower tower = channel.towerAt(3)
                .receivePassedOn(channel.receipt(PRODUCER, 3, 3))
                .orElseThrow();
        Signed<StateReceipt> genuine = channel.receipt(PRODUCER, 4, 4);

        assertThat(tower.receivePassedOn(Signed.sign(genuine.content(), channel.node(CONSUMER)))
                        .flaw())
                .contains(new TowerFlaw.NotSigned(PRODUCER));
        assertThat(tower.receivePassedOn(channel.receipt(PRODUCER, 2, 2)).flaw())
                .contains(new TowerFlaw.Stale(PRODUCER, number(2), number(3)));
    }

    /** One number that is far ahead would make all that its peer was given look old. */
    @Test
    void what_a_household_tells_of_itself_makes_nothing_old_that_its_peer_passes_on() {
        Signed<StateReceipt> genuine = channel.receipt(PRODUCER, 4, 4);
        VersionTip far =
                new VersionTip(number(1L << 40), channel.tip(PRODUCER, 70).point());
        Watchtower misled = channel.towerAt(3)
                .receive(withOwnPoint(genuine, channel.tip(PRODUCER, 70)))
                .orElseThrow()
                .receive(withOwn(genuine, far))
                .orElseThrow();

        Watchtower mended = misled.receivePassedOn(genuine).orElseThrow();
        mended = channel.after(mended, 4)
                .receive(channel.receipt(CONSUMER, 5, 5))
                .orElseThrow()
                .receivePassedOn(channel.receipt(PRODUCER, 5, 5))
                .orElseThrow()
                .revoke(PRODUCER, number(4), channel.secret(PRODUCER, 4))
                .orElseThrow();

        assertThat(mended.record().isRevoked(PRODUCER, number(4))).isTrue();
        assertThat(mended.covered(PRODUCER)).contains(number(5));
    }

    /** A record full of points that never were has no room for the genuine one. */
    @Test
    void nor_does_it_take_the_room_for_that() {
        Watchtower misled = channel.towerAt(3);
        Signed<StateReceipt> genuine = channel.receipt(PRODUCER, 4, 4);
        for (int i = 0; i < 2 * VersionRecord.OPEN_MAX; i++) {
            VersionTip own =
                    new VersionTip(number(1000 + i), channel.tip(PRODUCER, 70).point());
            VersionTip peer =
                    new VersionTip(number(1000 + i), channel.tip(CONSUMER, 70).point());
            misled = misled.receive(with(genuine, own, peer)).value().orElse(misled);
        }

        Watchtower mended = misled.receivePassedOn(genuine).orElseThrow();

        assertThat(mended.record().versions(PRODUCER).point(number(4)))
                .contains(channel.tip(PRODUCER, 4).point());
        assertThat(mended.record().versions(CONSUMER).point(number(4)))
                .contains(channel.tip(CONSUMER, 4).point());
    }

    private Signed<StateReceipt> withOwnPoint(Signed<StateReceipt> receipt, VersionTip point) {
        return withOwn(receipt, new VersionTip(receipt.content().own().number(), point.point()));
    }

    private Signed<StateReceipt> withOwn(Signed<StateReceipt> receipt, VersionTip own) {
        return with(receipt, own, receipt.content().peer());
    }

    private Signed<StateReceipt> with(Signed<StateReceipt> receipt, VersionTip own, VersionTip peer) {
        StateReceipt content = receipt.content();
        return Signed.sign(
                new StateReceipt(
                        content.channel(),
                        content.side(),
                        own,
                        peer,
                        content.balances(),
                        content.pendingRoot(),
                        content.previous()),
                channel.node(content.side()));
    }

    @Test
    void when_the_households_disagree_about_a_point_no_secret_fits() {
        Watchtower tower = channel.towerAt(3);
        Signed<StateReceipt> lie = withOwnPoint(channel.receipt(CONSUMER, 4, 4), channel.tip(CONSUMER, 99));
        Watchtower told = tower.receive(channel.receipt(PRODUCER, 4, 4))
                .orElseThrow()
                .receive(lie)
                .orElseThrow()
                .revoke(CONSUMER, number(3), channel.secret(CONSUMER, 3))
                .orElseThrow();

        for (long secret : List.of(4L, 99L)) {
            assertThat(told.revoke(CONSUMER, number(4), channel.secret(CONSUMER, secret))
                            .flaw())
                    .hasValueSatisfying(flaw -> assertThat(flaw).isInstanceOf(TowerFlaw.WrongSecret.class));
        }
    }

    @Test
    void the_same_thing_twice_changes_nothing() {
        Watchtower tower = channel.towerAt(3);
        assertThat(tower.receive(channel.receipt(CONSUMER, 3, 3)).orElseThrow()).isSameAs(tower);
        assertThat(tower.revoke(CONSUMER, number(1), channel.secret(CONSUMER, 1))
                        .orElseThrow())
                .isSameAs(tower);
    }

    @Test
    void another_secret_for_a_revoked_version_is_refused() {
        Watchtower tower = channel.towerAt(3);
        assertThat(tower.revoke(CONSUMER, number(1), channel.secret(CONSUMER, 2))
                        .flaw())
                .contains(new TowerFlaw.NoPoint(CONSUMER, number(1)));
    }

    @Test
    void an_older_receipt_is_refused() {
        assertThat(channel.towerAt(3).receive(channel.receipt(CONSUMER, 2, 2)).flaw())
                .contains(new TowerFlaw.Stale(CONSUMER, number(2), number(3)));
    }

    @Test
    void two_receipts_of_one_version_contradict_each_other() {
        Signed<StateReceipt> second = withOwnPoint(channel.receipt(CONSUMER, 3, 3), channel.tip(CONSUMER, 8));
        assertThat(channel.towerAt(3).receive(second).flaw())
                .hasValueSatisfying(flaw -> assertThat(flaw).isInstanceOf(TowerFlaw.Contradiction.class));
    }

    @Test
    void a_receipt_that_forgets_a_version_of_the_peer_contradicts_the_one_before() {
        StateReceipt next = channel.receipt(CONSUMER, 4, 2).content();
        Signed<StateReceipt> forgetful = Signed.sign(
                new StateReceipt(
                        next.channel(),
                        CONSUMER,
                        next.own(),
                        next.peer(),
                        next.balances(),
                        next.pendingRoot(),
                        channel.receipt(CONSUMER, 3, 3).hash()),
                channel.node(CONSUMER));
        assertThat(channel.towerAt(3).receive(forgetful).flaw())
                .hasValueSatisfying(flaw -> assertThat(flaw).isInstanceOf(TowerFlaw.Contradiction.class));
    }

    @Test
    void a_receipt_of_another_channel_or_by_another_key_is_refused() {
        Watchtower tower = Watchtower.over(channel.duty);
        StateReceipt mine = channel.receipt(CONSUMER, 0, 0).content();
        assertThat(tower.receive(Signed.sign(mine, channel.node(PRODUCER))).flaw())
                .contains(new TowerFlaw.NotSigned(CONSUMER));
        StateReceipt other = new StateReceipt(
                ChannelRef.of(channel.duty.terms(), new Outpoint(Sha256Hash.ZERO_HASH, 0)),
                CONSUMER,
                mine.own(),
                mine.peer(),
                mine.balances(),
                mine.pendingRoot(),
                mine.previous());
        assertThat(tower.receive(Signed.sign(other, channel.node(CONSUMER))).flaw())
                .contains(new TowerFlaw.OtherChannel());
    }

    @Test
    void versions_without_secrets_are_bounded() {
        Watchtower tower = Watchtower.over(channel.duty);
        StateReceipt last = channel.receipt(CONSUMER, 0, 0).content();
        for (int version = 0; version < VersionRecord.OPEN_MAX; version++) {
            StateReceipt next = new StateReceipt(
                    last.channel(),
                    CONSUMER,
                    channel.tip(CONSUMER, version),
                    last.peer(),
                    last.balances(),
                    last.pendingRoot(),
                    version == 0 ? last.previous() : last.hash());
            tower = tower.receive(Signed.sign(next, channel.node(CONSUMER))).orElseThrow();
            last = next;
        }
        StateReceipt more = new StateReceipt(
                last.channel(),
                CONSUMER,
                channel.tip(CONSUMER, VersionRecord.OPEN_MAX),
                last.peer(),
                last.balances(),
                last.pendingRoot(),
                last.hash());
        assertThat(tower.receive(Signed.sign(more, channel.node(CONSUMER))).flaw())
                .contains(new TowerFlaw.TooFarAhead(CONSUMER, number(0)));
    }

    @Test
    void the_record_does_not_grow_with_the_versions() {
        Watchtower tower = Watchtower.over(channel.duty);
        for (long version = 0; version <= 300; version++) {
            tower = told(tower, version);
        }
        // Nine secrets a side cover 300 versions; with the two receipts that is all there is.
        assertThat(sizeOf(tower)).isLessThan(2_000);
        assertThat(tower.covered(CONSUMER)).contains(number(300));
    }

    /** As {@link GuardedChannel#after}, without the chain of hashes, which would be built anew for each. */
    private Watchtower told(Watchtower tower, long version) {
        Watchtower next = tower;
        for (var side : List.of(CONSUMER, PRODUCER)) {
            Sha256Hash previous = tower.record().receipt(side).map(Signed::hash).orElse(Sha256Hash.ZERO_HASH);
            StateReceipt content = new StateReceipt(
                    channel.duty.channel(),
                    side,
                    channel.tip(side, version),
                    channel.tip(side.peer(), version),
                    GuardedChannel.CONTRIBUTIONS,
                    Sha256Hash.ZERO_HASH,
                    previous);
            next = next.receive(Signed.sign(content, channel.node(side))).orElseThrow();
            if (version > 0) {
                next = next.revoke(side, number(version - 1), channel.secret(side, version - 1))
                        .orElseThrow();
            }
        }
        return next;
    }

    @Property(tries = 20)
    void a_stored_tower_reads_back_as_itself(@ForAll @IntRange(max = 6) int versions, @ForAll boolean seen) {
        Watchtower tower = channel.towerAt(versions);
        if (seen) {
            var cheat = channel.published(channel.version(PRODUCER, 0, GuardedChannel.CONTRIBUTIONS, List.of()));
            tower = tower.spent(cheat, new BlockHeight(150), List.of())
                    .outputSpent(cheat.outpoint(0), new BlockHeight(151));
        }
        assertThat(decoded(tower).orElseThrow()).isEqualTo(tower);
    }
}
