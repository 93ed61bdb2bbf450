import { QUARTIERE } from "./city-plan.mjs";
import { INDICATORS } from "./indicator-definitions.mjs";
import { apportion } from "./population.mjs";
import { createRandom } from "./seeded-random.mjs";
import { noiseAt } from "./smooth-noise.mjs";

const YEARS = [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024];
const ELECTIONS = [2018, 2023];
const WIDE = ["einwohner", "haushalte", "wohnungen"];

const HOUSEHOLD_SIZE = {
  altstadt: 1.6,
  gruenderzeit: 1.72,
  zeilen: 1.82,
  grosssiedlung: 2.08,
  neubau: 2.3,
  einfamilien: 2.32,
  dorf: 2.38,
  gewerbe: 1.7,
};
/** Residents of the city by year, 2024 = 1. */
const GROWTH = [0.968, 0.974, 0.979, 0.981, 0.983, 0.994, 0.998, 1];
const UNEMPLOYMENT = [1.06, 1, 0.95, 1.17, 1.12, 0.97, 1, 1.04];
const SHELTERS = { "0703": 0.42, "0503": 0.24, "0601": 0.16, "0202": 0.12, "0605": 0.06 };
const SHELTERED = [402, 338, 286, 241, 258, 431, 447, 384];
const PREVENTED = [0.61, 0.63, 0.66, 0.68, 0.7, 0.73, 0.75, 0.77];
const MEETINGS = [0.7, 0.8, 0.95, 0.3, 0.45, 0.9, 1.1, 1.2];

const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

