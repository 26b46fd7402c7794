/**
 * The scenarios of the protocol's description, each in a class that carries its number: those that touch the chain run on a real
 * bitcoind, which alone judges what can confirm.
 */
package org.gridbolt.channel.scenario;
