"""Asks Optuna for the values of the next trial of `ganspec sweep --sampler optuna`.

Reads {"space", "seed", "direction", "trials"} from standard input and prints the values by their places. The study is made
anew from all trials so far, so that nothing but the sweep's own record has to be kept.
"""

import json
import sys

import optuna
from optuna.distributions import CategoricalDistribution, FloatDistribution, IntDistribution
from optuna.trial import TrialState, create_trial

STATES = {
    "completed": TrialState.COMPLETE,
    "diverged": TrialState.PRUNED,
    "pruned": TrialState.PRUNED,
    "invalid": TrialState.FAIL,
}


def distribution(values):
    """A list of values by their indices, since they may be of any form; or a range of numbers."""
    if isinstance(values, list):
        return CategoricalDistribution(range(len(values)))
    is_log = values.get("scale") == "log"
    kind = IntDistribution if values.get("whole") else FloatDistribution
    return kind(values["min"], values["max"], log=is_log)


def main():
    plan = json.load(sys.stdin)
    space = plan["space"]
    distributions = {place: distribution(values) for place, values in space.items()}
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    sampler = optuna.samplers.TPESampler(seed=(plan["seed"] + len(plan["trials"])) % 2**32)
    study = optuna.create_study(direction=plan["direction"], sampler=sampler)
    for trial in plan["trials"]:
        params = {
            place: values.index(trial["settings"][place]) if isinstance(values, list) else trial["settings"][place]
            for place, values in space.items()
        }
        study.add_trial(
            create_trial(
                state=STATES[trial["outcome"]],
                value=trial.get("value"),
                params=params,
                distributions=distributions,
            )
        )
    asked = study.ask(distributions).params
    print(
        json.dumps(
            {
                place: values[asked[place]] if isinstance(values, list) else asked[place]
                for place, values in space.items()
            }
        )
    )


main()