/** Values of every indicator, by indicator, then Quartier and year; `undefined` = the source does not say. */
function measureTruth(seed, cells, places) {
  const random = createRandom(seed, "observations");
  const truth = new Map(INDICATORS.map(([id]) => [id, new Map()]));
  const put = (indicator, quartier, year, value) => truth.get(indicator).set(`${quartier}|${year}`, value);
  const get = (indicator, quartier, year) => truth.get(indicator).get(`${quartier}|${year}`);
  const shake = (spread) => 1 + spread * random.normal();

  for (const q of QUARTIERE) {
    const own = cells.filter((cell) => cell.quartier === q.id);
    const people = own.reduce((sum, cell) => sum + cell.residents, 0);
    const ages = [0, 1, 2, 3, 4].map((i) => own.reduce((sum, cell) => sum + cell.groups[i], 0));
    const isNew = q.id === "0501" || q.id === "0304";
    const need0 = clamp(q.need + 0.05 * noiseAt(seed + 50, q.x, q.y, 1500), 0.05, 0.97);
    const drift = 0.07 * random.normal();
    YEARS.forEach((year, t) => {
      const last = t === YEARS.length - 1;
      const need = clamp(need0 + (drift * (t - 4)) / 4, 0.03, 1);
      const size = isNew ? 0.55 + (0.45 * t) / 7 : GROWTH[t];
      const residents = last ? people : Math.round(people * size * shake(0.004));
      const households = Math.round(residents / (HOUSEHOLD_SIZE[q.use] * (1 + 0.004 * (7 - t))));
      put("einwohner", q.id, year, residents);
      put("haushalte", q.id, year, households);
      put("wohnungen", q.id, year, Math.round(households * (1.025 + 0.01 * need)));
      const part = (groups, trend) =>
        groups.reduce((sum, i) => sum + ages[i], 0) * (residents / Math.max(1, people)) * (1 + trend * (7 - t));
      const minors = last ? ages[0] + ages[1] : Math.round(part([0, 1], -0.004));
      const older = last ? ages[3] + ages[4] : Math.round(part([3, 4], -0.008));
      put("kinder-unter-18", q.id, year, minors);
      put("einwohner-65plus", q.id, year, older);
      put("einwohner-18-65", q.id, year, residents - minors - older);
      put(
        "arbeitslose",
        q.id,
        year,
        Math.round((residents - minors - older) * (0.014 + 0.105 * need ** 1.35) * UNEMPLOYMENT[t] * shake(0.03)),
      );
      put(
        "kinderarmut",
        q.id,
        year,
        Math.round(minors * clamp((0.025 + 0.4 * need ** 1.5) * (1 + 0.01 * (t - 3)) * shake(0.035), 0, 0.7)),
      );
      put(
        "alleinlebende-65plus",
        q.id,
        year,
        Math.round(
          older *
            clamp((q.use === "dorf" || q.use === "einfamilien" ? 0.22 : 0.35) + 0.12 * need + 0.004 * t, 0, 0.7) *
            shake(0.02),
        ),
      );
      const harbour = q.id === "0202" || q.id === "0102" ? 0.1 : 0;
      put(
        "migrationshintergrund",
        q.id,
        year,
        Math.round(residents * clamp(0.07 + 0.38 * need + harbour + 0.008 * (t - 7), 0.03, 0.7) * shake(0.012)),
      );
      const rental = {
        grosssiedlung: 0.26,
        zeilen: 0.13,
        gruenderzeit: 0.045,
        altstadt: 0.03,
        neubau: 0.07,
        gewerbe: 0,
        einfamilien: 0.006,
        dorf: 0,
      }[q.use];
      const bound = t < 4 ? 1.1 - 0.07 * t : 0.89 + 0.012 * (t - 4);
      put(
        "gefoerderte-wohnungen",
        q.id,
        year,
        Math.round(households * rental * (0.55 + 0.6 * need0) * bound) + (isNew && t >= 4 ? 26 * (t - 3) : 0),
      );
      put(
        "betreute-wohnformen",
        q.id,
        year,
        Math.floor(clamp((residents / 1900) * (0.55 + 0.9 * q.elderly) * (0.72 + 0.05 * t) + 0.35, 0, 6)),
      );
      const cases =
        households * (0.0025 + 0.03 * need ** 1.8) * [1, 1.02, 1.04, 0.9, 0.96, 1.1, 1.14, 1.12][t] * shake(0.07);
      put("wohnungsnotfaelle-beraten", q.id, year, Math.round(cases));
      put(
        "wohnungsverlust-verhindert",
        q.id,
        year,
        Math.min(
          Math.round(cases),
          Math.round(Math.round(cases) * clamp(PREVENTED[t] + 0.06 * random.normal(), 0.2, 0.97)),
        ),
      );
      const wbs = Math.round(
        households * (0.004 + 0.034 * need ** 1.5) * [0.9, 0.94, 1, 0.92, 1, 1.12, 1.2, 1.24][t] * shake(0.06),
      );
      put("wbs-ausgestellt", q.id, year, wbs);
      put("wbs-ruecklauf", q.id, year, Math.round(wbs * clamp(0.44 - 0.02 * t + 0.05 * random.normal(), 0.1, 0.8)));
      put(
        "wohnungslose-minderjaehrige",
        q.id,
        year,
        Math.round(minors * 0.013 * need ** 2.4 * [1.1, 1, 0.9, 0.8, 0.9, 1.3, 1.35, 1.15][t] * shake(0.3)),
      );
      put(
        "wohnungsvermittlungen",
        q.id,
        year,
        Math.max(
          0,
          Math.round((residents / 80000) * [62, 68, 74, 52, 66, 84, 92, 101][t] * (0.4 + need) * shake(0.35)),
        ),
      );
      const placesOf = (kind) =>
        places.filter(
          (p) =>
            p.kind === kind &&
            p.quartier === q.id &&
            p.opened <= year &&
            (p.status === "existing" || (p.status === "closed" && p.closed > year)),
        ).length;
      put("quartierszentren", q.id, year, placesOf("quartierszentrum"));
      put("beratungsstellen", q.id, year, placesOf("beratungsstelle"));
      put("lokale-netzwerke", q.id, year, placesOf("netzwerk") + (random.chance(0.25 + 0.03 * t) ? 1 : 0));
      const lively = (residents / 2000) * (0.7 + need);
      put(
        "buergerversammlungen",
        q.id,
        year,
        Math.min(3, Math.floor(0.35 * lively * MEETINGS[t] + random.between(0, 0.75))),
      );
      put("quartierstreffen", q.id, year, Math.floor(1.7 * lively * MEETINGS[t] + random.between(0, 1.2)));
      put("regelmaessiger-austausch", q.id, year, Math.floor(0.75 * lively * MEETINGS[t] + random.between(0, 0.9)));
      if (ELECTIONS.includes(year)) {
        const voters = Math.round((residents - minors) * 0.93);
        put("wahlberechtigte", q.id, year, voters);
        put(
          "waehlende",
          q.id,
          year,
          Math.round(
            voters * clamp(0.66 - 0.42 * need + (year === 2023 ? 0.012 : 0) + 0.02 * random.normal(), 0.15, 0.85),
          ),
        );
      }
      const rent = {
        altstadt: 10.2,
        gruenderzeit: 9.9,
        zeilen: 8.1,
        grosssiedlung: 7.0,
        neubau: 11.4,
        einfamilien: 10.1,
        dorf: 8.8,
        gewerbe: 8,
      }[q.use];
      put("angebotsmiete", q.id, year, Math.round((rent - 1.1 * need) * (0.82 + 0.026 * t) * shake(0.018) * 100) / 100);
    });
  }
  YEARS.forEach((year, t) => {
    const ids = Object.keys(SHELTERS);
    const shares = ids.map((id) => SHELTERS[id] * shake(0.08));
    const people = apportion(shares, SHELTERED[t]);
    for (const q of QUARTIERE)
      put("unterkunft-belegung", q.id, year, ids.includes(q.id) ? people[ids.indexOf(q.id)] : 0);
  });
  return { truth, get };
}

