// What surrounds every page: banners, messages, the prompt to undo a step, and the offer of an update.
const UNDO = ".toast [data-kind=notice] button";
const NEWS = ".toast [data-kind=news]";
const UPDATE = ".banner:not(.banner--warning) .button";

export const shell = (session) => ({
  untilBanner: (words) => session.untilText(".banner", words),
  banners: () => session.count(".banner"),

  untilMessage: (words) => session.untilText(".toast", words),
  message: () => session.property(".toast", "textContent"),
  /** Waits for a message that is not the prompt to undo. */
  untilNews: () => session.find(NEWS),
  closeNews: async () => {
    await session.click(`${NEWS} button`);
    await session.untilCount(NEWS, 0);
  },

  untilUndoPrompt: () => session.find(UNDO),
  undoPromptTop: () => session.run((css) => document.querySelector(css).getBoundingClientRect().top, UNDO),
  pressUndo: () => session.click(UNDO),
  closeUndoPrompt: () => session.clickAt(UNDO, -1),

  untilUpdateOffered: () => session.untilText(".banner", "新しい版があります"),
  pressUpdate: () => session.click(UPDATE),
  /** Accepts the update and waits for the reload. */
  acceptUpdate: async () => {
    const before = await session.loadTime();
    await session.click(UPDATE);
    await session.until("the page has reloaded", (before) => performance.timeOrigin !== before, before);
    await session.ready();
  },
});
