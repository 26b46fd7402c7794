/** A neighbourhood for tests: a consumer, a producer and a utility over in-process queues and an embedded chain. */
package org.gridbolt.channel.testing;
