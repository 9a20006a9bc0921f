/* The filter of the timeline: what is chosen is shown, and stands in the address, so that it can be sent on.
   Without it the page shows every event. */
"use strict";
const form = document.querySelector("[data-filter]");
const events = [...document.querySelectorAll("[data-actors]")].map((element) => ({
  element,
  actor: element.dataset.actors.split(" "),
  category: element.dataset.categories.split("\n"),
}));
const choices = [...form.querySelectorAll("select")];
const said = form.querySelector("output");

function show() {
  const wanted = choices.filter((choice) => choice.value);
  let shown = 0;
  for (const event of events) {
    const fits = wanted.every((choice) => event[choice.name].includes(choice.value));
    event.element.hidden = !fits;
    shown += fits;
  }
  for (const year of document.querySelectorAll("[data-year]")) {
    year.hidden = !year.querySelector("[data-actors]:not([hidden])");
  }
  const words = said.dataset.words.replace("%(shown)s", shown).replace("%(all)s", events.length);
  said.textContent = wanted.length ? words : "";
}

const address = new URLSearchParams(location.search);
for (const choice of choices) {
  const given = address.get(choice.name);
  if ([...choice.options].some((option) => option.value === given)) choice.value = given;
}
form.addEventListener("change", () => {
  show();
  const query = new URLSearchParams(choices.filter((choice) => choice.value).map((choice) => [choice.name, choice.value]));
  try {
    history.replaceState(null, "", `${location.pathname}${query.size ? `?${query}` : ""}`);
  } catch {
    /* A page opened from a folder has no address to change. */
  }
});
form.addEventListener("submit", (event) => event.preventDefault());
form.hidden = false;
show();
