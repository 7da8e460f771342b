// The list repeated to a wanted length, for the app as its dataset and for the peers as rows; equal rows, distinct ids and names.

/** `dataset` with each indicator `times` over. */
export function repeated(dataset, times) {
  const again = (indicator, round) => (round === 0 ? indicator : { ...indicator, id: `${indicator.id}-${round}`, name: `${indicator.name}（${round}）` });
  const indicators = Array.from({ length: times }, (_, round) => dataset.indicators.map((indicator) => again(indicator, round))).flat();
  return { ...dataset, counts: { ...dataset.counts, indicators: indicators.length }, indicators };
}

/** What a table shows of a dataset: flat rows of text. */
export function rowsOf(dataset) {
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
