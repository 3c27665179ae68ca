// Reads every list in every language to its end: with openapi-fetch, and with the SDK of hey-api.
import { createRequire } from "node:module";
import createClient from "openapi-fetch";

const base = process.argv[2];
const described = await (await fetch(`${base}/api/v1/openapi.json`)).json();
const lists = Object.entries(described.paths).filter(([, o]) => o.get.operationId.startsWith("list_"));

async function readEvery(client, readPage) {
  let items = 0;
  for (const [path, { get }] of lists) {
    for (const locale of get.parameters.find((p) => p.name === "locale").schema.enum) {
      const seen = new Set();
      let cursor;
      let total;
      do {
        const query = { locale, limit: 50, fields: ["id", "kind"], ...(cursor && { cursor }) };
        const { data, error } = await readPage(path, get.operationId, query);
        if (error) throw new Error(`${client} ${path} ${locale}: ${JSON.stringify(error)}`);
        data.items.forEach((item) => seen.add(item.id));
        total = data.total;
        cursor = data.next && new URL(data.next).searchParams.get("cursor");
      } while (cursor);
      if (seen.size !== total) throw new Error(`${client} ${path} ${locale}: ${seen.size} of ${total}`);
      items += seen.size;
    }
  }
  if (!lists.length || !items) throw new Error(`${client} read nothing`);
  console.log(`${client} read ${items} items of ${lists.length} lists`);
}

const openapiFetch = createClient({ baseUrl: base });
await readEvery("openapi-fetch", (path, _id, query) => openapiFetch.GET(path, { params: { query } }));

const require = createRequire(import.meta.url);
const sdk = require("./out/index.js");
require("./out/client.gen.js").client.setConfig({ baseUrl: base });
const camelCase = (id) => id.replace(/_(.)/g, (_all, letter) => letter.toUpperCase());
await readEvery("hey-api", (_path, id, query) => sdk[camelCase(id)]({ query }));
