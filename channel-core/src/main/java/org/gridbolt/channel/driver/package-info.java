/**
 * What turns the pure machine into a running channel: step, save, perform, always in this order, and the ports to the world. Knows
 * states and actions; knows no protocol rule.
 */
@CheckReturnValue
package org.gridbolt.channel.driver;

import com.google.errorprone.annotations.CheckReturnValue;
