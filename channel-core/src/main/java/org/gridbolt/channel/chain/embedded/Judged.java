package org.gridbolt.channel.chain.embedded;

/** What a first look at a transaction ends in. */
sealed interface Judged permits Candidate, Rejection {}
