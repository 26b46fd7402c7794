/** Fuzzing: bytes from outside are mutated seeds, and what reads them has nothing but a value or a typed refusal to give. */
@org.jspecify.annotations.NullMarked
package org.gridbolt.testing.fuzz;
