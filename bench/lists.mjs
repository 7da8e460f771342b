// Longer lists for the benchmark, as a dataset for the app and as rows for the other libraries.

/** Repeats the indicators of `dataset`; the copies have distinct ids and names. */
export function repeatDataset(dataset, times) {
  const copy = (indicator, round) => (round === 0 ? indicator : { ...indicator, id: `${indicator.id}-${round}`, name: `${indicator.name}（${round}）` });
  const indicators = Array.from({ length: times }, (_, round) => dataset.indicators.map((indicator) => copy(indicator, round))).flat();
  return { ...dataset, counts: { ...dataset.counts, indicators: indicators.length }, indicators };
}

/** The dataset as flat rows of text. */
export function toRows(dataset) {
  const plans = new Map(dataset.plans.map((plan) => [plan.id, plan]));
  const goals = new Map(dataset.goals.map((goal) => [goal.id, goal]));
  return dataset.indicators.map((indicator) => {
    const plan = plans.get(indicator.plan);
    return {
      id: indicator.id,
      name: indicator.group ? `${indicator.group} ${indicator.name}` : indicator.name,
      plan: plan.name,
      goal: goals.get(plan.goal).name,
      kind: indicator.kind,
      current: indicator.current.lines.join(" "),
      target: indicator.target.lines.join(" "),
      due: indicator.target.as_of?.printed ?? dataset.default_target.printed,
    };
  });
}
