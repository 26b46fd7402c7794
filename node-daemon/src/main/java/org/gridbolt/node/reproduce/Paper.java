package org.gridbolt.node.reproduce;

import java.util.Locale;

/** The papers whose figures are reproduced, named as the command names them: by their first author. */
public enum Paper {
    /** A price that is quadratic in demand, and appliances that answer it. */
    THARUN(
            "Tharun and Parvez 2021",
            "A price from demand, and appliances that answer it",
            "P. Tharun, R. Shahrukh Parvez: Smart Grid Local Energy Trading Based Crypto Token Using Blockchain. International"
                    + " Journal of Advanced Trends in Computer Science and Engineering 10(3), 2021"),
    /** Neighbours first, then the grid. */
    KHALID(
            "Khalid et al.",
            "Neighbours first, then the grid",
            "R. Khalid, N. Javaid, S. Javaid, M. Imran, N. Naseer: A blockchain-based decentralized energy management in a P2P"
                    + " trading system"),
    /** A microgrid of homes with batteries. */
    BOUMAIZA(
            "Boumaiza and Sanfilippo",
            "A microgrid with and without trade among its homes",
            "A. Boumaiza, A. Sanfilippo: Peer to Peer Solar Energy Trading Demonstrator Blockchain-enabled"),
    /** An hourly auction, a forecast, and appliances that can wait. */
    CASQUICO(
            "Casquiço 2022",
            "An hourly auction, a forecast, and appliances that can wait",
            "M. C. F. Casquiço: Blockchain and Internet of Things for Electrical Energy Decentralization: A Review and System"
                    + " Architecture. Master's thesis, ISCTE, Lisbon 2022"),
    /** Agreements, reputation and rewards. */
    AWAIS(
            "Awais et al.",
            "Agreements, reputation and rewards",
            "M. Awais, Q. Abbas, S. Tariq, S. H. Warraich: Blockchain based Secure Energy Marketplace Scheme to Motivate P2P"
                    + " Microgrids");

    private final String shortName;
    private final String subject;
    private final String citation;

    Paper(String shortName, String subject, String citation) {
        this.shortName = shortName;
        this.subject = subject;
        this.citation = citation;
    }

    /** What the command line calls it, such as {@code tharun}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its authors, and its year where it says one. */
    public String shortName() {
        return shortName;
    }

    /** What of it is run again. */
    public String subject() {
        return subject;
    }

    /** Authors and title. */
    public String citation() {
        return citation;
    }
}
