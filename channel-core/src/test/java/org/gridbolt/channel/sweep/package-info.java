/** Every state of a channel published by everybody who can, on a real chain: does an honest party ever lose a coin? */
package org.gridbolt.channel.sweep;
