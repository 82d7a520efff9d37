// Copied as digests/digests.11tydata.js, beside the digests that the harness writes.
export default {
  layout: "digest.njk",
  permalink: (data) => `/digests/${data.page.fileSlug}/index.html`,
};
