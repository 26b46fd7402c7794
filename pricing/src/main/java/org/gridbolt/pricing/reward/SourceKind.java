package org.gridbolt.pricing.reward;

/** A kind of renewable source. */
public enum SourceKind {
    /** Photovoltaic plants. */
    SUN,
    /** Wind turbines. */
    WIND,
    /** Hydroelectric plants. */
    WATER,
    /** Plants that burn what grew. */
    BIOMASS,
    /** Plants that use the heat of the earth. */
    GEOTHERMAL
}
