// Writes lists.ts: every list and one item of it, asked for with the generated types of both clients.
import { readFile, writeFile } from "node:fs/promises";

const described = JSON.parse(await readFile("openapi.json", "utf8"));
const { schemas } = described.components;
const camelCase = (id) => id.replace(/_(.)/g, (_all, letter) => letter.toUpperCase());
const nameOf = (schema) => schema.$ref?.split("/").pop();
const isReference = (schema) => ["Ref", "RoleRef"].includes(nameOf(schema));

function references([name, schema]) {
  if (schema.items && isReference(schema.items)) return [`...whole.${name}`];
  return isReference(schema) || schema.anyOf?.some(isReference) ? [`whole.${name}`] : [];
}

function reads([path, { get }]) {
  const single = described.paths[`${path}/{key}`].get;
  const locales = get.parameters.find((parameter) => parameter.name === "locale").schema.enum;
  const list = schemas[nameOf(get.responses[200].content["application/json"].schema)];
  const [item, some] = list.properties.items.items.anyOf.map(nameOf);
  const refs = Object.entries(schemas[item].properties).flatMap(references);
  const read = (client, types, listCall, itemCall) => `
  await readList<${types(item)} | ${types(some)}, ${types(item)}["locale"]>(
    "${client} ${path}",
    ${JSON.stringify(locales)},
    (query) => ${listCall},
    (key, locale) => ${itemCall},
    (item) => {
      const whole = item as ${types(item)};
      return { ...titled(whole), refs: [${refs}].filter((ref) => ref !== null).map(titled) };
    },
  );`;
  return [
    read(
      "openapi-fetch",
      (name) => `components["schemas"]["${name}"]`,
      `client.GET("${path}", { params: { query } })`,
      `client.GET("${path}/{key}", { params: { path: { key }, query: { locale } } })`,
    ),
    read(
      "hey-api",
      (name) => `sdk.${name}`,
      `sdk.${camelCase(get.operationId)}({ query })`,
      `sdk.${camelCase(single.operationId)}({ path: { key }, query: { locale } })`,
    ),
  ];
}

const lists = Object.entries(described.paths).filter(([, { get }]) => get.operationId.startsWith("list_"));
if (!lists.length) throw new Error("the description has no lists");
await writeFile(
  "lists.ts",
  `import createClient from "openapi-fetch";
import * as sdk from "./hey";
import { client as heyClient } from "./hey/client.gen";
import type { components, paths } from "./kogu";
import { readList, titled } from "./read";

export async function readLists(baseUrl: string) {
  const client = createClient<paths>({ baseUrl });
  heyClient.setConfig({ baseUrl });
${lists.flatMap(reads).join("\n")}
}
`,
);
