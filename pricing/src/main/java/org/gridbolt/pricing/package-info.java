/** Energy, slots, prices and what a unit of energy costs in whole coins. Knows no key, no script and no chain. */
@CheckReturnValue
package org.gridbolt.pricing;

import com.google.errorprone.annotations.CheckReturnValue;
