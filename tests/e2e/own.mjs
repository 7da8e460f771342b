// Own figures as a reader's browser holds them, for scenarios that begin with some.
import { readFileSync } from "node:fs";

const DATASET = JSON.parse(readFileSync(new URL("../../public/data/indicators.json", import.meta.url))).id;

/** The name under which the app keeps own figures. */
export const KEY = "ward-indicators/own-figures";

/** A figure for the one measure of an indicator. */
export function figure(indicator, amount, unit, more = {}) {
  return { indicator, measure: "main", amount, unit, date: "2023-03-31", basis: "assumed", edited: 1, ...more };
}

/** A scenario as it is stored. */
export function scenario(id, name, mark, figures, description = "") {
  return { id, name, mark, figures, description, deleted: false, edited: 1, removed: [] };
}

/** Scenarios as the text the app keeps, the first of them active. */
export function stored(scenarios) {
  const workspace = {
    active: { at: 0, id: scenarios[0].id },
    history: { done: [], undone: [] },
    order: { at: 1, ids: scenarios.map(({ id }) => id) },
    scenarios,
  };
  return JSON.stringify({ app: "0.1.0", format: KEY, saved_at: 1, version: 1, workspaces: { [DATASET]: workspace } });
}

/** Puts scenarios into the browser's storage and loads the page anew. */
export async function seed(session, scenarios) {
  await session.run((key, text) => localStorage.setItem(key, text), KEY, stored(scenarios));
  await session.reload();
}

/** Loads the page anew without a last word of its to the storage, as when the browser is killed or the battery is empty. */
export async function pullPlug(session) {
  await session.run(() => {
    Storage.prototype.setItem = () => {};
    Storage.prototype.removeItem = () => {};
  });
  await session.reload();
}

/** The names under which texts left in the middle are kept. */
export function halfTyped(session) {
  return session.run(() => Object.keys(localStorage).filter((key) => key.includes("half-typed")));
}
