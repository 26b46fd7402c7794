package org.gridbolt.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the shared bitcoind, or skips them, or, where one is required, lets them run and fail. */
final class BitcoindExtension implements ExecutionCondition, ParameterResolver {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Bitcoind.isRequired() || Bitcoind.isAvailable()) {
            return ConditionEvaluationResult.enabled("there is a bitcoind, or there must be one");
        }
        System.err.println("SKIPPED, FOR WANT OF A BITCOIND: " + context.getDisplayName() + " in "
                + context.getRequiredTestClass().getSimpleName());
        return ConditionEvaluationResult.disabled("no bitcoind: set BITCOIND or run scripts/get-bitcoind");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Bitcoind.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Bitcoind.shared();
    }
}
