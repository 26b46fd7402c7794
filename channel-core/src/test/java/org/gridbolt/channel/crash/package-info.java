/** Processes that end at each of their boundaries in turn. */
package org.gridbolt.channel.crash;
