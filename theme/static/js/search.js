/* Search: what is typed and chosen is asked of the index that lies beside the site (Pagefind), and stands in the
   address, so that it can be sent on. Without the index the page leads to every briefing by its lists. */
"use strict";
const form = document.querySelector("[data-search]");
const list = document.querySelector(".search-results");
const more = document.querySelector(".search-more");
const said = form.querySelector("output");
const words = form.elements.q;
const choices = [...form.querySelectorAll("select")];
const PAGE = 10;
let index, found = [], shown = 0, asked = 0;

/* The index marks what was found with <mark>; everything else of it is taken as text. */
function excerpt(html) {
  const line = document.createElement("p");
  line.className = "card-summary";
  line.append("… ", ...[...new DOMParser().parseFromString(html, "text/html").body.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return node.textContent;
    const mark = document.createElement("mark");
    mark.textContent = node.textContent;
    return mark;
  }), " …");
  return line;
}

function entry(page) {
  const item = document.createElement("li");
  const title = document.createElement("h2");
  const link = document.createElement("a");
  const facts = document.createElement("p");
  title.className = "card-title";
  facts.className = "card-facts";
  link.href = page.url;
  link.textContent = page.meta.title;
  title.append(link);
  facts.textContent = [page.filters.category?.[0], page.meta.date].filter(Boolean).join(" · ");
  item.append(title, excerpt(page.excerpt), facts);
  return item;
}

async function show_more() {
  const now = asked;
  const pages = await Promise.all(found.slice(shown, shown + PAGE).map((each) => each.data()));
  if (now !== asked) return null;
  const items = pages.map(entry);
  list.append(...items);
  shown += items.length;
  more.hidden = shown >= found.length;
  return items[0];
}

async function look() {
  const now = ++asked;
  const text = words.value.trim();
  const filters = Object.fromEntries(choices.filter((each) => each.value).map((each) => [each.name, each.value]));
  const wanted = text || Object.keys(filters).length;
  const query = new URLSearchParams(text ? { q: text, ...filters } : filters);
  history.replaceState(null, "", `${location.pathname}${query.size ? `?${query}` : ""}`);
  const answer = wanted ? await index.search(text || null, { filters, ...(text ? {} : { sort: { date: "desc" } }) }) : { results: [] };
  if (now !== asked) return;
  found = answer.results;
  shown = 0;
  list.replaceChildren();
  await show_more();
  list.hidden = more.hidden = !found.length;
  more.hidden = shown >= found.length;
  const number = new Intl.NumberFormat(document.documentElement.lang).format(found.length);
  said.textContent = !wanted ? "" : found.length ? said.dataset.found.replace("%(number)s", number) : said.dataset.nothing;
}

/* The arrows lead from the words to what was found and back. */
function step(event) {
  const links = [words, ...list.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Escape: 0 }[event.key];
  if (at < 0 || to === undefined || !links[to] || to === at) return;
  event.preventDefault();
  links[to].focus();
}

/* What an address asks for is shown, also where no briefing has it (any more): nothing narrows a search unseen. */
function choose(choice, name) {
  choice.value = name;
  if (choice.selectedIndex < 0) choice.append(new Option(name, name, true, true));
  if (name) choice.parentElement.hidden = false;
}

async function begin() {
  index = await import(new URL(form.dataset.search, location.href));
  const known = await index.filters();
  for (const choice of choices) {
    const names = Object.keys(known[choice.name] ?? {});
    names.sort(new Intl.Collator(document.documentElement.lang).compare);
    if (choice.name === "year") names.reverse();
    choice.append(...names.map((name) => new Option(name, name)));
    choice.parentElement.hidden = names.length < 2;
  }
  const address = new URLSearchParams(location.search);
  words.value = address.get("q") ?? "";
  for (const choice of choices) choose(choice, address.get(choice.name) ?? "");
  document.querySelector(".without-index").hidden = true;
  form.hidden = false;
  form.addEventListener("submit", (event) => (event.preventDefault(), look()));
  for (const choice of choices) choice.addEventListener("change", look);
  let waiting;
  words.addEventListener("input", () => (clearTimeout(waiting), (waiting = setTimeout(look, 150))));
  more.addEventListener("click", async () => (await show_more())?.querySelector("a").focus());
  document.querySelector(".search-page").addEventListener("keydown", step);
  if (address.size) await look();
  // Who comes from a page of the site wants to type; who comes from elsewhere meets the page from its top.
  if (document.referrer.startsWith(`${location.origin}/`)) words.focus();
}

/* A page opened from a disk may not load the index. */
if (location.protocol !== "file:") begin().catch(() => {});
