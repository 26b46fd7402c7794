package org.gridbolt.pricing.market;

import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.WattHours;

/**
 * The grid's part in a slot.
 *
 * @param sold what participants took from it
 * @param bought what participants fed into it
 * @param pays the whole coins it pays; negative when it is paid
 */
public record GridAccount(WattHours sold, WattHours bought, Coin pays) {}
