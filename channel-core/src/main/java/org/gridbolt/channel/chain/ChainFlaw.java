package org.gridbolt.channel.chain;

import java.util.Locale;
import org.bitcoinj.base.BitcoinNetwork;

/** Why a chain cannot be used. Each says in one line what is wrong, where, and what to do. */
public sealed interface ChainFlaw {

    /** One line for a person: what, where, what to do. */
    String line();

    /**
     * Nobody answers.
     *
     * @param where the address, without credentials
     * @param cause in the words of the network
     */
    record Unreachable(String where, String cause) implements ChainFlaw {
        @Override
        public String line() {
            return "bitcoind does not answer at " + where + " (" + cause
                    + "): start it with -server, or correct the address";
        }
    }

    /**
     * The address is no address.
     *
     * @param said the address, without credentials
     * @param cause what is wrong with it
     */
    record BadAddress(String said, String cause) implements ChainFlaw {
        @Override
        public String line() {
            return said + " is no address of a bitcoind (" + cause
                    + "): write http://user:password@host:port, or http://host:port to use the cookie";
        }
    }

    /**
     * The node does not let us in.
     *
     * @param where the address, without credentials
     * @param tried which credentials
     */
    record WrongCredentials(String where, String tried) implements ChainFlaw {
        @Override
        public String line() {
            return "bitcoind at " + where + " refuses " + tried
                    + ": put user:password into the address, or start where its .cookie can be read";
        }
    }

    /**
     * The node follows another chain.
     *
     * @param where the address, without credentials
     * @param wanted the network of the channel
     * @param found the node's, in its own words
     */
    record OtherNetwork(String where, BitcoinNetwork wanted, String found) implements ChainFlaw {
        @Override
        public String line() {
            return "bitcoind at " + where + " is on " + found + ", not on "
                    + wanted.name().toLowerCase(Locale.ROOT) + ": choose another node, or the other network";
        }
    }

    /**
     * The node is from before version 3 transactions and pay-to-anchor were relayed.
     *
     * @param where the address, without credentials
     * @param found its version
     */
    record TooOld(String where, String found) implements ChainFlaw {
        @Override
        public String line() {
            return "bitcoind at " + where + " is " + found
                    + ", too old for zero-fee packages: use Bitcoin Core 29 or newer, or Knots 29 with -corepolicy=1";
        }
    }

    /**
     * The node does not yet know the chain.
     *
     * @param where the address, without credentials
     * @param progress how far it is
     */
    record StillSyncing(String where, String progress) implements ChainFlaw {
        @Override
        public String line() {
            return "bitcoind at " + where + " is still catching up (" + progress + "): wait until it is done";
        }
    }

    /**
     * The node does not relay the packages that a channel must be able to publish.
     *
     * @param where the address, without credentials
     * @param refused what it does not relay, with its reason
     */
    record PolicyRefuses(String where, String refused) implements ChainFlaw {
        @Override
        public String line() {
            return "bitcoind at " + where + " would not relay our packages (" + refused
                    + "): start Knots with -corepolicy=1, Core without changes of its relay policy";
        }
    }

    /**
     * The node has thrown away blocks that must be read.
     *
     * @param where the address, without credentials
     * @param block the one
     */
    record BlockMissing(String where, String block) implements ChainFlaw {
        @Override
        public String line() {
            return "bitcoind at " + where + " no longer has block " + block
                    + ": use a node that is not pruned that far";
        }
    }

    /**
     * The node answers what it should not.
     *
     * @param where the address, without credentials
     * @param method what was asked
     * @param answer what came
     */
    record Unexpected(String where, String method, String answer) implements ChainFlaw {
        @Override
        public String line() {
            return "bitcoind at " + where + " answers " + method + " with: " + answer
                    + ": is it a bitcoind of version 29 or newer?";
        }
    }

    /**
     * A bitcoind of our own does not start.
     *
     * @param program the program
     * @param cause its last words
     */
    record DoesNotStart(String program, String cause) implements ChainFlaw {
        @Override
        public String line() {
            return program + " does not start (" + cause + "): set BITCOIND to one that does";
        }
    }

    /**
     * A regtest chain on which nothing more can be mined or paid out.
     *
     * @param where the address, without credentials
     * @param cause why
     */
    record NoCoins(String where, String cause) implements ChainFlaw {
        @Override
        public String line() {
            return "no coins to hand out on the regtest chain at " + where + " (" + cause
                    + "): start bitcoind in a fresh folder";
        }
    }
}
