// The page of one indicator: the reader's own figures, their form with its slider, and what-if values.
const SLIDER = "#own-slider";
const ITEMS = ".own-list > li";

export const indicator = (session) => {
  /** Fills in the form without submitting it. */
  const fill = async ({ value, date, note, source }) => {
    if (note !== undefined || source !== undefined) await session.openDetails(".own-form details");
    for (const [name, text] of Object.entries({ note, source, value, date })) if (text !== undefined) await session.type(`#own-${name}`, text);
  };
  const submit = () => session.click(".own-form button[type=submit]");
  /** Fills in the form and submits it. */
  const enter = async ({ date = "令和4年度末", ...fields }) => {
    await fill({ date, ...fields });
    await submit();
  };
  const untilListed = (words) => session.untilText(".own-list", words);
  const untilCount = (count) => session.untilCount(ITEMS, count);
  return {
    open: async (id) => {
      await session.open(`indicators/${id}/`);
      await session.untilText(".eyebrow", id);
    },

    fill,
    submit,
    enter,
    /** Adds a figure and waits until it is listed. */
    add: async ({ listed = "", ...fields }) => {
      const count = await session.count(ITEMS);
      await enter(fields);
      await untilCount(count + 1);
      await untilListed(listed);
    },
    chooseStage: (stage) => session.click(`.own-form input[type=radio][value=${stage}]`),
    pressDateChip: () => session.click(".date-chips button"),
    /** Presses the button that discards the form's content. */
    discard: () => session.clickAt(".own-form .actions button", -1),
    /** The text of value, date and note in the form. */
    fields: () => session.run(() => ["value", "date", "note"].map((name) => document.querySelector(`#own-${name}`)?.value)),
    untilValue: (value) => session.until(`the form contains ${value}`, (value) => document.querySelector("#own-value")?.value === value, value),
    /** The error message of a field. */
    refusal: (field) =>
      session.run((css) => document.getElementById(document.querySelector(css).getAttribute("aria-describedby").split(" ").pop()).textContent, field),

    /** The text of all listed figures. */
    figures: () => session.text(".own-list"),
    untilListed,
    untilCount,
    pressEdit: () => session.click(".own-list [data-action=edit]"),
    pressRemove: () => session.click(".own-list [data-action=remove]"),

    sliderValue: async () => Number(await session.property(SLIDER, "value")),
    moveSlider: (value) => session.setValue(SLIDER, value),
    /** What a screen reader says of the slider. */
    sliderText: () => session.attribute(SLIDER, "aria-valuetext"),
    untilSliderText: (start) => session.find(`${SLIDER}[aria-valuetext^="${start}"]`),
    /** The assessment of the value that is being tried; null if there is none. */
    whatIf: () => session.property(".own-tried", "innerText"),
    untilWhatIf: (words) => session.untilText(".own-tried", words),
  };
};
