// Sharing a scenario by a link, the page that such a link opens, and the clipboard.
export const sharing = (session) => {
  /**
   * Replaces the browser's ways to share by ones that tests can read.
   * @param share      "works" records the link, "cancelled" acts like a reader who closes the dialog; missing: no dialog
   * @param clipboard  true records what is copied; missing: no clipboard
   */
  const fakeBrowser = ({ share, clipboard } = {}) =>
    session.run((share, clipboard) => {
      const set = (name, value) => Object.defineProperty(navigator, name, { value, configurable: true });
      const cancel = () => Promise.reject(new DOMException("closed", "AbortError"));
      window.shared = [];
      window.copied = [];
      set("canShare", share ? () => true : undefined);
      set("share", { cancelled: cancel, works: async ({ url }) => void window.shared.push(url) }[share]);
      set("clipboard", clipboard ? { writeText: async (text) => void window.copied.push(text) } : undefined);
    }, share, clipboard);
  const fakeClipboard = () => fakeBrowser({ clipboard: true });
  /** Waits until a number of texts have been copied, and returns the last one. */
  const untilCopied = (count = 1) => session.until("a text is copied", (count) => window.copied.length === count && window.copied.at(-1), count);
  const press = () => session.click("[data-action=share]");
  return {
    fakeBrowser,
    fakeClipboard,
    untilCopied,
    /** Waits until a link was given to the browser's dialog, and returns all that was shared and copied. */
    untilShared: () => session.until("a link is shared", () => window.shared.length > 0 && { shared: window.shared, copied: window.copied }),
    press,
    /** Copies the link of the active scenario and returns it. */
    copyLink: async () => {
      await fakeClipboard();
      await press();
      return untilCopied();
    },
    /** The field with the link, for a browser that can neither share nor copy. */
    linkField: () => session.find(".share__link input"),

    /** Waits until the page of a shared scenario shows a number of figures. */
    untilFigures: (count) => session.untilCount(".shared-item", count),
    /** Adds the shared scenario to the reader's own. */
    add: () => session.click("[data-action=take]"),
  };
};
