package org.gridbolt.node.reproduce;

/**
 * One figure of a paper beside ours.
 *
 * @param figure what it measures, with its unit
 * @param place where the paper has it, such as {@code section 6}
 * @param printed what the paper prints
 * @param ours what we get
 * @param verdict how the two stand to each other
 * @param why why they agree, or cannot
 */
public record Finding(String figure, String place, String printed, String ours, Verdict verdict, String why) {}
