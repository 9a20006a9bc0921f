// Eleventy with Nunjucks: the same files, the same pages, nothing more.
import fs from "node:fs";
import path from "node:path";
import yaml from "js-yaml";

const REGISTER = "../corpus/content/actors";
const CARDS = 30;
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

function register() {
  const entries = fs.readdirSync(REGISTER).map((name) => [
    path.parse(name).name,
    yaml.load(fs.readFileSync(path.join(REGISTER, name), "utf8")),
  ]);
  return Object.fromEntries(entries);
}

// A list in pages of thirty cards, each with its heading and address.
function listPages(heading, address, briefings) {
  const count = Math.ceil(briefings.length / CARDS) || 1;
  return Array.from({ length: count }, (_, i) => ({
    heading,
    address: i ? `${address}pages/${i + 1}/` : address,
    newer: i > 1 ? `${address}pages/${i}/` : i ? address : "",
    older: i + 1 < count ? `${address}pages/${i + 2}/` : "",
    number: i + 1,
    count,
    briefings: briefings.slice(i * CARDS, (i + 1) * CARDS),
  }));
}

function grouped(briefings, names) {
  const groups = new Map();
  for (const each of briefings) {
    for (const name of names(each.data)) {
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(each);
    }
  }
  return [...groups];
}

export default function (config) {
  const known = register();
  config.addGlobalData("register", known);
  config.addGlobalData("eleventyComputed", {
    permalink: (data) => (data.slug ? `briefings/${data.slug}/index.html` : data.permalink),
    layout: (data) => (data.slug ? "article.njk" : data.layout),
  });
  config.addGlobalData("layout", "article.njk");
  config.setUseGitIgnore(false);
  config.addFilter("day", (date) => DAY.format(date));
  config.addFilter("short", (text) => text.slice(0, 8));
  config.addFilter("iso", (date) => date.toISOString());
  config.addFilter("persons", (actors) =>
    actors.map((a) => ({
      "@type": "Person",
      "@id": `#actor-${a.id}`,
      name: known[a.id].name,
      description: a.role,
      affiliation: { "@type": "Organization", name: a.affiliation },
    })),
  );
  config.addFilter("events", (timeline) =>
    timeline.map((e) => ({
      "@type": "Event",
      name: e.title,
      description: e.text,
      startDate: e.date,
      location: e.location,
    })),
  );
  config.addFilter("quotes", (quotations) =>
    quotations.map((q) => ({
      "@type": "Quotation",
      text: q.quote,
      spokenByCharacter: { "@id": `#actor-${q.speaker}` },
    })),
  );
  config.addCollection("lists", (api) => {
    const briefings = api.getFilteredByGlob("src/briefings/*.md").reverse();
    const slug = config.getFilter("slugify");
    return [
      ...listPages("All briefings", "/", briefings),
      ...grouped(briefings, (data) => [data.category]).flatMap(([name, members]) =>
        listPages(name, `/category/${slug(name)}/`, members),
      ),
      ...grouped(briefings, (data) => data.tags).flatMap(([name, members]) =>
        listPages(name, `/tag/${slug(name)}/`, members),
      ),
    ];
  });
  return {
    dir: { input: "src", output: "output" },
    markdownTemplateEngine: false,
    templateFormats: ["md", "njk"],
  };
}
