// The hand-out and its settings.
const ROWS = ".handout tbody a";

export const handout = (session) => ({
  open: (ids, query = "") => session.open(`handout/?${ids.map((id) => `of=${id}`).join("&")}${query}`),
  untilRows: (ids) => session.waitFor(`the hand-out shows ${ids}`, async () => (await session.ids(ROWS)).join() === ids.join()),
  untilRowCount: (count) => session.untilCount(ROWS, count),
  title: () => session.text(".handout h2"),
  untilLandscape: (isLandscape = true) => session.untilCount(".handout--landscape", isLandscape ? 1 : 0),
  /** Waits until the column of own figures has a figure. */
  untilOwnFigure: () => session.find(".handout-own .own-latest b"),
});