/** Four classes of social status from unemployment and child poverty, as deviation from the mean of the areas. */
function statusClasses(get, year) {
  const sums = QUARTIERE.map((q) => {
    const share = (a, b) => get(a, q.id, year) / Math.max(1, get(b, q.id, year));
    return share("arbeitslose", "einwohner-18-65") / 0.055 + share("kinderarmut", "kinder-unter-18") / 0.16;
  });
  const mean = sums.reduce((a, b) => a + b, 0) / sums.length;
  const deviation = Math.sqrt(sums.reduce((s, v) => s + (v - mean) ** 2, 0) / sums.length);
  return sums.map((value) => {
    const z = (value - mean) / deviation;
    return z < -1 ? "hoch" : z <= 1 ? "mittel" : z <= 1.5 ? "niedrig" : "sehr niedrig";
  });
}

const decimal = (value) => String(value).replace(".", ",");

/**
 * What the statistical office publishes: personal counts of 1 and 2 are kept secret, with a second one wherever the
 * total would give the only one away; shares follow their numerator; some values are not stated.
 */
export function observe(seed, cells, places) {
  const random = createRandom(seed, "gaps");
  const { truth, get } = measureTruth(seed, cells, places);
  const published = new Map();
  const key = (indicator, quartier, year) => `${indicator}|${quartier}|${year}`;
  const publish = (indicator, quartier, year, value, status = "ok") =>
    published.set(key(indicator, quartier, year), { value, status });
  const tooSmall = (id, year) => get("einwohner", id, year) < 100;

  for (const [id, , , , , kind, , more] of INDICATORS) {
    if (kind === "share" || kind === "rate" || id === "sozialer-status") continue;
    for (const year of YEARS) {
      if (!truth.get(id).has(`${QUARTIERE[0].id}|${year}`)) continue;
      const secret = new Set();
      if (more.personal) {
        for (const q of QUARTIERE) if ([1, 2].includes(get(id, q.id, year))) secret.add(q.id);
        if (secret.size === 1) {
          const others = QUARTIERE.filter((q) => !secret.has(q.id) && get(id, q.id, year) > 0).sort(
            (a, b) => get(id, a.id, year) - get(id, b.id, year) || (a.id < b.id ? -1 : 1),
          );
          if (others[0]) secret.add(others[0].id);
        }
      }
      for (const q of QUARTIERE) {
        const value = get(id, q.id, year);
        // meetings were not counted everywhere; the new quarter had no registers of its own at first; few flats, no mean rent
        const uncounted =
          ["quartierstreffen", "regelmaessiger-austausch", "buergerversammlungen", "lokale-netzwerke"].includes(id) &&
          random.chance(year === 2020 ? 0.3 : 0.03);
        const unregistered = q.id === "0501" && year < 2019 && more.personal;
        const lost = more.personal && random.chance(0.006);
        if (uncounted || (unregistered && !secret.has(q.id)) || lost) publish(id, q.id, year, undefined, "not-stated");
        else if (secret.has(q.id)) publish(id, q.id, year, undefined, "suppressed");
        else if (kind === "mean" && (tooSmall(q.id, year) || q.use === "gewerbe"))
          publish(id, q.id, year, undefined, "not-applicable");
        else
          publish(
            id,
            q.id,
            year,
            value,
            id === "regelmaessiger-austausch" && year === 2021 && random.chance(0.15) ? "estimated" : "ok",
          );
      }
      if (kind === "count")
        publish(
          id,
          "*",
          year,
          QUARTIERE.reduce((sum, q) => sum + get(id, q.id, year), 0),
        );
    }
  }
  // the mean rent of the city is weighted by dwellings
  for (const year of YEARS) {
    const weights = QUARTIERE.map((q) => get("wohnungen", q.id, year));
    const mean =
      QUARTIERE.reduce((sum, q, i) => sum + get("angebotsmiete", q.id, year) * weights[i], 0) /
      weights.reduce((a, b) => a + b, 0);
    publish("angebotsmiete", "*", year, Math.round(mean * 100) / 100);
    statusClasses(get, year).forEach((text, i) => {
      const small = get("einwohner", QUARTIERE[i].id, year) < 300;
      publish("sozialer-status", QUARTIERE[i].id, year, small ? undefined : text, small ? "not-applicable" : "ok");
    });
  }
  for (const [id, , , , , kind, , more] of INDICATORS) {
    if (kind !== "share" && kind !== "rate") continue;
    for (const year of YEARS) {
      for (const area of [...QUARTIERE.map((q) => q.id), "*"]) {
        const upper = published.get(key(more.numerator, area, year));
        const lower = published.get(key(more.denominator, area, year));
        if (!upper || !lower) continue;
        const missing = [upper, lower].find((o) => o.value === undefined);
        if (missing) publish(id, area, year, undefined, missing.status);
        else if (lower.value === 0 || (area !== "*" && lower.value < 10))
          publish(id, area, year, undefined, "not-applicable");
        else publish(id, area, year, Math.round((upper.value / lower.value) * more.per * 10) / 10);
      }
    }
  }
  return { get: (indicator, area, year) => published.get(key(indicator, area, year)) };
}

