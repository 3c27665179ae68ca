/** The calendar of an empty date opens in the month of the date before it, such as an end's at the start. */

const pickerOf = (input) => window.jQuery(input).data("xdsoft_datetimepicker");

/** What stands in the last date before this one in the same group of fields. */
const dateBefore = (input) => {
  const group = input.closest(".w-panel, .w-field-row");
  const dates = [...(group?.querySelectorAll("input") ?? [])].filter((one) => one === input || (pickerOf(one) && one.value));
  return dates[dates.indexOf(input) - 1]?.value;
};

document.addEventListener("focusin", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.value || !pickerOf(target)) return;
  const before = dateBefore(target);
  // The calendar looks at its options a moment after the focus.
  if (before) window.jQuery(target).datetimepicker({ defaultDate: before });
});
