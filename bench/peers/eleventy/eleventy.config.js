// The same pages at the same addresses as ours; the harness puts the digests into digests/.
const PER_PAGE = 12;
const slug = (name) => name.toLowerCase().replaceAll(" ", "-");
const day = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });

const newestFirst = (api) =>
  api.getFilteredByGlob("digests/*.md").sort((a, b) => b.date - a.date);

// Page by page: [{ name, address, number, last, base, digests }, …]
const cut = (digests, name, base) => {
  const last = Math.max(1, Math.ceil(digests.length / PER_PAGE));
  return Array.from({ length: last }, (_, at) => ({
    name,
    base,
    number: at + 1,
    last,
    address: at ? `${base}page/${at + 1}/` : base,
    digests: digests.slice(at * PER_PAGE, (at + 1) * PER_PAGE),
  }));
};

const byTerm = (digests, key) => {
  const terms = new Map();
  for (const digest of digests)
    for (const name of digest.data[key])
      terms.has(name) ? terms.get(name).push(digest) : terms.set(name, [digest]);
  return [...terms].sort(([one], [other]) => (one < other ? -1 : 1));
};

export default function (config) {
  config.addCollection("digests", newestFirst);
  config.addCollection("home", (api) => cut(newestFirst(api), "", "/"));
  for (const key of ["outlets", "speakers", "topics"]) {
    config.addCollection(`${key}_pages`, (api) =>
      byTerm(newestFirst(api), key).flatMap(([name, some]) => cut(some, name, `/${key}/${slug(name)}/`)),
    );
    config.addCollection(key, (api) =>
      byTerm(newestFirst(api), key).map(([name, some]) => ({ name, count: some.length })),
    );
  }
  config.addFilter("slugged", slug);
  config.addFilter("iso", (date) => date.toISOString());
  config.addFilter("day", (date) => day.format(date));
  config.addGlobalData("site", { title: "The Made Press Review", url: "https://review.example" });
  config.setQuietMode(true);
  return { markdownTemplateEngine: false, htmlTemplateEngine: "njk", dir: { input: "." } };
}
