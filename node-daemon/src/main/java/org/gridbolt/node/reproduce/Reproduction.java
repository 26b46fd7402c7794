package org.gridbolt.node.reproduce;

import java.util.List;
import org.gridbolt.node.page.Picture;

/**
 * A paper's evaluation, run again.
 *
 * @param paper the paper
 * @param setting what was run, in a sentence or two: sizes, readings, seeds
 * @param findings its figures beside ours, in the paper's order
 * @param pictures what they look like
 */
public record Reproduction(Paper paper, String setting, List<Finding> findings, List<Picture> pictures) {

    public Reproduction {
        findings = List.copyOf(findings);
        pictures = List.copyOf(pictures);
    }
}
