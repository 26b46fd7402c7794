package org.gridbolt.pricing.demand.level;

import java.util.ArrayList;
import java.util.List;
import org.gridbolt.pricing.demand.Appliance;
import org.gridbolt.pricing.demand.DemandPlan;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** The same problem as a quadratic program for a general solver: least sum of squares of the demand, in floating point. */
final class QuadraticProgram {

    private final DemandPlan plan;
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final List<Variable> demand = new ArrayList<>();

    private QuadraticProgram(DemandPlan plan) {
        this.plan = plan;
        Expression cost = model.newExpression("cost").weight(1);
        List<Expression> balances = new ArrayList<>();
        for (int slot = 0; slot < plan.day().slots(); slot++) {
            Variable total = model.newVariable("demand " + slot).lower(0);
            demand.add(total);
            cost.set(total, total, 1.0);
            balances.add(model.newExpression("balance " + slot)
                    .set(total, 1)
                    .level(plan.baseLoad().get(slot).value()));
        }
        for (Appliance appliance : plan.appliances()) {
            add(appliance, balances);
        }
    }

    private void add(Appliance appliance, List<Expression> balances) {
        int number = model.countVariables();
        Expression energy =
                model.newExpression("energy " + number).level(appliance.energy().value());
        for (int place = 0; place < appliance.window().length(plan.day()); place++) {
            Variable taken = model.newVariable("taken " + number + " " + place)
                    .lower(0)
                    .upper(appliance.cap().min(appliance.energy()).value());
            energy.set(taken, 1);
            balances.get(appliance.window().slot(place, plan.day())).set(taken, -1);
        }
    }

    /** The demand of each slot in watt-hours; an {@link IllegalStateException} when the solver gives up. */
    static double[] demand(DemandPlan plan) {
        QuadraticProgram program = new QuadraticProgram(plan);
        Optimisation.Result result = program.model.minimise();
        if (!result.getState().isFeasible()) {
            throw new IllegalStateException("the solver ended " + result.getState());
        }
        return program.demand.stream()
                .mapToDouble(total -> result.doubleValue(program.model.indexOf(total)))
                .toArray();
    }
}
