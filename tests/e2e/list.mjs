// The published list of the bundled app, as the tests' own source of expected values.
import { readFileSync } from "node:fs";

export const LIST = JSON.parse(readFileSync(new URL("../../public/data/indicators.json", import.meta.url)));
