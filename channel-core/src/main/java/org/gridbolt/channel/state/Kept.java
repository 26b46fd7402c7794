package org.gridbolt.channel.state;

/**
 * A value that the journal holds, with its place there, so that stored state names it by number.
 *
 * @param place the entry of the journal, from 0
 * @param value the value
 * @param <T> its type
 */
public record Kept<T>(int place, T value) {}
