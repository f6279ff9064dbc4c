/* Lighthouse over pages in one Chromium, on its mobile preset; what it found, as JSON.

   node audit.mjs FOLDER CHROMIUM quick|full URL...    FOLDER has the node_modules. */

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, chromePath, mode, ...urls] = process.argv.slice(2);
const { resolve } = createRequire(`${folder}/package.json`);
const load = (name) => import(pathToFileURL(resolve(name)));
const { default: lighthouse } = await load("lighthouse");
const { launch } = await load("chrome-launcher");

const RULES = ["accessibility", "best-practices", "seo"];
const MODES = {
  quick: {
    onlyCategories: RULES,
    onlyAudits: ["cumulative-layout-shift", "layout-shifts", "network-requests"],
    disableFullPageScreenshot: true,
    // A busy machine is never quiet, and nothing here is a matter of time.
    pauseAfterFcpMs: 300,
    pauseAfterLoadMs: 300,
    networkQuietThresholdMs: 300,
    cpuQuietThresholdMs: 0,
  },
  full: { onlyCategories: ["performance", ...RULES] },
};
const FLAGS = [
  ...["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
];

const percent = ({ score }) => (score === null ? null : Math.round(score * 100));

/** The audits that cost a category its points, each with the first thing it names. */
const losses = ({ categories, audits }) =>
  Object.values(categories)
    .filter(({ id }) => RULES.includes(id))
    .flatMap(({ auditRefs }) => auditRefs)
    .filter(({ id, weight }) => weight && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => `${id} (${audits[id].title})${place(audits[id])}`);

const place = ({ details }) => {
  const item = details?.items?.[0];
  const where = item?.node?.selector ?? item?.url ?? item?.description;
  return where ? ` at ${where}` : "";
};

const chrome = await launch({ chromePath, chromeFlags: FLAGS, logLevel: "silent" });
try {
  const pages = [];
  for (const url of urls) {
    const options = { port: chrome.port, logLevel: "error", output: "json" };
    const { lhr } = await lighthouse(url, { ...options, ...MODES[mode] });
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    const { audits, categories } = lhr;
    pages.push({
      url,
      scores: Object.fromEntries(Object.values(categories).map((c) => [c.id, percent(c)])),
      losses: losses(lhr),
      paint: audits["largest-contentful-paint"]?.numericValue ?? null,
      shift: audits["cumulative-layout-shift"].numericValue,
      shifted: (audits["layout-shifts"].details?.items ?? []).map((i) => i.node?.selector),
      requests: audits["network-requests"].details.items.map((request) => request.url),
    });
  }
  process.stdout.write(JSON.stringify(pages));
} finally {
  await chrome.kill();
}
// A timer of Lighthouse's would keep us for seconds; what is written is written by now.
process.exit();
