package org.gridbolt.channel.utility;

import org.gridbolt.channel.message.AbsenceReported;
import org.gridbolt.channel.message.ChannelRequested;
import org.gridbolt.channel.message.ForfeitSigned;
import org.gridbolt.channel.message.HouseholdMessage;
import org.gridbolt.channel.message.MeterReported;
import org.gridbolt.channel.message.OpeningReported;
import org.gridbolt.channel.message.PenaltyRefused;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.PointReported;
import org.gridbolt.channel.message.ProtocolFault;
import org.gridbolt.channel.message.SilenceReported;
import org.gridbolt.channel.message.StateReported;
import org.gridbolt.channel.message.UnitAccepted;
import org.gridbolt.channel.message.VersionWanted;
import org.gridbolt.channel.message.WaiverGiven;
import org.gridbolt.multisig.Party;

/**
 * Brings a message to a state together with who sent it: both households say the same kinds of things to the utility.
 *
 * @param state who hears it
 * @param from who says it
 */
record Ear(UtilityState state, Party from) implements HouseholdMessage.Handler<UtilityTransition> {

    @Override
    public UtilityTransition unexpected(HouseholdMessage message) {
        return state.unexpected(from, message.kind());
    }

    @Override
    public UtilityTransition onChannelRequested(ChannelRequested message) {
        return state.requested(from, message);
    }

    @Override
    public UtilityTransition onOpeningReported(OpeningReported message) {
        return state.opened(from, message);
    }

    @Override
    public UtilityTransition onStateReported(StateReported message) {
        return state.reported(from, message);
    }

    @Override
    public UtilityTransition onUnitAccepted(UnitAccepted message) {
        return state.accepted(from, message);
    }

    @Override
    public UtilityTransition onMeterReported(MeterReported message) {
        return state.measured(from, message);
    }

    @Override
    public UtilityTransition onSilenceReported(SilenceReported message) {
        return state.silent(from, message);
    }

    @Override
    public UtilityTransition onAbsenceReported(AbsenceReported message) {
        return state.missed(from, message);
    }

    @Override
    public UtilityTransition onPenaltySigned(PenaltySigned message) {
        return state.signed(from, message);
    }

    @Override
    public UtilityTransition onVersionWanted(VersionWanted message) {
        return state.wanted(from);
    }

    @Override
    public UtilityTransition onPointReported(PointReported message) {
        return state.told(message);
    }

    @Override
    public UtilityTransition onForfeitSigned(ForfeitSigned message) {
        return state.forfeited(from, message);
    }

    @Override
    public UtilityTransition onPenaltyRefused(PenaltyRefused message) {
        return state.declined(from, message);
    }

    @Override
    public UtilityTransition onWaiverGiven(WaiverGiven message) {
        return state.waived(from, message);
    }

    @Override
    public UtilityTransition onProtocolFault(ProtocolFault message) {
        return state.complained(message);
    }
}
