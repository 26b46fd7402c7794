/**
 * What tests of every module share: a bitcoind on regtest. Knows JSON and hexadecimal, and must not know the types it
 * helps to test.
 */
package org.gridbolt.testing;
