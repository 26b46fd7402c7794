/**
 * A deterministic simulation of a consumer, a producer and a utility, their disks, the network between them and the chain, all
 * under one seed: processes end between any two instructions, letters are late or lost, the past of the chain is rewritten,
 * and each party is honest, silent or an adversary. Knows everything, holds everybody's secrets, and checks after every
 * event what must never happen.
 */
@CheckReturnValue
@NullMarked
package org.gridbolt.channel.torture;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