const CODES = { suppressed: ".", "not-stated": "/", "not-applicable": "x" };
const WIDE_CODES = { suppressed: "*", "not-stated": "", "not-applicable": "x" };

function cellText(observation, codes) {
  if (observation.value === undefined) return codes[observation.status];
  return observation.value === 0 ? "-" : decimal(observation.value);
}

/** Long form: one line per value, except the indicators of the wide table. */
export function longTable(observed) {
  const rows = [];
  for (const [id] of INDICATORS.filter(([name]) => !WIDE.includes(name))) {
    for (const year of YEARS) {
      for (const area of ["*", ...QUARTIERE.map((q) => q.id)]) {
        const observation = observed.get(id, area, year);
        if (observation) rows.push([area, id, year, cellText(observation, CODES), observation.status]);
      }
    }
  }
  return { columns: ["sozialraum", "indikator", "jahr", "wert", "status"], rows };
}

/** Wide form: one line per Sozialraum, a column per indicator and year. */
export function wideTable(observed) {
  const columns = WIDE.flatMap((id) =>
    YEARS.map((year) => ({ name: `${id.toUpperCase()}_${year}`, indicator: id, year })),
  );
  const rows = ["*", ...QUARTIERE.map((q) => q.id)].map((area) => [
    area,
    ...columns.map(({ indicator, year }) => {
      if (area === "0501" && indicator === "wohnungen" && year < 2019) return "";
      const observation = observed.get(indicator, area, year);
      return cellText(observation, WIDE_CODES);
    }),
  ]);
  return {
    columns: ["SOZIALRAUM", ...columns.map((column) => column.name)],
    rows,
    values: Object.fromEntries(columns.map(({ name, indicator, year }) => [name, { indicator, period: String(year) }])),
  };
}
