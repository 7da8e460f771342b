// Own figures in the browser's storage: written by tests that start with some, and read to check what was saved.
import { LIST } from "./list.mjs";

/** The storage key of own figures. */
export const KEY = "ward-indicators/own-figures";

/** A figure for the only measure of an indicator. */
export function figure(indicator, amount, unit, more = {}) {
  return { indicator, measure: "main", amount, unit, date: "2023-03-31", basis: "assumed", edited: 1, ...more };
}

/** A scenario as it is stored. */
export function scenario(id, name, mark, figures, description = "") {
  return { id, name, mark, figures, description, deleted: false, edited: 1, removed: [] };
}

/** The stored text of these scenarios; the first one is active. */
export function storageText(scenarios) {
  const workspace = {
    active: { at: 0, id: scenarios[0].id },
    history: { done: [], undone: [] },
    order: { at: 1, ids: scenarios.map(({ id }) => id) },
    scenarios,
  };
  return JSON.stringify({ app: "0.1.0", format: KEY, saved_at: 1, version: 1, workspaces: { [LIST.id]: workspace } });
}

/** Replaces the stored text, without the app noticing, and reloads. */
export async function replaceStored(session, text) {
  await session.run((key, text) => localStorage.setItem(key, text), KEY, text);
  await session.reload();
}

/** Reloads as after a crash: the page cannot save anything any more before it goes. */
export async function crashAndReload(session) {
  await session.run(() => {
    Storage.prototype.setItem = () => {};
    Storage.prototype.removeItem = () => {};
  });
  await session.reload();
}

/** The stored text of own figures, or null. */
export const storedText = (session) => session.run((key) => localStorage.getItem(key), KEY);
/** All of local storage as one text, to compare. */
export const storageSnapshot = (session) => session.run(() => JSON.stringify(localStorage));
/** Whether any key of the storage holds exactly this text. */
export const storageHolds = (session, text) => session.run((text) => Object.values(localStorage).includes(text), text);
/** The storage keys of drafts: fields that were left before they were submitted. */
export const draftKeys = (session) => session.run(() => Object.keys(localStorage).filter((key) => key.includes("half-typed")));

/** The stored scenarios that are not deleted, sorted: [["name", "indicator date value", …], …]. */
export async function storedScenarios(session) {
  return Object.values(JSON.parse((await storedText(session)) ?? '{"workspaces":{}}').workspaces)
    .flatMap(({ scenarios }) => scenarios)
    .filter(({ deleted }) => !deleted)
    .map(({ name, figures }) => [name, ...figures.map(({ indicator, date, amount, stage }) => `${indicator} ${date} ${amount ?? stage}`).sort()])
    .sort();
}

/** Waits until exactly these scenarios are stored, as {@link storedScenarios} returns them. */
export const untilStored = (session, ...scenarios) =>
  session.waitFor(`${JSON.stringify(scenarios)} is stored`, async () => JSON.stringify(await storedScenarios(session)) === JSON.stringify(scenarios));
