// The search over the whole app.
export const search = (session) => ({
  open: (words) => session.open(`search/?q=${encodeURIComponent(words)}`),
  /** The groups of results: name, count, and the link of the first result. */
  groups: () =>
    session.run(() =>
      Array.from(document.querySelectorAll(".found-group"), (group) => ({
        name: group.querySelector("h2").firstChild.textContent,
        count: Number(group.querySelector("h2 .number").textContent),
        first: group.querySelector(".found__title").getAttribute("href"),
      })),
    ),
  untilFirst: (href) => session.until(`the first result is ${href}`, (href) => document.querySelector(".found__title")?.getAttribute("href") === href, href),
  /** Opens the explorer with the same words. */
  continueInExplorer: () => session.click(".found-narrow a"),
});
